package dev.dovetail.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule that the values of some columns are found in another row. It names its target; {@link MetaData#referenced}
 * gives the table itself.
 *
 * @param table the referencing table
 * @param name the name of the constraint
 * @param columns the referencing columns, in order
 * @param referencedSchema the schema of the table referred to, null if it has none
 * @param referencedTable the name of the table referred to
 * @param referencedColumns the columns there, in the order of the referencing ones; none for its primary key
 * @param onDelete what a delete of the row referred to does
 * @param onUpdate what a change of the key referred to does
 * @param match when a key that is partly NULL is in order
 * @param deferral when it is checked
 */
public record ForeignKey(
        Table table,
        String name,
        List<Column<?>> columns,
        @Nullable String referencedSchema,
        String referencedTable,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        MatchType match,
        Deferral deferral)
        implements Constraint {
    /** Copies the lists. */
    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }

    /**
     * Whether every referencing column may be NULL, so that a row need not refer to anything.
     *
     * @return true if all columns are nullable
     */
    public boolean nullable() {
        return columns.stream().allMatch(Column::nullable);
    }

    /**
     * Whether a transaction may put off the check.
     *
     * @return true if it may
     */
    public boolean deferrable() {
        return deferral != Deferral.NOT_DEFERRABLE;
    }

    /**
     * Whether the check is made at the commit unless the transaction says otherwise.
     *
     * @return true if it is
     */
    public boolean initiallyDeferred() {
        return deferral == Deferral.INITIALLY_DEFERRED;
    }

    /** The definition in short: {@code child(parent_id) → parent(id), CASCADE}. */
    @Override
    public String toString() {
        String targets = referencedColumns.isEmpty() ? "" : "(" + String.join(", ", referencedColumns) + ")";
        return table
                + columns.stream().map(Column::name).collect(Collectors.joining(", ", "(", ")"))
                + " → "
                + Table.qualified(referencedSchema, referencedTable)
                + targets
                + ", "
                + onDelete.sql();
    }
}
