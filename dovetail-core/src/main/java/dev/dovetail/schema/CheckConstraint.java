package dev.dovetail.schema;

import java.util.List;

/**
 * A condition that no row may make false.
 *
 * @param table the table
 * @param name the name of the constraint
 * @param columns the columns that it was declared on; none for a check of the whole row
 * @param sql the condition, as it stands in the DDL
 */
public record CheckConstraint(Table table, String name, List<Column<?>> columns, String sql) implements Constraint {
    /** Copies the list. */
    public CheckConstraint {
        columns = List.copyOf(columns);
    }
}
