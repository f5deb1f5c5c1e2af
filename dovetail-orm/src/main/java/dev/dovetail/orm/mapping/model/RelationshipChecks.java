package dev.dovetail.orm.mapping.model;

import static java.util.stream.Collectors.joining;

import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.Loading;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.PassiveUpdates;
import dev.dovetail.orm.mapping.model.Link.Direction;
import dev.dovetail.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks an entity's relationships: that both sides mirror each other, and what deleting and letting go would do. */
final class RelationshipChecks {

    private final MappingModel model;
    private final Links links;
    private final EntityModel entity;
    private final List<Finding> found = new ArrayList<>();

    RelationshipChecks(MappingModel model, Links links, EntityModel entity) {
        this.model = model;
        this.links = links;
        this.entity = entity;
    }

    List<Finding> run() {
        for (RelationshipModel relationship : entity.own(EntityModel::relationships)) {
            cascades(relationship);
            oneWay(relationship);
            Links.Resolution resolution = links.resolve(entity, relationship);
            if (resolution.problem() != null) {
                found.add(resolution.problem());
            }
            model.entity(relationship.targetEntity()).ifPresent(target -> {
                backPopulates(relationship, target);
                order(relationship, target);
            });
            if (resolution.link() != null) {
                mirror(resolution.link());
                unlinked(resolution.link());
                orphans(resolution.link());
                deletes(resolution.link());
                updates(resolution.link());
                if (resolution.link().secondary() != null) {
                    found.addAll(new SecondaryChecks(model, resolution.link()).run());
                }
            }
        }
        return found;
    }

    /** What is never written, and what is never loaded. */
    private void oneWay(RelationshipModel relationship) {
        if (relationship.viewOnly() && !relationship.cascade().isEmpty()) {
            report(
                    Rule.VIEW_ONLY_WRITES,
                    relationship,
                    "cascade",
                    "it is viewOnly, but has the cascade "
                            + relationship.cascade().stream().map(Cascade::name).collect(joining(", "))
                            + "; drop the one or the other");
        }
        if (relationship.viewOnly() && relationship.backPopulates() != null) {
            report(
                    Rule.VIEW_ONLY_WRITES,
                    relationship,
                    "backPopulates",
                    "it is viewOnly, so that it cannot be kept equal to \"" + relationship.backPopulates()
                            + "\"; drop backPopulates on both sides, or viewOnly");
        }
        if (relationship.writeOnly() && relationship.loading() != Loading.LAZY) {
            report(
                    Rule.WRITE_ONLY_LOADS,
                    relationship,
                    "loading",
                    "a WriteOnly is never loaded; drop loading, or hold the objects in a Many");
        }
    }

    private void cascades(RelationshipModel relationship) {
        boolean deletes = relationship.cascade().contains(Cascade.DELETE);
        boolean orphans = relationship.cascade().contains(Cascade.DELETE_ORPHAN);
        if (relationship.passiveDeletes() == PassiveDeletes.ALL && (deletes || orphans)) {
            report(
                    Rule.DELETE_WITH_PASSIVE_ALL,
                    relationship,
                    "passiveDeletes",
                    "passiveDeletes = ALL touches no child, but the cascade "
                            + (deletes && orphans ? "DELETE and DELETE_ORPHAN" : deletes ? "DELETE" : "DELETE_ORPHAN")
                            + " deletes children; drop the one or the other");
        }
        if (orphans && !deletes) {
            report(
                    Rule.ORPHAN_WITHOUT_DELETE,
                    relationship,
                    "cascade",
                    "the cascade has DELETE_ORPHAN without DELETE: what is taken out is deleted, but deleting the "
                            + entity.simpleName() + " does not delete what it still holds; add DELETE, or ALL");
        }
    }

    private void backPopulates(RelationshipModel relationship, EntityModel target) {
        String name = relationship.backPopulates();
        if (name == null) {
            return;
        }
        String said = "backPopulates = \"" + name + "\": ";
        RelationshipModel other = target.relationship(name).orElse(null);
        if (other == null) {
            report(
                    Rule.BACK_POPULATES_NOTHING,
                    relationship,
                    "backPopulates",
                    said + target.simpleName() + " has no relationship of that name; " + relationshipsBack(target));
        } else if (!other.targetEntity().equals(entity.className())) {
            report(
                    Rule.BACK_POPULATES_OTHER_CLASS,
                    relationship,
                    "backPopulates",
                    said + target.simpleName() + "." + name + " leads to "
                            + EntityModel.simpleName(other.targetEntity()) + ", not to "
                            + entity.simpleName() + "; " + relationshipsBack(target));
        } else if (!relationship.name().equals(other.backPopulates())) {
            report(
                    Rule.BACK_POPULATES_ONE_WAY,
                    relationship,
                    "backPopulates",
                    said + target.simpleName() + "." + name + " "
                            + (other.backPopulates() == null
                                    ? "does not name it back"
                                    : "names \"" + other.backPopulates() + "\" back")
                            + "; give it @Relationship(backPopulates = \"" + relationship.name() + "\")");
        }
    }

    private String relationshipsBack(EntityModel target) {
        String names = target.relationships().stream()
                .filter(other -> other.targetEntity().equals(entity.className()))
                .map(RelationshipModel::name)
                .collect(joining(", "));
        return names.isEmpty()
                ? "it has none to " + entity.simpleName() + ", add a One or a Many, or drop backPopulates"
                : "those to " + entity.simpleName() + " are: " + names;
    }

    private void order(RelationshipModel relationship, EntityModel target) {
        for (String term : relationship.orderBy()) {
            String[] words = term.strip().split("\\s+");
            boolean known = target.columnOrAttribute(words[0]).isPresent();
            boolean direction = words.length == 1 || words.length == 2 && words[1].equalsIgnoreCase("DESC");
            if (!relationship.many()) {
                report(
                        Rule.UNKNOWN_ORDER,
                        relationship,
                        "orderBy",
                        "a One holds one object and has no order; drop orderBy");
            } else if (!known || !direction) {
                report(
                        Rule.UNKNOWN_ORDER,
                        relationship,
                        "orderBy",
                        "orderBy = \"" + term + "\": "
                                + (known
                                        ? "only DESC may follow the name"
                                        : target.simpleName() + " has no column or field \"" + words[0]
                                                + "\"; the columns are " + TableChecks.columnNames(target)));
            }
        }
    }

    private void mirror(Link link) {
        if (link.inverse() == null) {
            return;
        }
        Link other = link.target()
                .relationship(link.inverse())
                .map(inverse -> links.resolve(link.target(), inverse).link())
                .orElse(null);
        if (other == null) {
            return; // a finding about the other side
        }
        if (link.secondary() != null && other.secondary() != null) {
            mirror(link, link.secondary(), other, other.secondary());
        } else if (!other.foreignKey().equals(link.foreignKey())) {
            report(
                    Rule.SIDES_DISAGREE,
                    link.relationship(),
                    "foreignKey",
                    "it follows " + key(link) + ", but its other side " + other.label() + " follows " + key(other)
                            + "; choose one foreignKey for both");
        } else if (other.direction() == link.direction()) {
            report(
                    Rule.SIDES_DISAGREE,
                    link.relationship(),
                    "backPopulates",
                    "it and its other side " + other.label() + " both follow " + key(link)
                            + " from the side that has the key; make one of them a Many");
        }
    }

    private void mirror(Link link, SecondaryTable table, Link other, SecondaryTable otherTable) {
        if (!table.equals(otherTable.reversed())) {
            found.add(Finding.of(
                            Rule.SIDES_DISAGREE,
                            entity.className(),
                            link.relationship().name(),
                            link.label() + ": its secondary table is " + table.label() + ", but that of its other side "
                                    + other.label() + " is "
                                    + otherTable.reversed().label()
                                    + "; keep @Secondary on one side only")
                    .at("Secondary", null));
        }
    }

    /** Another relationship that writes the same rows from the other side; the one that names no other side is at fault. */
    private void unlinked(Link link) {
        if (link.inverse() != null
                || link.relationship().viewOnly()
                || link.relationship().backPopulates() != null
                || hasRival(link)) {
            return;
        }
        for (EntityModel other : model.entities()) {
            if (sameHierarchy(other, link.target())) {
                other.own(EntityModel::relationships).stream()
                        .filter(back -> !back.viewOnly())
                        .flatMap(back ->
                                Stream.ofNullable(links.resolve(other, back).link()))
                        .filter(back ->
                                back.inverse() != null || back.relationship().backPopulates() == null)
                        .filter(back -> sameHierarchy(back.target(), entity) && writesToo(link, back))
                        .findFirst()
                        .ifPresent(back -> unlinked(link, back));
            }
        }
    }

    private void unlinked(Link link, Link back) {
        String rows = link.secondary() == null ? key(link) : link.secondary().label();
        report(
                Rule.UNLINKED_SIDES,
                link.relationship(),
                "backPopulates",
                "it writes " + rows + ", and so does " + back.label()
                        + " from the other side, and neither sees what the other one does; "
                        + (back.inverse() == null
                                ? "give it backPopulates = \""
                                        + back.relationship().name()
                                        + "\" and let that name it back, or make one of the two viewOnly"
                                : "make it viewOnly"));
    }

    /** Whether a relationship of the other side writes the same rows. Of two that could be told of it, one is. */
    private static boolean writesToo(Link link, Link back) {
        boolean first = back.inverse() != null || back.label().compareTo(link.label()) < 0;
        if (link.secondary() != null && back.secondary() != null) {
            return first && link.secondary().equals(back.secondary().reversed());
        }
        return link.secondary() == null
                && back.secondary() == null
                && link.direction() != back.direction()
                && link.foreignKey().equals(back.foreignKey())
                && (back.inverse() != null || link.direction() == Direction.TO_PARENT);
    }

    /** Two relationships of one class that write one key are a finding of their own. */
    private boolean hasRival(Link link) {
        return link.secondary() == null
                && entity.relationships().stream()
                        .filter(other -> other != link.relationship() && !other.viewOnly())
                        .flatMap(other ->
                                Stream.ofNullable(links.resolve(entity, other).link()))
                        .anyMatch(other -> other.direction() == link.direction()
                                && other.child().className().equals(link.child().className())
                                && other.foreignKey().equals(link.foreignKey()));
    }

    private static boolean sameHierarchy(EntityModel left, EntityModel right) {
        return left.root().className().equals(right.root().className());
    }

    private void orphans(Link link) {
        RelationshipModel relationship = link.relationship();
        if (link.direction() == Direction.MANY_TO_MANY
                && relationship.cascade().contains(Cascade.DELETE_ORPHAN)
                && !relationship.singleParent()) {
            report(
                    Rule.ORPHAN_WITHOUT_SINGLE_PARENT,
                    relationship,
                    "cascade",
                    "DELETE_ORPHAN would delete a " + link.target().simpleName() + " that other "
                            + entity.simpleName() + " objects may still hold; drop DELETE_ORPHAN, or add"
                            + " singleParent = true");
        }
        if (link.direction() == Direction.TO_PARENT
                && relationship.cascade().contains(Cascade.DELETE_ORPHAN)
                && !relationship.singleParent()) {
            report(
                    Rule.ORPHAN_WITHOUT_SINGLE_PARENT,
                    relationship,
                    "cascade",
                    "DELETE_ORPHAN on the side that has the foreign key would delete the "
                            + link.target().simpleName()
                            + " that other " + entity.simpleName()
                            + " objects may still refer to; put DELETE_ORPHAN on the"
                            + " side of " + link.target().simpleName() + ", or add singleParent = true");
        }
    }

    /** Modes that make the session set the key to NULL, unless it deletes the children. */
    private void deletes(Link link) {
        RelationshipModel relationship = link.relationship();
        boolean setsNull = relationship.passiveDeletes() == PassiveDeletes.NEVER
                || relationship.passiveDeletes() == PassiveDeletes.UNLOADED;
        if (link.direction() != Direction.TO_CHILDREN
                || !setsNull
                || relationship.cascade().contains(Cascade.DELETE)) {
            return;
        }
        String which = relationship.passiveDeletes() == PassiveDeletes.NEVER ? "" : " that are in memory";
        String would = "with passiveDeletes = " + relationship.passiveDeletes()
                + " and without the DELETE cascade, deleting a " + entity.simpleName() + " sets " + key(link)
                + " of its children" + which + " to NULL, ";
        boolean required = link.foreignKey().columns().stream()
                .flatMap(name -> link.child().column(name).stream())
                .anyMatch(column -> !column.nullable());
        if (required) {
            report(
                    Rule.NULL_FOR_REQUIRED_KEY,
                    relationship,
                    "passiveDeletes",
                    would
                            + "which is NOT NULL: the delete fails as soon as there is a child; add the DELETE cascade, or"
                            + " drop passiveDeletes and let the foreign key's own rule decide");
        }
        if (link.foreignKey().onDelete() == ReferentialAction.CASCADE) {
            report(
                    Rule.SESSION_AGAINST_KEY,
                    relationship,
                    "passiveDeletes",
                    would + "although the foreign key says ON DELETE CASCADE: children are detached where the table"
                            + " would delete them; drop passiveDeletes and let the foreign key's own rule decide, or add"
                            + " the DELETE cascade");
        }
    }

    /** Keys that are written later, and keys that change. */
    private void updates(Link link) {
        RelationshipModel relationship = link.relationship();
        boolean required = link.foreignKey().columns().stream()
                .flatMap(name -> link.child().column(name).stream())
                .anyMatch(column -> !column.nullable());
        if (relationship.postUpdate() && required) {
            report(
                    Rule.POST_UPDATE_OF_REQUIRED_KEY,
                    relationship,
                    "postUpdate",
                    "postUpdate inserts rows without " + key(link)
                            + ", which is NOT NULL; drop postUpdate, or let the column be null");
        }
        if (relationship.passiveUpdates() == PassiveUpdates.NEVER
                && !link.foreignKey().deferred()) {
            report(
                    Rule.UPDATE_OF_IMMEDIATE_KEY,
                    relationship,
                    "passiveUpdates",
                    "with passiveUpdates = NEVER the session changes " + key(link) + " after the "
                            + link.parent().simpleName()
                            + " that it refers to, and a key that is not deferred is refused before that; give it"
                            + " onUpdate = CASCADE and drop passiveUpdates, or make it deferred");
        }
    }

    private static String key(Link link) {
        String table = link.secondary() == null
                ? link.child().table()
                : link.secondary().name();
        return table + "(" + String.join(", ", link.foreignKey().columns()) + ")";
    }

    private void report(Rule rule, RelationshipModel relationship, @Nullable String element, String message) {
        found.add(Finding.of(
                        rule,
                        entity.className(),
                        relationship.name(),
                        entity.simpleName() + "." + relationship.name() + ": " + message)
                .at("Relationship", element));
    }
}
