package dev.dovetail.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key before it belongs to a table.
 *
 * @param name its name, null for the one that the convention gives
 * @param columns the names of the referencing columns, in order
 * @param referencedSchema the schema of the table referred to, null for that of the referencing table
 * @param referencedTable the name of the table referred to; empty until {@link #references} is called
 * @param referencedColumns the columns there, none for its primary key
 * @param onDelete what a delete of the row referred to does
 * @param onUpdate what a change of the key referred to does
 * @param match when a key that is partly NULL is in order
 * @param deferral when it is checked
 */
public record ForeignKeyDefinition(
        @Nullable String name,
        List<String> columns,
        @Nullable String referencedSchema,
        String referencedTable,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        MatchType match,
        Deferral deferral)
        implements TableElement {
    /** Copies the lists. */
    public ForeignKeyDefinition {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }

    /**
     * Says what the columns refer to.
     *
     * @param table the table, by name: it may be declared later
     * @param targets the columns there, in the order of the referencing ones; none for the primary key
     * @return the new definition
     */
    public ForeignKeyDefinition references(String table, String... targets) {
        return new ForeignKeyDefinition(
                name, columns, referencedSchema, table, List.of(targets), onDelete, onUpdate, match, deferral);
    }

    /**
     * Says in which schema the table referred to is.
     *
     * @param schema the schema, null for that of the referencing table
     * @return the new definition
     */
    public ForeignKeyDefinition inSchema(@Nullable String schema) {
        return new ForeignKeyDefinition(
                name, columns, schema, referencedTable, referencedColumns, onDelete, onUpdate, match, deferral);
    }

    /**
     * Says what a delete of the row referred to does.
     *
     * @param action the action
     * @return the new definition
     */
    public ForeignKeyDefinition onDelete(ReferentialAction action) {
        return new ForeignKeyDefinition(
                name, columns, referencedSchema, referencedTable, referencedColumns, action, onUpdate, match, deferral);
    }

    /**
     * Says what a change of the key referred to does.
     *
     * @param action the action
     * @return the new definition
     */
    public ForeignKeyDefinition onUpdate(ReferentialAction action) {
        return new ForeignKeyDefinition(
                name, columns, referencedSchema, referencedTable, referencedColumns, onDelete, action, match, deferral);
    }

    /**
     * Names the constraint.
     *
     * @param constraint the name
     * @return the new definition
     */
    public ForeignKeyDefinition named(String constraint) {
        return new ForeignKeyDefinition(
                constraint,
                columns,
                referencedSchema,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                match,
                deferral);
    }

    /**
     * Lets a transaction put off the check.
     *
     * @param deferred whether it is put off unless the transaction says otherwise
     * @return the new definition
     */
    public ForeignKeyDefinition deferrable(boolean deferred) {
        return new ForeignKeyDefinition(
                name,
                columns,
                referencedSchema,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                match,
                Deferral.deferrable(deferred));
    }

    /**
     * Refuses a key that is partly NULL.
     *
     * @return the new definition
     */
    public ForeignKeyDefinition matchFull() {
        return new ForeignKeyDefinition(
                name,
                columns,
                referencedSchema,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                MatchType.FULL,
                deferral);
    }
}
