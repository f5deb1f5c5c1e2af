package dev.dovetail.orm.mapping.model;

import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a many-to-many relationship: its secondary table, and what cascades do where objects have several owners. */
final class SecondaryChecks {

    private final MappingModel model;
    private final Link link;
    private final SecondaryTable table;
    private final List<Finding> found = new ArrayList<>();

    /** Checks for a link that has a secondary table. */
    SecondaryChecks(MappingModel model, Link link) {
        this.model = model;
        this.link = link;
        this.table = Objects.requireNonNull(link.secondary());
    }

    List<Finding> run() {
        if (link.relationship().secondary() != null) {
            columns();
            action(table.toOwner().onDelete(), "onDelete");
            action(table.toOwner().onUpdate(), "onUpdate");
            model.entities().stream().filter(this::mapsTable).findFirst().ifPresent(this::mapped);
        }
        if (!link.relationship().foreignKey().isEmpty()) {
            report(
                    Rule.CHOSEN_KEY_UNKNOWN,
                    "Relationship",
                    "foreignKey",
                    "neither side has the foreign key of a relationship through a secondary table; drop foreignKey, and"
                            + " name the columns in @Secondary");
        }
        deletesOnBothSides();
        return found;
    }

    /** A column may serve both keys, if it has the same type in both. */
    private void columns() {
        for (ForeignKeyModel key : List.of(table.toOwner(), table.toTarget())) {
            Set<String> seen = new HashSet<>();
            for (String column : key.columns()) {
                if (!seen.add(column)) {
                    report(
                            Rule.SECONDARY_COLUMNS,
                            "Secondary",
                            element(key),
                            "the column \"" + column + "\" is named twice for one key");
                }
            }
        }
        Map<String, ColumnModel> types = new HashMap<>(referenced(table.toOwner(), link.owner()));
        referenced(table.toTarget(), link.target()).forEach((name, column) -> {
            ColumnModel other = types.get(name);
            if (other != null && !other.type().fits(column.type())) {
                report(
                        Rule.KEY_DOES_NOT_FIT,
                        "Secondary",
                        "targetColumns",
                        "the column \"" + name + "\" would refer to "
                                + link.owner().simpleName() + "." + other.label()
                                + ", which is " + other.type().label() + ", and to "
                                + link.target().simpleName() + "." + column.label() + ", which is "
                                + column.type().label() + "; give each key a column of its own");
            }
        });
    }

    private static Map<String, ColumnModel> referenced(ForeignKeyModel key, EntityModel side) {
        Map<String, ColumnModel> columns = new HashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            columns.put(key.columns().get(i), side.primaryKey().get(i));
        }
        return columns;
    }

    private void action(ReferentialAction action, String element) {
        if (action == ReferentialAction.SET_NULL || action == ReferentialAction.SET_DEFAULT) {
            report(
                    Rule.ACTION_CANNOT_WORK,
                    "Secondary",
                    element,
                    action.sql() + " cannot be done to the columns of \"" + table.name()
                            + "\", which are its primary key; choose CASCADE, or leave the rows to the session");
        }
    }

    /** Whether a class maps the secondary table: of this name, and between these classes. */
    private boolean mapsTable(EntityModel entity) {
        return entity.table().equals(table.name())
                && Objects.equals(entity.schema(), table.schema())
                && entity.foreignKeys().stream()
                        .anyMatch(key -> key.refersTo(link.owner()) || key.refersTo(link.target()));
    }

    /** A table that an entity maps as well has the columns that its class says. */
    private void mapped(EntityModel entity) {
        for (ForeignKeyModel key : List.of(table.toOwner(), table.toTarget())) {
            EntityModel side = key == table.toOwner() ? link.owner() : link.target();
            referenced(key, side).forEach((name, referenced) -> {
                ColumnModel column = entity.column(name).orElse(null);
                if (column == null) {
                    report(
                            Rule.UNKNOWN_COLUMN,
                            "Secondary",
                            element(key),
                            "\"" + name + "\" is no column of " + entity.simpleName() + ", which maps the table \""
                                    + table.name() + "\"; its columns are " + TableChecks.columnNames(entity));
                } else if (!column.type().fits(referenced.type())) {
                    report(
                            Rule.KEY_DOES_NOT_FIT,
                            "Secondary",
                            element(key),
                            entity.simpleName() + "." + column.label() + " is "
                                    + column.type().label() + ", but the key of " + side.simpleName() + " is "
                                    + referenced.type().label() + "; give both one type");
                }
            });
        }
    }

    private void deletesOnBothSides() {
        if (link.inverse() == null || !link.relationship().cascade().contains(Cascade.DELETE)) {
            return;
        }
        RelationshipModel inverse = link.target().relationship(link.inverse()).orElseThrow();
        if (inverse.cascade().contains(Cascade.DELETE)) {
            report(
                    Rule.DELETE_OF_SHARED,
                    "Relationship",
                    "cascade",
                    "it has the DELETE cascade, and so has its other side "
                            + link.target().simpleName() + "." + inverse.name() + ": deleting one "
                            + link.owner().simpleName() + " deletes everything that is joined to it over any number of"
                            + " steps; drop DELETE, the rows of \"" + table.name() + "\" go without it");
        }
    }

    private String element(ForeignKeyModel key) {
        return key == table.toOwner() ? "columns" : "targetColumns";
    }

    private void report(Rule rule, String annotation, @Nullable String element, String message) {
        found.add(Finding.of(rule, link.owner().className(), link.relationship().name(), link.label() + ": " + message)
                .at(annotation, element));
    }
}
