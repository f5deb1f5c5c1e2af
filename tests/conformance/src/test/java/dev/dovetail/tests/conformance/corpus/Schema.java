package dev.dovetail.tests.conformance.corpus;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One schema of the library: tables, and the classes mapped to them. */
public record Schema(String name, String family, int tier, String doc, List<Table> tables, List<EntityClass> entities) {

    /** A table, in creation order. */
    public record Table(
            String name,
            List<Column> columns,
            List<ForeignKey> foreignKeys,
            List<List<String>> uniques,
            List<String> checks) {

        /** {@return the columns of the primary key} */
        public List<String> primaryKey() {
            return columns.stream().filter(Column::primaryKey).map(Column::name).toList();
        }

        /** {@return the columns of each unique constraint, the primary key first} */
        public List<List<String>> allUniques() {
            List<List<String>> all = new ArrayList<>();
            all.add(primaryKey());
            all.addAll(uniques);
            columns.stream().filter(Column::unique).forEach(column -> all.add(List.of(column.name())));
            return all;
        }

        /** {@return the names of the columns} */
        public List<String> columnNames() {
            return columns.stream().map(Column::name).toList();
        }

        /** {@return the column of a name} */
        public Column column(String name) {
            return columns.stream()
                    .filter(column -> column.name.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(this.name + " has no column " + name));
        }
    }

    /** A column; {@code type} is integer, text, boolean or float. */
    public record Column(
            String name, String type, boolean primaryKey, boolean autoincrement, boolean nullable, boolean unique) {}

    /** A foreign key; no rule is null. */
    public record ForeignKey(
            List<String> columns,
            String referencedTable,
            List<String> referencedColumns,
            @Nullable String onDelete,
            @Nullable String onUpdate,
            boolean deferred) {}

    /** A mapped class. Without a table of its own it is in its base class's. */
    public record EntityClass(
            String name,
            @Nullable String table,
            List<Relationship> relationships,
            @Nullable String inherits,
            @Nullable String polymorphicOn,
            @Nullable String polymorphicIdentity,
            List<String> inheritCondition,
            @Nullable String versionId) {}

    /** How a relationship's rows are related. */
    public enum Kind {
        MANY_TO_ONE,
        ONE_TO_MANY,
        ONE_TO_ONE,
        MANY_TO_MANY;

        /** {@return whether the attribute is a collection} */
        public boolean collection() {
            return this == ONE_TO_MANY || this == MANY_TO_MANY;
        }
    }

    /** When deleting a parent leaves its children alone. */
    public enum PassiveDeletes {
        FALSE,
        TRUE,
        ALL
    }

    /** A relationship. Columns are written {@code table.column}. */
    public record Relationship(
            String name,
            String target,
            Kind kind,
            @Nullable String backPopulates,
            String cascade,
            PassiveDeletes passiveDeletes,
            boolean passiveUpdates,
            boolean postUpdate,
            boolean singleParent,
            String lazy,
            List<String> orderBy,
            List<String> remoteSide,
            List<String> foreignKeys,
            @Nullable String secondary,
            List<String> secondaryLocal,
            List<String> secondaryRemote) {

        /** {@return the words of the cascade, with "all" spelled out} */
        public List<String> cascades() {
            return List.of(cascade.replace("all", "save-update, merge, refresh-expire, expunge, delete")
                            .split(","))
                    .stream()
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    /** {@return the table of a name} */
    public Table table(String table) {
        return tables.stream()
                .filter(candidate -> candidate.name.equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no table " + table));
    }

    /** {@return the class of a name} */
    public EntityClass entity(String entity) {
        return entities.stream()
                .filter(candidate -> candidate.name.equals(entity))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no entity " + entity));
    }
}
