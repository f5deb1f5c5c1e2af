package dev.dovetail.orm.mapping.model;

import java.util.List;
import java.util.Optional;
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
 * @param checks the CHECK constraints
 */
public record EntityModel(
        String className,
        String table,
        @Nullable String schema,
        List<ColumnModel> columns,
        List<ForeignKeyModel> foreignKeys,
        List<RelationshipModel> relationships,
        List<UniqueModel> uniques,
        List<CheckModel> checks) {

    /** Copies what can change. */
    public EntityModel {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        relationships = List.copyOf(relationships);
        uniques = List.copyOf(uniques);
        checks = List.copyOf(checks);
    }

    /**
     * The class's name without its package and enclosing classes, as messages use it.
     *
     * @return the simple name
     */
    public String simpleName() {
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
}
