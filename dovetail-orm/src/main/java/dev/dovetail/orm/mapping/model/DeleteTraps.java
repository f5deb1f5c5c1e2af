package dev.dovetail.orm.mapping.model;

import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.model.Link.Direction;
import dev.dovetail.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for deletes that do more or less than they seem to: what the database does alone, and what a cascade reaches. */
final class DeleteTraps {

    private final MappingModel model;
    private final Links links;
    private final EntityModel entity;
    private final List<Finding> found = new ArrayList<>();

    DeleteTraps(MappingModel model, Links links, EntityModel entity) {
        this.model = model;
        this.links = links;
        this.entity = entity;
    }

    List<Finding> run() {
        if (entity.deletes() != Deletes.SILENT) {
            EntityModel base = entity.base();
            boolean baseHears = base != null && base.deletes() != Deletes.SILENT;
            (baseHears ? entity.own(EntityModel::foreignKeys) : entity.foreignKeys()).forEach(this::unheard);
        }
        links(entity)
                .filter(link -> entity.own(EntityModel::relationships).contains(link.relationship()))
                .filter(link -> link.relationship().cascade().contains(Cascade.DELETE))
                .forEach(link -> {
                    againstRestrict(link);
                    shared(link);
                    hardBelowSoft(link);
                });
        return found;
    }

    private Stream<Link> links(EntityModel owner) {
        return owner.relationships().stream()
                .map(relationship -> links.resolve(owner, relationship).link())
                .flatMap(Stream::ofNullable);
    }

    private void unheard(ForeignKeyModel key) {
        EntityModel deleted = bypassing(entity, key, new HashSet<>());
        if (deleted == null) {
            return;
        }
        EntityModel parent = model.target(key).orElseThrow();
        String remedy = deleted == parent
                ? "give " + parent.simpleName()
                        + " a Many with cascade = ALL and passiveDeletes = NEVER, or drop onDelete"
                : "let the session find what is deleted on the way from " + deleted.simpleName() + " (cascade = ALL,"
                        + " passiveDeletes = NEVER), or drop onDelete";
        found.add(Finding.of(
                        Rule.UNHEARD_DELETE,
                        entity.className(),
                        key.member(),
                        entity.simpleName() + (key.member() == null ? "" : "." + key.member()) + ": deleting a "
                                + deleted.simpleName() + " lets the database delete rows of " + entity.simpleName()
                                + ", and no listener hears of it; " + remedy)
                .at("ForeignKey", occurrence(key), "onDelete"));
    }

    /** The class above whose deletion the database takes down to this key without the session, or null. */
    private @Nullable EntityModel bypassing(EntityModel child, ForeignKeyModel key, Set<ForeignKeyModel> seen) {
        EntityModel parent = model.target(key).orElse(null);
        if (parent == null || key.onDelete() != ReferentialAction.CASCADE || !seen.add(key)) {
            return null;
        }
        boolean found = links(parent)
                .anyMatch(link -> link.direction() == Direction.TO_CHILDREN
                        && child.isA(link.child().className())
                        && link.foreignKey().equals(key)
                        && !link.relationship().viewOnly()
                        && link.relationship().cascade().contains(Cascade.DELETE)
                        && link.relationship().passiveDeletes() == PassiveDeletes.NEVER);
        return !found
                ? parent
                : parent.foreignKeys().stream()
                        .map(next -> bypassing(parent, next, seen))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private void againstRestrict(Link link) {
        ReferentialAction action = link.foreignKey().onDelete();
        if (link.direction() == Direction.TO_CHILDREN
                && (action == ReferentialAction.NO_ACTION || action == ReferentialAction.RESTRICT)) {
            report(
                    Rule.CASCADE_BY_SESSION_ONLY,
                    link,
                    "deleting a " + entity.simpleName()
                            + " through a session deletes its children first, but a DELETE in SQL is refused while"
                            + " there are any; onDelete = CASCADE would make both alike");
        }
    }

    /** A parent goes with one of its children, although there may be others. */
    private void shared(Link link) {
        boolean one = link.inverse() != null
                && !link.target().relationship(link.inverse()).orElseThrow().many();
        if (link.direction() == Direction.TO_PARENT
                && !one
                && !link.relationship().singleParent()
                && !link.relationship().cascade().contains(Cascade.DELETE_ORPHAN) // which is refused, FK07
                && !unique(link.foreignKey())) {
            report(
                    Rule.DELETE_OF_SHARED,
                    link,
                    "deleting a " + entity.simpleName() + " deletes its "
                            + link.target().simpleName()
                            + ", which other " + entity.simpleName()
                            + " objects may still refer to; drop DELETE, or add singleParent = true");
        }
    }

    private boolean unique(ForeignKeyModel key) {
        Set<String> columns = Set.copyOf(key.columns());
        return Stream.concat(
                                Stream.of(entity.primaryKey().stream()
                                        .map(ColumnModel::name)
                                        .toList()),
                                entity.uniques().stream().map(UniqueModel::columns))
                        .anyMatch(unique -> columns.containsAll(unique))
                || columns.stream()
                        .flatMap(name -> entity.column(name).stream())
                        .anyMatch(ColumnModel::unique);
    }

    private void hardBelowSoft(Link link) {
        if (entity.deletes() == Deletes.SOFT && link.target().deletes() != Deletes.SOFT) {
            report(
                    Rule.HARD_BELOW_SOFT,
                    link,
                    "deleting a " + entity.simpleName() + " only marks its row, but deletes the rows of "
                            + link.target().simpleName() + "; drop DELETE, or give "
                            + link.target().simpleName() + " @HearsDeletes(soft = true)");
        }
    }

    private void report(Rule rule, Link link, String message) {
        found.add(Finding.of(rule, entity.className(), link.relationship().name(), link.label() + ": " + message)
                .at("Relationship", "cascade"));
    }

    private int occurrence(ForeignKeyModel key) {
        List<ForeignKeyModel> keys = entity.foreignKeys();
        return (int) keys.subList(0, keys.indexOf(key)).stream()
                .filter(other -> Objects.equals(other.member(), key.member()))
                .count();
    }
}
