package dev.dovetail.orm.mapping.model;

import static dev.dovetail.schema.ReferentialAction.NO_ACTION;

import dev.dovetail.schema.ReferentialAction;
import java.util.List;
import java.util.function.Consumer;
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

    /**
     * A key with the rule NO ACTION, checked at once, to the primary key of a table that is known by name only.
     *
     * @param targetTable the referenced table's name
     * @param columns the columns
     * @return the foreign key
     */
    public static ForeignKeyModel to(String targetTable, String... columns) {
        return new ForeignKeyModel(
                null, null, List.of(columns), null, targetTable, List.of(), NO_ACTION, NO_ACTION, false);
    }

    /**
     * Declared by a field.
     *
     * @param field the field or holder
     * @return the changed key
     */
    public ForeignKeyModel member(@Nullable String field) {
        return with(parts -> parts.member = field);
    }

    /**
     * With a name of its own.
     *
     * @param constraint the constraint's name
     * @return the changed key
     */
    public ForeignKeyModel name(@Nullable String constraint) {
        return with(parts -> parts.name = constraint);
    }

    /**
     * To an entity.
     *
     * @param className the binary name of the referenced class
     * @return the changed key
     */
    public ForeignKeyModel targetEntity(@Nullable String className) {
        return with(parts -> parts.targetEntity = className);
    }

    /**
     * To other columns than the primary key.
     *
     * @param referenced the referenced columns
     * @return the changed key
     */
    public ForeignKeyModel targetColumns(String... referenced) {
        return with(parts -> parts.targetColumns = List.of(referenced));
    }

    /**
     * With a rule for deletes.
     *
     * @param action the rule
     * @return the changed key
     */
    public ForeignKeyModel onDelete(ReferentialAction action) {
        return with(parts -> parts.onDelete = action);
    }

    /**
     * With a rule for changed keys.
     *
     * @param action the rule
     * @return the changed key
     */
    public ForeignKeyModel onUpdate(ReferentialAction action) {
        return with(parts -> parts.onUpdate = action);
    }

    /**
     * Checked at commit.
     *
     * @return the changed key
     */
    public ForeignKeyModel asDeferred() {
        return with(parts -> parts.deferred = true);
    }

    /**
     * Whether this key refers to a table that an entity's rows are in.
     *
     * @param entity the entity
     * @return true if it names the class or one whose table it shares, or the table where it names no class
     */
    public boolean refersTo(EntityModel entity) {
        if (targetEntity == null || entity.inheritance() != null) {
            return entity.tables().stream().anyMatch(table -> table.name().equals(targetTable));
        }
        return targetEntity.equals(entity.className());
    }

    private ForeignKeyModel with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.build();
    }

    /** The components as variables, so that a change names only what it changes. */
    private static final class Parts {
        private @Nullable String member;
        private @Nullable String name;
        private List<String> columns;
        private @Nullable String targetEntity;
        private String targetTable;
        private List<String> targetColumns;
        private ReferentialAction onDelete;
        private ReferentialAction onUpdate;
        private boolean deferred;

        Parts(ForeignKeyModel model) {
            member = model.member;
            name = model.name;
            columns = model.columns;
            targetEntity = model.targetEntity;
            targetTable = model.targetTable;
            targetColumns = model.targetColumns;
            onDelete = model.onDelete;
            onUpdate = model.onUpdate;
            deferred = model.deferred;
        }

        ForeignKeyModel build() {
            return new ForeignKeyModel(
                    member, name, columns, targetEntity, targetTable, targetColumns, onDelete, onUpdate, deferred);
        }
    }
}
