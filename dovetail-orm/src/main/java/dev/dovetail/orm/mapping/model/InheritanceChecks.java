package dev.dovetail.orm.mapping.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks an entity's place in its hierarchy: that its rows can be told from others, and that its columns have theirs. */
final class InheritanceChecks {

    private final MappingModel model;
    private final EntityModel entity;
    private final List<Finding> found = new ArrayList<>();

    InheritanceChecks(MappingModel model, EntityModel entity) {
        this.model = model;
        this.entity = entity;
    }

    List<Finding> run() {
        InheritanceModel inheritance = entity.inheritance();
        if (inheritance == null || entity.root().inheritance() == null) {
            return found; // of what extends an entity that is no hierarchy, that has been said
        }
        identity(inheritance);
        sharedColumns();
        EntityModel base = entity.base();
        if (base != null) {
            rootOnly(base);
            baseKey(inheritance);
        }
        return found;
    }

    private void identity(InheritanceModel inheritance) {
        String value = inheritance.identity();
        if (value == null) {
            if (!inheritance.isAbstract()) {
                report(
                        Rule.NO_IDENTITY,
                        "Entity",
                        null,
                        "its rows could not be told from those of other classes; put @DiscriminatorValue on it, or make"
                                + " it abstract");
            }
            return;
        }
        others().filter(other -> other.inheritance() != null
                        && value.equals(other.inheritance().identity()))
                .findFirst()
                .ifPresent(other -> report(
                        Rule.DUPLICATE_IDENTITY,
                        "DiscriminatorValue",
                        "value",
                        "@DiscriminatorValue(\"" + value + "\") belongs to " + other.simpleName()
                                + " already; choose another"));
        entity.column(inheritance.discriminator()).ifPresent(column -> fits(value, column));
    }

    private Stream<EntityModel> others() {
        return model.entities().stream()
                .filter(other -> !other.className().equals(entity.className()))
                .filter(other -> other.root().className().equals(entity.root().className()));
    }

    private void fits(String value, ColumnModel column) {
        String why = whyNot(value, column);
        if (why != null) {
            report(
                    Rule.UNUSABLE_IDENTITY,
                    "DiscriminatorValue",
                    "value",
                    "the discriminator " + column.label() + " cannot be \"" + value + "\": " + why);
        }
    }

    private static @Nullable String whyNot(String value, ColumnModel column) {
        int length = column.type().length();
        if (column.type().primitive()) {
            return "a primitive has a value before the session gives it one; use its wrapper";
        }
        switch (column.type().javaType()) {
            case "java.lang.String":
                return length > 0 && value.length() > length ? "it has " + length + " characters at most" : null;
            case "java.lang.Integer", "java.lang.Long", "java.lang.Short":
                return value.matches("-?[0-9]{1,9}") ? null : "it is a whole number";
            case "java.lang.Boolean", "java.lang.Double", "java.math.BigDecimal", "byte[]":
                return "a discriminator is a text, a whole number or an enum";
            default:
                return null;
        }
    }

    /** Columns of the table that other classes of the hierarchy have, too. */
    private void sharedColumns() {
        String table = entity.table();
        for (ColumnModel own : entity.own(EntityModel::columns)) {
            others().filter(other -> other.table().equals(table) && !entity.isA(other.className()))
                    .filter(other -> !other.isA(entity.className()))
                    .map(other -> other.column(own.name())
                            .filter(column -> !column.type().fits(own.type()))
                            .map(column -> other.simpleName() + "." + column.label() + " is "
                                    + column.type().label()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(other -> found.add(Finding.of(
                            Rule.SHARED_COLUMN,
                            entity.className(),
                            own.attribute(),
                            entity.simpleName() + "." + own.label() + " is "
                                    + own.type().label() + ", but " + other
                                    + " in the same column \"" + own.name() + "\" of " + table
                                    + "; give both one type, or one of them another column")));
        }
    }

    private void rootOnly(EntityModel base) {
        for (ColumnModel column : entity.own(EntityModel::columns)) {
            if (column.id() || column.traits().contains(ColumnModel.Trait.VERSION)) {
                found.add(Finding.of(
                        Rule.ROOT_ONLY,
                        entity.className(),
                        column.attribute(),
                        entity.simpleName() + "." + column.label() + ": the "
                                + (column.id() ? "primary key" : "version") + " belongs to "
                                + base.root().simpleName() + ", the first class of the hierarchy; drop @"
                                + (column.id() ? "Id" : "Version")));
            }
        }
    }

    private void baseKey(InheritanceModel inheritance) {
        int wanted = entity.root().primaryKey().size();
        if (!inheritance.key().isEmpty() && inheritance.key().size() != wanted) {
            report(
                    Rule.BASE_KEY,
                    "BaseKey",
                    "columns",
                    "the key refers to that of " + entity.root().simpleName() + ", which has " + wanted
                            + (wanted == 1 ? " column" : " columns") + ", not "
                            + inheritance.key().size());
        }
        for (ColumnModel column : entity.own(EntityModel::columns)) {
            if (inheritance.joined() && keyOf(entity).contains(column.name())) {
                found.add(Finding.of(
                        Rule.BASE_KEY,
                        entity.className(),
                        column.attribute(),
                        entity.simpleName() + "." + column.label() + ": the column \"" + column.name() + "\" of "
                                + entity.table() + " is the key to its base's table; name another"));
            }
        }
    }

    private static List<String> keyOf(EntityModel entity) {
        List<TableModel> tables = entity.tables();
        return tables.get(tables.size() - 1).key();
    }

    private void report(Rule rule, String annotation, @Nullable String element, String message) {
        found.add(Finding.of(rule, entity.className(), null, entity.simpleName() + ": " + message)
                .at(annotation, element));
    }
}
