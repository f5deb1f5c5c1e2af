package dev.dovetail.orm.mapping.model;

import dev.dovetail.schema.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secondary table of a many-to-many relationship as one side declares it.
 *
 * @param table the table's name, or null for the default
 * @param columns the columns that refer to the declaring side, empty for the default
 * @param targetColumns the columns that refer to the other side, empty for the default
 * @param onDelete the rule of both foreign keys for deletes
 * @param onUpdate the rule of both foreign keys for changed keys
 */
public record SecondaryModel(
        @Nullable String table,
        List<String> columns,
        List<String> targetColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate) {

    /** Copies what can change. */
    public SecondaryModel {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /**
     * A secondary table with the default columns, whose keys have the rule NO ACTION.
     *
     * @param table the table's name, or null for the default
     * @return the declaration
     */
    public static SecondaryModel of(@Nullable String table) {
        return new SecondaryModel(
                table, List.of(), List.of(), ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION);
    }

    /**
     * With columns of its own choice that refer to the declaring side.
     *
     * @param names the columns
     * @return the changed declaration
     */
    public SecondaryModel columns(String... names) {
        return new SecondaryModel(table, List.of(names), targetColumns, onDelete, onUpdate);
    }

    /**
     * With columns of its own choice that refer to the other side.
     *
     * @param names the columns
     * @return the changed declaration
     */
    public SecondaryModel targetColumns(String... names) {
        return new SecondaryModel(table, columns, List.of(names), onDelete, onUpdate);
    }

    /**
     * With a rule for deletes.
     *
     * @param action the rule of both foreign keys
     * @return the changed declaration
     */
    public SecondaryModel onDelete(ReferentialAction action) {
        return new SecondaryModel(table, columns, targetColumns, action, onUpdate);
    }

    /**
     * With a rule for changed keys.
     *
     * @param action the rule of both foreign keys
     * @return the changed declaration
     */
    public SecondaryModel onUpdate(ReferentialAction action) {
        return new SecondaryModel(table, columns, targetColumns, onDelete, action);
    }
}
