package dev.dovetail.integrity;

import dev.dovetail.integrity.FailedStatement.WrittenRow;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that a row would have had in some columns. */
final class CurrentValues {

    private CurrentValues() {}

    /** The values, or null if they cannot be known or if the statement would have changed none of them. */
    static @Nullable List<@Nullable Object> of(
            FailureContext context, Table table, List<Column<?>> columns, WrittenRow row) {
        Map<String, @Nullable Object> written = row.values();
        if (columns.stream().noneMatch(column -> written.containsKey(column.name()))) {
            return null;
        }
        List<@Nullable Object> stored = List.of();
        if (!columns.stream().allMatch(column -> written.containsKey(column.name()))) {
            stored = context.failed().isUpdate() ? stored(context, table, columns, row) : omitted(columns);
            if (stored.isEmpty()) {
                return null;
            }
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).name();
            values.add(written.containsKey(name) ? written.get(name) : stored.get(i));
        }
        return values;
    }

    // An update leaves the other columns as they are; if it meets one row, that row is there to be read.
    private static List<@Nullable Object> stored(
            FailureContext context, Table table, List<Column<?>> columns, WrittenRow row) {
        Lookups lookups = context.lookups();
        // Others may have been changed in the transaction itself.
        if (lookups == null || !context.canAsk()) {
            return List.of();
        }
        List<List<@Nullable Object>> rows = lookups.rows(
                context.view(table), Sql.table(table), columns, context.failed().where(), 2, row.arguments());
        return rows.size() == 1 ? rows.get(0) : List.of();
    }

    // A column that an insert leaves out is null unless the database fills it.
    private static List<@Nullable Object> omitted(List<Column<?>> columns) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column<?> column : columns) {
            if (column.fetchedOnInsert()) {
                return List.of();
            }
            values.add(null);
        }
        return values;
    }
}
