package dev.dovetail.schema;

import java.util.List;

/**
 * The primary key of a table.
 *
 * @param table the table
 * @param name the name of the constraint
 * @param columns its columns, in order; none for a table without a primary key
 * @param deferral when it is checked
 */
public record PrimaryKey(Table table, String name, List<Column<?>> columns, Deferral deferral) implements Constraint {
    /** Copies the list. */
    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    /**
     * Whether the table has no primary key.
     *
     * @return true if there are no columns
     */
    public boolean isEmpty() {
        return columns.isEmpty();
    }
}
