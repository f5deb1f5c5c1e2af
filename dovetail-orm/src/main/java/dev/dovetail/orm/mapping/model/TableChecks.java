package dev.dovetail.orm.mapping.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks an entity's table by itself: its name, its columns, its primary and unique keys. */
final class TableChecks {

    private final MappingModel model;
    private final EntityModel entity;
    private final List<Finding> found = new ArrayList<>();

    TableChecks(MappingModel model, EntityModel entity) {
        this.model = model;
        this.entity = entity;
    }

    List<Finding> run() {
        tableName();
        primaryKey();
        columnNames();
        uniqueKeys();
        indexes();
        versions();
        deferred();
        return found;
    }

    private void tableName() {
        model.entities().stream()
                .filter(other -> !other.root().className().equals(entity.root().className()))
                .filter(other -> !inBaseTable(entity) && !inBaseTable(other))
                .filter(other ->
                        other.table().equals(entity.table()) && Objects.equals(other.schema(), entity.schema()))
                .findFirst()
                .ifPresent(other -> found.add(Finding.of(
                                Rule.DUPLICATE_TABLE,
                                entity.className(),
                                null,
                                entity.simpleName() + ": the table \"" + entity.table() + "\" belongs to "
                                        + other.className() + " already; name another with @Entity(table = …)")
                        .at("Entity", "table")));
    }

    private static boolean inBaseTable(EntityModel entity) {
        return entity.base() != null && !entity.inheritance().joined();
    }

    private void primaryKey() {
        if (entity.base() == null && entity.primaryKey().isEmpty()) {
            found.add(Finding.of(
                            Rule.NO_PRIMARY_KEY,
                            entity.className(),
                            null,
                            entity.simpleName()
                                    + " has no primary key; put @Id on a field, for instance @Id Integer id")
                    .at("Entity", null));
        }
        for (ColumnModel column : entity.own(EntityModel::columns)) {
            if (column.generated() && !generatable(column)) {
                found.add(Finding.of(
                                Rule.GENERATED_KEY_TYPE,
                                entity.className(),
                                column.attribute(),
                                entity.simpleName() + "." + column.label() + " is a generated key of type "
                                        + simpleType(column) + ", " + whyNotGeneratable(column))
                        .at("Id", "generation"));
            }
        }
    }

    private void versions() {
        List<ColumnModel> versions = entity.columns().stream()
                .filter(column -> column.traits().contains(ColumnModel.Trait.VERSION))
                .toList();
        for (ColumnModel column : versions) {
            String problem = notAVersion(column, versions.get(0));
            if (problem != null) {
                found.add(Finding.of(
                                Rule.UNUSABLE_VERSION,
                                entity.className(),
                                column.attribute(),
                                entity.simpleName() + "." + column.label() + ": " + problem)
                        .at("Version", null));
            }
        }
    }

    private void deferred() {
        for (ColumnModel column : entity.own(EntityModel::columns)) {
            String use = column.deferred() ? neededFor(column) : null;
            if (use != null) {
                found.add(Finding.of(
                        Rule.DEFERRED_NEEDED,
                        entity.className(),
                        column.attribute(),
                        entity.simpleName() + "." + column.label() + " is Deferred, but it is " + use
                                + ", which is read with its row; make it a plain field"));
            }
        }
    }

    private @Nullable String neededFor(ColumnModel column) {
        if (column.id()) {
            return "part of the primary key";
        } else if (column.traits().contains(ColumnModel.Trait.VERSION)) {
            return "the version";
        } else if (entity.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()))) {
            return "part of a foreign key";
        } else if (column.unique()
                || entity.uniques().stream().anyMatch(key -> key.columns().contains(column.name()))) {
            return "part of a unique constraint";
        } else if (entity.inheritance() != null
                && entity.inheritance().discriminator().equals(column.name())) {
            return "the discriminator";
        } else if (column.traits().contains(ColumnModel.Trait.CREATED)
                || column.traits().contains(ColumnModel.Trait.UPDATED)) {
            return "a time that the session sets";
        } else if (column.details().computed() != null || !column.insertable()) {
            return "written by the database";
        }
        return null;
    }

    private @Nullable String notAVersion(ColumnModel column, ColumnModel first) {
        boolean refers = entity.foreignKeys().stream()
                .anyMatch(key ->
                        key.columns().contains(column.name()) || key.columns().contains(column.attribute()));
        if (column != first) {
            return first.label() + " is the version already; a row has one";
        }
        if (column.id() || refers) {
            return "a version changes with each UPDATE, so that it cannot be a " + (refers ? "foreign" : "primary")
                    + " key; give it a column of its own";
        }
        if (column.defaultSql() != null || column.clientDefault() != null) {
            return "a version begins with 1; drop its @Default";
        }
        return switch (column.type().javaType()) {
            case "java.lang.Integer", "java.lang.Long", "int", "long" -> null;
            default -> "a version counts, which a " + simpleType(column) + " does not; use Integer or Long";
        };
    }

    private static boolean generatable(ColumnModel column) {
        return switch (column.type().javaType()) {
            case "java.lang.Integer", "java.lang.Long", "java.lang.Short" -> true;
            default -> false;
        };
    }

    private static String whyNotGeneratable(ColumnModel column) {
        return switch (column.type().javaType()) {
            case "int" -> primitiveRemedy("Integer");
            case "long" -> primitiveRemedy("Long");
            case "short" -> primitiveRemedy("Short");
            default ->
                "which the database does not generate; use Integer, Long or Short, or @Id(generation = ASSIGNED)";
        };
    }

    private static String primitiveRemedy(String wrapper) {
        return "whose 0 could not be told from \"not given\"; use " + wrapper + ", or @Id(generation = ASSIGNED)";
    }

    private static String simpleType(ColumnModel column) {
        String javaType = column.type().javaType();
        return javaType.substring(javaType.lastIndexOf('.') + 1);
    }

    private void columnNames() {
        Map<String, ColumnModel> byName = new HashMap<>();
        for (ColumnModel column : entity.columns()) {
            ColumnModel first = byName.putIfAbsent(column.name(), column);
            if (first != null && isOwn(column)) {
                found.add(Finding.of(
                                Rule.DUPLICATE_COLUMN,
                                entity.className(),
                                column.attribute(),
                                entity.simpleName() + "." + column.label() + ": the column \"" + column.name()
                                        + "\" belongs to the field " + first.label()
                                        + " already; name another with @Column(name = …)")
                        .at("Column", "name"));
            }
        }
    }

    private boolean isOwn(ColumnModel column) {
        return entity.own(EntityModel::columns).contains(column);
    }

    private void uniqueKeys() {
        List<UniqueModel> uniques = entity.own(EntityModel::uniques);
        for (int position = 0; position < uniques.size(); position++) {
            for (String name : uniques.get(position).columns()) {
                if (entity.column(name).isEmpty()) {
                    found.add(Finding.of(
                                    Rule.UNKNOWN_COLUMN,
                                    entity.className(),
                                    null,
                                    entity.simpleName() + ": @Unique names \"" + name + "\", but the columns are "
                                            + columnNames(entity))
                            .at("Unique", position, "columns"));
                }
            }
        }
    }

    private void indexes() {
        Map<String, Integer> occurrences = new HashMap<>();
        for (IndexModel index : entity.indexes()) {
            int occurrence = occurrences.merge(String.valueOf(index.member()), 1, Integer::sum) - 1;
            for (String name : index.columnNames()) {
                if (entity.column(name).isEmpty()) {
                    found.add(Finding.of(
                                    Rule.UNKNOWN_COLUMN,
                                    entity.className(),
                                    index.member(),
                                    entity.simpleName() + ": @Index names \"" + name + "\", but the columns are "
                                            + columnNames(entity))
                            .at("Index", occurrence, "columns"));
                }
            }
        }
    }

    /** The columns of an entity as messages list them. */
    static String columnNames(EntityModel entity) {
        return String.join(
                ", ", entity.columns().stream().map(ColumnModel::name).toList());
    }
}
