package dev.dovetail.integrity;

import dev.dovetail.ValueText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row whose foreign key leads nowhere.
 *
 * @param table the table of the row
 * @param key the primary key of the row, empty for a table without one
 * @param columns the columns of the foreign key; empty if only the database can name them
 * @param values their values
 * @param referencedTable the table in which the target is missing
 * @param referencedColumns the columns there; empty if the table, or such a key of it, is not there
 * @param constraint the name of the foreign key, null where the database has none
 */
public record DanglingReference(
        String table,
        List<@Nullable Object> key,
        List<String> columns,
        List<@Nullable Object> values,
        String referencedTable,
        List<String> referencedColumns,
        @Nullable String constraint) {

    /** Copies the lists. */
    public DanglingReference {
        key = Collections.unmodifiableList(new ArrayList<>(key));
        columns = List.copyOf(columns);
        values = Collections.unmodifiableList(new ArrayList<>(values));
        referencedColumns = List.copyOf(referencedColumns);
    }

    /** Such as {@code child 4: parent_id = 99, but no parent has id = 99 (fk_child_parent_id)}. */
    @Override
    public String toString() {
        String row =
                key.isEmpty() ? "a row of " + ValueText.name(table) : ValueText.name(table) + " " + ValueText.key(key);
        String target = ValueText.name(referencedTable);
        if (columns.isEmpty()) {
            return row + ": a foreign key leads to no row of " + target;
        }
        String value = ValueText.key(values);
        String missing = referencedColumns.isEmpty()
                ? "there is no table " + target + " with such a key"
                : "no " + target + " has " + names(referencedColumns) + " = " + value;
        return row + ": " + names(columns) + " = " + value + ", but " + missing
                + (constraint == null ? "" : " (" + constraint + ")");
    }

    private static String names(List<String> names) {
        return names.size() == 1 ? ValueText.name(names.get(0)) : ValueText.names(names);
    }
}
