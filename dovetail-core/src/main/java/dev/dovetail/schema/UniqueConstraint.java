package dev.dovetail.schema;

import java.util.List;

/**
 * A rule that no two rows have the same values in some columns.
 *
 * @param table the table
 * @param name the name of the constraint
 * @param columns its columns, in order
 * @param nullsNotDistinct whether two NULLs are the same; otherwise rows with a NULL are never the same
 * @param deferral when it is checked
 */
public record UniqueConstraint(
        Table table, String name, List<Column<?>> columns, boolean nullsNotDistinct, Deferral deferral)
        implements Constraint {
    /** Copies the list. */
    public UniqueConstraint {
        columns = List.copyOf(columns);
    }
}
