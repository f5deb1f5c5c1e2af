package dev.dovetail.orm.mapping.model;

import static java.util.stream.Collectors.joining;

import dev.dovetail.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for traps in an entity's foreign keys that only show with data: missing indexes, keys that change, circles. */
final class KeyTraps {

    private final MappingModel model;
    private final Links links;
    private final EntityModel entity;
    private final List<Finding> found = new ArrayList<>();

    KeyTraps(MappingModel model, Links links, EntityModel entity) {
        this.model = model;
        this.links = links;
        this.entity = entity;
    }

    List<Finding> run() {
        List<ForeignKeyModel> usable = entity.own(EntityModel::foreignKeys).stream()
                .filter(key -> key.columns().stream()
                        .allMatch(name -> entity.column(name).isPresent()))
                .distinct()
                .toList();
        for (ForeignKeyModel key : usable) {
            index(key);
            naturalKey(key);
            circle(key);
        }
        cascadePaths(usable);
        return errors();
    }

    /** What is no trap but a mistake: two relationships that write one key. */
    List<Finding> errors() {
        List<Link> resolved = entity.relationships().stream()
                .map(relationship -> links.resolve(entity, relationship).link())
                .flatMap(Stream::ofNullable)
                .filter(link -> link.secondary() == null)
                .toList();
        writers(resolved);
        return found;
    }

    private void index(ForeignKeyModel key) {
        Set<String> columns = Set.copyOf(key.columns());
        boolean led = Stream.of(
                        Stream.of(names(entity.primaryKey())),
                        entity.columns().stream().filter(ColumnModel::unique).map(column -> List.of(column.name())),
                        entity.uniques().stream().map(UniqueModel::columns),
                        entity.indexes().stream()
                                .filter(index -> index.where() == null)
                                .map(IndexModel::columnNames))
                .flatMap(keys -> keys)
                .anyMatch(index ->
                        index.size() >= columns.size() && columns.equals(Set.copyOf(index.subList(0, columns.size()))));
        if (!led) {
            report(
                    Rule.KEY_WITHOUT_INDEX,
                    key,
                    null,
                    "no index begins with " + labels(key) + ": the database reads the whole table for each "
                            + target(key) + " that is deleted, and for each collection that is loaded; add @Index");
        }
    }

    /** A key that the application can change, and what refers to it would not follow. */
    private void naturalKey(ForeignKeyModel key) {
        if (key.onUpdate() != ReferentialAction.NO_ACTION && key.onUpdate() != ReferentialAction.RESTRICT) {
            return;
        }
        EntityModel target = model.target(key).orElse(null);
        if (target == null || key.deferred()) {
            return;
        }
        List<ColumnModel> referenced = key.targetColumns().isEmpty()
                ? target.primaryKey()
                : key.targetColumns().stream()
                        .flatMap(name -> target.column(name).stream())
                        .toList();
        List<ColumnModel> changing =
                referenced.stream().filter(column -> natural(target, column)).toList();
        if (!changing.isEmpty()) {
            String names = changing.stream().map(ColumnModel::label).collect(joining(", "));
            report(
                    Rule.CHANGING_KEY,
                    key,
                    "onUpdate",
                    "it refers to " + target.simpleName() + "." + names
                            + ", which the application can change, and has no"
                            + " ON UPDATE rule; give onUpdate = CASCADE, or @Column(updatable = false) to " + names);
        }
    }

    private static boolean natural(EntityModel target, ColumnModel column) {
        boolean text = column.type().javaType().equals("java.lang.String");
        boolean refers =
                target.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
        boolean given = !column.hasServerValue() && column.clientDefault() == null && column.keySource() == null;
        return text && given && !refers && column.updatable();
    }

    private void circle(ForeignKeyModel key) {
        List<String> path = path(entity, key, new LinkedHashSet<>(), entity).orElse(List.of());
        boolean first = path.stream().noneMatch(name -> name.compareTo(entity.className()) < 0);
        boolean self = path.size() == 1;
        boolean startless = !self || entity.primaryKey().stream().anyMatch(ColumnModel::generated);
        if (!path.isEmpty() && first && startless) {
            report(
                    Rule.CIRCLE_OF_KEYS,
                    key,
                    null,
                    "the foreign keys "
                            + Stream.concat(path.stream(), Stream.of(entity.className()))
                                    .map(EntityModel::simpleName)
                                    .collect(joining(" → "))
                            + " are NOT NULL and checked at once: no first row can be inserted; let one of them be null, or"
                            + " make it deferred = true");
        }
    }

    /** The classes from one to itself along keys that cannot be cut. */
    private Optional<List<String>> path(EntityModel from, ForeignKeyModel key, Set<String> seen, EntityModel home) {
        EntityModel target = model.target(key).orElse(null);
        if (target == null || !binding(from, key)) {
            return Optional.empty();
        }
        Set<String> further = new LinkedHashSet<>(seen);
        further.add(from.className());
        if (target.className().equals(home.className())) {
            return Optional.of(List.copyOf(further));
        }
        return further.contains(target.className())
                ? Optional.empty()
                : target.foreignKeys().stream()
                        .flatMap(next -> path(target, next, further, home).stream())
                        .findFirst();
    }

    private static boolean binding(EntityModel from, ForeignKeyModel key) {
        return !key.deferred()
                && key.columns().stream()
                        .flatMap(name -> from.column(name).stream())
                        .anyMatch(column -> !column.nullable());
    }

    private void cascadePaths(List<ForeignKeyModel> keys) {
        List<ForeignKeyModel> cascading = keys.stream()
                .filter(key -> key.onDelete() == ReferentialAction.CASCADE)
                .toList();
        for (int later = 1; later < cascading.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Set<String> common = ancestors(cascading.get(earlier), new LinkedHashSet<>());
                common.retainAll(ancestors(cascading.get(later), new LinkedHashSet<>()));
                if (!common.isEmpty()) {
                    report(
                            Rule.SEVERAL_CASCADE_PATHS,
                            cascading.get(later),
                            "onDelete",
                            "deleting a "
                                    + EntityModel.simpleName(common.iterator().next()) + " reaches "
                                    + entity.simpleName() + " by " + labels(cascading.get(earlier)) + " and by "
                                    + labels(cascading.get(later)) + "; SQL Server would refuse the second CASCADE");
                }
            }
        }
    }

    private Set<String> ancestors(ForeignKeyModel key, Set<String> reached) {
        EntityModel parent = model.target(key).orElse(null);
        if (parent != null && reached.add(parent.className())) {
            parent.foreignKeys().stream()
                    .filter(next -> next.onDelete() == ReferentialAction.CASCADE)
                    .forEach(next -> ancestors(next, reached));
        }
        return reached;
    }

    /** Two relationships of a class that write one key, each unaware of the other. */
    private void writers(List<Link> resolved) {
        Set<String> owned = new HashSet<>();
        for (Link link : resolved) {
            String key = link.direction() + " " + link.child().className() + " "
                    + link.foreignKey().columns();
            boolean own = entity.own(EntityModel::relationships).contains(link.relationship());
            if (!link.relationship().viewOnly() && !owned.add(key) && own) {
                found.add(Finding.of(
                                Rule.TWO_WRITERS,
                                entity.className(),
                                link.relationship().name(),
                                link.label() + ": another relationship of " + entity.simpleName() + " writes "
                                        + link.child().table() + "("
                                        + String.join(", ", link.foreignKey().columns())
                                        + ") already; make one of the two viewOnly, or drop it")
                        .at("Relationship", null));
            }
        }
    }

    private static List<String> names(List<ColumnModel> columns) {
        return columns.stream().map(ColumnModel::name).toList();
    }

    private String labels(ForeignKeyModel key) {
        return key.columns().stream()
                .map(name -> entity.column(name).map(ColumnModel::label).orElse(name))
                .collect(joining(", "));
    }

    private String target(ForeignKeyModel key) {
        return key.targetEntity() == null ? key.targetTable() : EntityModel.simpleName(key.targetEntity());
    }

    private void report(Rule rule, ForeignKeyModel key, @Nullable String element, String message) {
        String place = entity.simpleName() + (key.member() == null ? "" : "." + key.member());
        List<ForeignKeyModel> own = entity.own(EntityModel::foreignKeys);
        int occurrence = (int) own.subList(0, own.indexOf(key)).stream()
                .filter(other -> java.util.Objects.equals(other.member(), key.member()))
                .count();
        found.add(Finding.of(rule, entity.className(), key.member(), place + ": " + message)
                .at("ForeignKey", occurrence, element));
    }
}
