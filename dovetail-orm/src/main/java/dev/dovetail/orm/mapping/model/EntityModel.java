package dev.dovetail.orm.mapping.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one entity class declares.
 *
 * @param className the class's binary name
 * @param table the table's name
 * @param schema the table's schema, or null for the default one
 * @param columns the columns in the order of the fields
 * @param foreignKeys the foreign keys
 * @param relationships the relationships in the order of the fields
 * @param uniques the unique constraints over several columns
 * @param indexes the indexes
 * @param checks the CHECK constraints
 * @param suppressions the warnings that the class has silenced
 */
public record EntityModel(
        String className,
        String table,
        @Nullable String schema,
        List<ColumnModel> columns,
        List<ForeignKeyModel> foreignKeys,
        List<RelationshipModel> relationships,
        List<UniqueModel> uniques,
        List<IndexModel> indexes,
        List<CheckModel> checks,
        List<Suppression> suppressions) {

    /** Copies what can change. */
    public EntityModel {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        relationships = List.copyOf(relationships);
        uniques = List.copyOf(uniques);
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
        suppressions = List.copyOf(suppressions);
    }

    /**
     * An entity without anything yet.
     *
     * @param className the class's binary name
     * @param table the table's name
     * @return the entity
     */
    public static EntityModel of(String className, String table) {
        return new EntityModel(
                className, table, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * In a schema.
     *
     * @param name the schema's name
     * @return the changed entity
     */
    public EntityModel schema(@Nullable String name) {
        return with(parts -> parts.schema = name);
    }

    /**
     * With other columns.
     *
     * @param all the columns in the order of the fields
     * @return the changed entity
     */
    public EntityModel columns(ColumnModel... all) {
        return with(parts -> parts.columns = List.of(all));
    }

    /**
     * With other foreign keys.
     *
     * @param all the foreign keys
     * @return the changed entity
     */
    public EntityModel foreignKeys(ForeignKeyModel... all) {
        return with(parts -> parts.foreignKeys = List.of(all));
    }

    /**
     * With other relationships.
     *
     * @param all the relationships in the order of the fields
     * @return the changed entity
     */
    public EntityModel relationships(RelationshipModel... all) {
        return with(parts -> parts.relationships = List.of(all));
    }

    /**
     * With other unique constraints.
     *
     * @param all the unique constraints over several columns
     * @return the changed entity
     */
    public EntityModel uniques(UniqueModel... all) {
        return with(parts -> parts.uniques = List.of(all));
    }

    /**
     * With other indexes.
     *
     * @param all the indexes
     * @return the changed entity
     */
    public EntityModel indexes(IndexModel... all) {
        return with(parts -> parts.indexes = List.of(all));
    }

    /**
     * With other CHECK constraints.
     *
     * @param all the constraints
     * @return the changed entity
     */
    public EntityModel checks(CheckModel... all) {
        return with(parts -> parts.checks = List.of(all));
    }

    /**
     * With other silenced warnings.
     *
     * @param all the warnings
     * @return the changed entity
     */
    public EntityModel suppressions(Suppression... all) {
        return with(parts -> parts.suppressions = List.of(all));
    }

    /**
     * The class's name without its package and enclosing classes, as messages use it.
     *
     * @return the simple name
     */
    public String simpleName() {
        return simpleName(className);
    }

    static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    /**
     * The primary key's columns.
     *
     * @return the columns in order
     */
    public List<ColumnModel> primaryKey() {
        return columns.stream().filter(ColumnModel::id).toList();
    }

    /**
     * A column by name.
     *
     * @param name the column's name
     * @return the column, if there is one
     */
    public Optional<ColumnModel> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * A column by the name of its field or by its own.
     *
     * @param name the name
     * @return the column, if there is one; a field's name comes first
     */
    public Optional<ColumnModel> columnOrAttribute(String name) {
        return columns.stream()
                .filter(column -> name.equals(column.attribute()))
                .findFirst()
                .or(() -> column(name));
    }

    /**
     * The columns that a name in an annotation stands for.
     *
     * @param name a field's name, which for an embedded record stands for all its columns; a path with dots for one of
     *     them; or a column's name
     * @return the columns, none if there is no such name
     */
    public List<ColumnModel> columnsNamed(String name) {
        List<ColumnModel> components = columns.stream()
                .filter(column -> column.label().startsWith(name + "."))
                .toList();
        return components.isEmpty() ? columnOrAttribute(name).stream().toList() : components;
    }

    /**
     * A relationship by name.
     *
     * @param name the holder's name
     * @return the relationship, if there is one
     */
    public Optional<RelationshipModel> relationship(String name) {
        return relationships.stream()
                .filter(relationship -> relationship.name().equals(name))
                .findFirst();
    }

    private EntityModel with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.build();
    }

    /** The components as variables, so that a change names only what it changes. */
    private static final class Parts {
        private String className;
        private String table;
        private @Nullable String schema;
        private List<ColumnModel> columns;
        private List<ForeignKeyModel> foreignKeys;
        private List<RelationshipModel> relationships;
        private List<UniqueModel> uniques;
        private List<IndexModel> indexes;
        private List<CheckModel> checks;
        private List<Suppression> suppressions;

        Parts(EntityModel model) {
            className = model.className;
            table = model.table;
            schema = model.schema;
            columns = model.columns;
            foreignKeys = model.foreignKeys;
            relationships = model.relationships;
            uniques = model.uniques;
            indexes = model.indexes;
            checks = model.checks;
            suppressions = model.suppressions;
        }

        EntityModel build() {
            return new EntityModel(
                    className,
                    table,
                    schema,
                    columns,
                    foreignKeys,
                    relationships,
                    uniques,
                    indexes,
                    checks,
                    suppressions);
        }
    }
}
