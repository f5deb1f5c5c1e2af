package dev.dovetail.orm.mapping.model;

import dev.dovetail.schema.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key of an entity's table.
 *
 * @param member the field or holder that declares it, or null for the class
 * @param name the constraint's name, or null for the naming convention's
 * @param columns the columns, by name
 * @param targetEntity the binary name of the referenced class, or null where only a table is named
 * @param targetTable the referenced table's name
 * @param targetColumns the referenced columns by name, empty for the primary key
 * @param onDelete the rule for deletes
 * @param onUpdate the rule for changed keys
 * @param deferred whether it is checked at commit
 */
public record ForeignKeyModel(
        @Nullable String member,
        @Nullable String name,
        List<String> columns,
        @Nullable String targetEntity,
        String targetTable,
        List<String> targetColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        boolean deferred) {

    /** Copies what can change. */
    public ForeignKeyModel {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
