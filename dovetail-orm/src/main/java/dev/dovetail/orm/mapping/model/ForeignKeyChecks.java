package dev.dovetail.orm.mapping.model;

import static java.util.stream.Collectors.joining;

import dev.dovetail.schema.Deferral;
import dev.dovetail.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks an entity's foreign keys: that columns and target exist and fit, and that the actions can be carried out. */
final class ForeignKeyChecks {

    private final MappingModel model;
    private final EntityModel entity;
    private final List<Finding> found = new ArrayList<>();

    ForeignKeyChecks(MappingModel model, EntityModel entity) {
        this.model = model;
        this.entity = entity;
    }

    List<Finding> run() {
        int inherited = entity.base() == null ? 0 : entity.base().foreignKeys().size();
        for (int position = inherited; position < entity.foreignKeys().size(); position++) {
            ForeignKeyModel key = entity.foreignKeys().get(position);
            if (declaredBefore(key, position)) {
                report(
                        Rule.DUPLICATE_FOREIGN_KEY,
                        key,
                        null,
                        "this foreign key to " + key.targetTable() + " is declared already; keep one declaration");
            } else if (columnsKnown(key)) {
                action(key, key.onDelete(), "onDelete");
                action(key, key.onUpdate(), "onUpdate");
                target(key);
            }
        }
        return found;
    }

    private boolean declaredBefore(ForeignKeyModel key, int position) {
        return entity.foreignKeys().subList(0, position).stream()
                .anyMatch(other -> other.columns().equals(key.columns())
                        && other.targetTable().equals(key.targetTable()));
    }

    private boolean columnsKnown(ForeignKeyModel key) {
        if (key.columns().isEmpty()) {
            report(
                    Rule.COLUMN_COUNT,
                    key,
                    "columns",
                    "@ForeignKey on a class needs columns = …, the columns of the key");
            return false;
        }
        List<String> unknown = key.columns().stream()
                .filter(name -> entity.column(name).isEmpty())
                .toList();
        for (String name : unknown) {
            report(
                    Rule.UNKNOWN_COLUMN,
                    key,
                    "columns",
                    "\"" + name + "\" is no column of " + entity.simpleName() + "; the columns are "
                            + TableChecks.columnNames(entity));
        }
        return unknown.isEmpty();
    }

    private void action(ForeignKeyModel key, ReferentialAction action, String element) {
        List<ColumnModel> columns = columns(entity, key.columns());
        String rule = (element.equals("onDelete") ? "ON DELETE " : "ON UPDATE ") + action.sql();
        if (action == ReferentialAction.SET_NULL) {
            labels(columns.stream().filter(column -> !column.nullable()).toList())
                    .ifPresent(names -> report(
                            Rule.ACTION_CANNOT_WORK,
                            key,
                            element,
                            rule + " would set " + names + " to NULL, but it is NOT NULL; let it be null"
                                    + " (@Column(nullable = true), no primitive type), or choose another action"));
        }
        if (action == ReferentialAction.SET_DEFAULT) {
            labels(columns.stream()
                            .filter(column -> column.defaultSql() == null)
                            .toList())
                    .ifPresent(names -> report(
                            Rule.ACTION_CANNOT_WORK,
                            key,
                            element,
                            rule + " needs a default for " + names
                                    + "; give one with @Default(sql = …), or choose another action"));
        }
    }

    private void target(ForeignKeyModel key) {
        EntityModel target = model.target(key).orElse(null);
        if (target == null) {
            if (key.targetEntity() != null) {
                report(
                        Rule.NO_KEY_TARGET,
                        key,
                        "references",
                        EntityModel.simpleName(key.targetEntity())
                                + " is no entity; put @Entity on it, or name the table with table = …");
            }
            return; // nothing is known of a table without a class
        }
        List<String> unknown = key.targetColumns().stream()
                .filter(name -> target.column(name).isEmpty())
                .toList();
        for (String name : unknown) {
            report(
                    Rule.UNKNOWN_COLUMN,
                    key,
                    "referencedColumns",
                    "\"" + name + "\" is no column of " + target.simpleName() + "; the columns are "
                            + TableChecks.columnNames(target));
        }
        List<ColumnModel> referenced =
                key.targetColumns().isEmpty() ? target.primaryKey() : columns(target, key.targetColumns());
        if (unknown.isEmpty() && !referenced.isEmpty()) { // a missing primary key is a finding about the target
            fit(key, target, referenced);
        }
    }

    private void fit(ForeignKeyModel key, EntityModel target, List<ColumnModel> referenced) {
        List<ColumnModel> columns = columns(entity, key.columns());
        if (columns.size() != referenced.size()) {
            report(
                    Rule.COLUMN_COUNT,
                    key,
                    key.targetColumns().isEmpty() ? "columns" : "referencedColumns",
                    "the key has " + count(columns) + ", but references " + count(referenced) + " of "
                            + target.simpleName()
                            + "; name as many as are referenced, on the class if there are several");
            return;
        }
        if (!isKey(target, referenced)) {
            report(
                    Rule.KEY_DOES_NOT_FIT,
                    key,
                    "referencedColumns",
                    label(target, referenced)
                            + (unique(target, referenced).isPresent()
                                    ? " is a unique key that is deferrable, and the database lets no foreign key refer to"
                                            + " one; drop its deferral"
                                    : " is neither the primary key nor a declared unique key; declare it"
                                            + (referenced.size() == 1 ? " @Column(unique = true)" : " with @Unique"))
                            + ", or reference the primary key");
        }
        for (int position = 0; position < columns.size(); position++) {
            ColumnModel from = columns.get(position);
            ColumnModel to = referenced.get(position);
            if (!from.type().fits(to.type())) {
                report(
                        Rule.KEY_DOES_NOT_FIT,
                        key,
                        "references",
                        from.label() + " is " + from.type().label() + ", but references " + target.simpleName() + "."
                                + to.label() + ", which is " + to.type().label() + "; give both one type");
            }
        }
    }

    private static boolean isKey(EntityModel target, List<ColumnModel> referenced) {
        Set<String> names =
                Set.copyOf(referenced.stream().map(ColumnModel::name).toList());
        return names.equals(Set.copyOf(
                        target.primaryKey().stream().map(ColumnModel::name).toList()))
                || referenced.size() == 1 && referenced.get(0).unique()
                || unique(target, referenced)
                        .filter(unique -> unique.deferral() == Deferral.NOT_DEFERRABLE)
                        .isPresent();
    }

    private static Optional<UniqueModel> unique(EntityModel target, List<ColumnModel> referenced) {
        Set<String> names =
                Set.copyOf(referenced.stream().map(ColumnModel::name).toList());
        return target.uniques().stream()
                .filter(unique -> names.equals(Set.copyOf(unique.columns())))
                .findFirst();
    }

    private static List<ColumnModel> columns(EntityModel of, List<String> names) {
        return names.stream().map(of::column).flatMap(Optional::stream).toList();
    }

    private static Optional<String> labels(List<ColumnModel> columns) {
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(columns.stream().map(ColumnModel::label).collect(joining(" and ")));
    }

    private static String label(EntityModel of, List<ColumnModel> columns) {
        return of.simpleName() + columns.stream().map(ColumnModel::label).collect(joining(", ", "(", ")"));
    }

    private static String count(List<ColumnModel> columns) {
        return (columns.size() == 1 ? "1 column" : columns.size() + " columns")
                + columns.stream().map(ColumnModel::label).collect(joining(", ", " (", ")"));
    }

    private void report(Rule rule, ForeignKeyModel key, @Nullable String element, String message) {
        String place = entity.simpleName() + (key.member() == null ? "" : "." + key.member());
        found.add(Finding.of(rule, entity.className(), key.member(), place + ": " + message)
                .at("ForeignKey", occurrence(key), element));
    }

    /** Which of the keys that its member declares. */
    private int occurrence(ForeignKeyModel key) {
        int occurrence = 0;
        for (ForeignKeyModel other : entity.own(EntityModel::foreignKeys)) {
            if (other == key) {
                return occurrence;
            }
            if (Objects.equals(other.member(), key.member())) {
                occurrence++;
            }
        }
        throw new IllegalArgumentException("not a foreign key of " + entity.className() + ": " + key);
    }
}
