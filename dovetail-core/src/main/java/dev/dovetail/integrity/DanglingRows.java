package dev.dovetail.integrity;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.MatchType;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.IsNull;
import dev.dovetail.sql.Logical;
import dev.dovetail.sql.LogicalOperator;
import dev.dovetail.sql.Not;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a table whose foreign key has values to which no row answers. */
final class DanglingRows {

    private DanglingRows() {}

    static List<DanglingReference> of(Lookups lookups, SchemaView view, ForeignKey foreignKey, int limit) {
        Table target = view.target(foreignKey);
        List<Column<?>> referenced = view.referencedColumns(foreignKey);
        if (target == null || referenced.isEmpty()) {
            return List.of();
        }
        TableSource child = new TableSource(foreignKey.table(), "referring");
        TableSource parent = new TableSource(target, "referred");
        List<Expression<Boolean>> where = refers(child, foreignKey);
        List<Expression<Boolean>> same = Lookups.join(parent, referenced, child, foreignKey.columns());
        where.add(new Not(Lookups.exists(parent, referenced.get(0), same)));
        return read(lookups, view, foreignKey, child, where, ForeignKeyText.names(referenced), limit);
    }

    /** The rows of a foreign key that leads to no table, or to columns that are not there. */
    static List<DanglingReference> withoutTarget(Lookups lookups, SchemaView view, ForeignKey foreignKey, int limit) {
        TableSource child = new TableSource(foreignKey.table(), "referring");
        return read(lookups, view, foreignKey, child, refers(child, foreignKey), List.of(), limit);
    }

    // With a null in one of its columns a key refers to nothing (MATCH SIMPLE), or has to have it in all of them (MATCH
    // FULL).
    private static List<Expression<Boolean>> refers(TableSource child, ForeignKey foreignKey) {
        List<Expression<Boolean>> values = new ArrayList<>();
        for (Column<?> column : foreignKey.columns()) {
            values.add(new IsNull(Lookups.ref(child, column), true));
        }
        return foreignKey.match() == MatchType.FULL
                ? new ArrayList<>(List.of(new Logical(LogicalOperator.OR, values)))
                : values;
    }

    private static List<DanglingReference> read(
            Lookups lookups,
            SchemaView view,
            ForeignKey foreignKey,
            TableSource child,
            List<Expression<Boolean>> where,
            List<String> referenced,
            int limit) {
        List<Column<?>> columns = new ArrayList<>(foreignKey.columns());
        columns.addAll(foreignKey.table().primaryKey().columns());
        List<DanglingReference> found = new ArrayList<>();
        for (List<@Nullable Object> row : lookups.rows(view, child, columns, where, limit)) {
            int width = foreignKey.columns().size();
            found.add(new DanglingReference(
                    foreignKey.table().name(),
                    row.subList(width, row.size()),
                    ForeignKeyText.names(foreignKey.columns()),
                    row.subList(0, width),
                    foreignKey.referencedTable(),
                    referenced,
                    CatalogueReader.nameOf(foreignKey)));
        }
        return found;
    }
}
