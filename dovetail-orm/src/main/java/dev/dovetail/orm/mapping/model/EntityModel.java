package dev.dovetail.orm.mapping.model;

import static dev.dovetail.schema.ReferentialAction.NO_ACTION;

import dev.dovetail.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
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
 * @param deletes who wants to hear of deletes
 * @param inheritance the class's place in its hierarchy, or null. What an entity has from its base comes first in columns,
 *     foreign keys, relationships, uniques, indexes and checks
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
        List<Suppression> suppressions,
        Deletes deletes,
        @Nullable InheritanceModel inheritance) {

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
                className,
                table,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Deletes.SILENT,
                null);
    }

    /**
     * An entity that extends another one and has added nothing yet. It is in the base's table.
     *
     * @param base the base
     * @param className the class's binary name
     * @return the entity
     */
    public static EntityModel extending(EntityModel base, String className) {
        return new EntityModel(
                className,
                base.table,
                base.schema,
                base.columns,
                base.foreignKeys,
                base.relationships,
                base.uniques,
                base.indexes,
                base.checks,
                List.of(),
                base.deletes,
                InheritanceModel.of(base, base.inheritance == null ? "" : base.inheritance.discriminator()));
    }

    /**
     * As the first class of a hierarchy.
     *
     * @param column the name of the column that says of which class a row is
     * @return the changed entity
     */
    public EntityModel discriminator(String column) {
        return with(parts -> parts.inheritance = InheritanceModel.of(null, column));
    }

    /**
     * With a value of the discriminator; the class has a place in a hierarchy.
     *
     * @param value what the discriminator has in the class's rows
     * @return the changed entity
     */
    public EntityModel identity(@Nullable String value) {
        return with(parts -> parts.inheritance = place().withIdentity(value));
    }

    /**
     * As an abstract class; it has a place in a hierarchy.
     *
     * @return the changed entity
     */
    public EntityModel asAbstract() {
        return with(parts -> parts.inheritance = place().asAbstract());
    }

    /**
     * In a table of its own, joined to that of its base.
     *
     * @param ownTable the table
     * @param key the names of its primary key's columns, none for those of the base
     * @return the changed entity
     */
    public EntityModel joined(String ownTable, String... key) {
        return with(parts -> {
            parts.table = ownTable;
            parts.inheritance = place().joinedBy(List.of(key), NO_ACTION, NO_ACTION);
        });
    }

    /**
     * With rules for the key that joins its table to that of its base.
     *
     * @param onDelete the rule for deletes
     * @param onUpdate the rule for changed keys
     * @return the changed entity
     */
    public EntityModel baseKeyRules(ReferentialAction onDelete, ReferentialAction onUpdate) {
        return with(parts -> parts.inheritance = place().joinedBy(place().key(), onDelete, onUpdate));
    }

    private InheritanceModel place() {
        return Objects.requireNonNull(inheritance, "not in a hierarchy");
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
     * @param all the columns in the order of the fields, without those of the base
     * @return the changed entity
     */
    public EntityModel columns(ColumnModel... all) {
        return with(parts -> parts.columns = afterInherited(EntityModel::columns, List.of(all)));
    }

    /**
     * With other foreign keys.
     *
     * @param all the foreign keys
     * @return the changed entity
     */
    public EntityModel foreignKeys(ForeignKeyModel... all) {
        return with(parts -> parts.foreignKeys = afterInherited(EntityModel::foreignKeys, List.of(all)));
    }

    /**
     * With other relationships.
     *
     * @param all the relationships in the order of the fields
     * @return the changed entity
     */
    public EntityModel relationships(RelationshipModel... all) {
        return with(parts -> parts.relationships = afterInherited(EntityModel::relationships, List.of(all)));
    }

    /**
     * With other unique constraints.
     *
     * @param all the unique constraints over several columns
     * @return the changed entity
     */
    public EntityModel uniques(UniqueModel... all) {
        return with(parts -> parts.uniques = afterInherited(EntityModel::uniques, List.of(all)));
    }

    /**
     * With other indexes.
     *
     * @param all the indexes
     * @return the changed entity
     */
    public EntityModel indexes(IndexModel... all) {
        return with(parts -> parts.indexes = afterInherited(EntityModel::indexes, List.of(all)));
    }

    /**
     * With other CHECK constraints.
     *
     * @param all the constraints
     * @return the changed entity
     */
    public EntityModel checks(CheckModel... all) {
        return with(parts -> parts.checks = afterInherited(EntityModel::checks, List.of(all)));
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
     * With somebody who wants to hear of deletes.
     *
     * @param heard who
     * @return the changed entity
     */
    public EntityModel deletes(Deletes heard) {
        return with(parts -> parts.deletes = heard);
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

    /**
     * The entity that this one extends.
     *
     * @return the base, or null
     */
    public @Nullable EntityModel base() {
        return inheritance == null ? null : inheritance.base();
    }

    /**
     * The first class of the hierarchy.
     *
     * @return the class, which is the entity itself where it extends none
     */
    public EntityModel root() {
        EntityModel base = base();
        return base == null ? this : base.root();
    }

    /**
     * Whether this is a class or extends it.
     *
     * @param otherClass the binary name of the class
     * @return true if each object of this entity is one of that class
     */
    public boolean isA(String otherClass) {
        EntityModel base = base();
        return className.equals(otherClass) || base != null && base.isA(otherClass);
    }

    /**
     * What the entity adds to its base.
     *
     * @param part a part of the model, for instance {@code EntityModel::columns}
     * @param <T> what it consists of
     * @return all of it where there is no base
     */
    public <T> List<T> own(Function<EntityModel, List<T>> part) {
        EntityModel base = base();
        List<T> all = part.apply(this);
        return base == null ? all : all.subList(part.apply(base).size(), all.size());
    }

    /**
     * The tables that the entity's rows are in.
     *
     * @return the tables, that of the root first
     */
    public List<TableModel> tables() {
        EntityModel base = base();
        if (inheritance == null || base == null) {
            return List.of(new TableModel(this, 0, List.of(), NO_ACTION, NO_ACTION));
        }
        if (!inheritance.joined()) {
            return base.tables();
        }
        List<String> key = inheritance.key().isEmpty()
                ? root().primaryKey().stream().map(ColumnModel::name).toList()
                : inheritance.key();
        List<TableModel> tables = new ArrayList<>(base.tables());
        tables.add(new TableModel(this, base.columns().size(), key, inheritance.onDelete(), inheritance.onUpdate()));
        return List.copyOf(tables);
    }

    private <T> List<T> afterInherited(Function<EntityModel, List<T>> part, List<T> own) {
        EntityModel base = base();
        return base == null
                ? own
                : Stream.concat(part.apply(base).stream(), own.stream()).toList();
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
        private Deletes deletes;
        private @Nullable InheritanceModel inheritance;

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
            deletes = model.deletes;
            inheritance = model.inheritance;
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
                    suppressions,
                    deletes,
                    inheritance);
        }
    }
}
