package dev.dovetail.orm.mapping.model;

import static java.util.stream.Collectors.joining;

import dev.dovetail.orm.mapping.model.Link.Direction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the foreign key that a relationship follows: all keys between the two tables that the kinds of the two holders
 * allow, then the one that this side has chosen, or else the other side.
 */
final class Links {

    private final MappingModel model;

    Links(MappingModel model) {
        this.model = model;
    }

    /** Either a link, or the finding that says why there is none. */
    record Resolution(@Nullable Link link, @Nullable Finding problem) {

        Link requireLink() {
            return Objects.requireNonNull(link);
        }
    }

    /** A foreign key between the two tables, seen from the relationship's owner. */
    private record Candidate(EntityModel child, ForeignKeyModel key, Direction direction) {

        String label() {
            return child.table() + "(" + String.join(", ", key.columns()) + ")";
        }
    }

    /** The names that one side gives for its foreign key. */
    private record Choice(EntityModel entity, RelationshipModel relationship) {

        boolean made() {
            return !relationship.foreignKey().isEmpty();
        }

        /** A holder that declares a foreign key itself follows that one. */
        Optional<ForeignKeyModel> ownKey() {
            return entity.foreignKeys().stream()
                    .filter(key -> relationship.name().equals(key.member()))
                    .findFirst();
        }
    }

    Resolution resolve(EntityModel owner, RelationshipModel relationship) {
        EntityModel target = model.entity(relationship.targetEntity()).orElse(null);
        if (target == null) {
            return problem(
                    Rule.TARGET_NO_ENTITY,
                    owner,
                    relationship,
                    null,
                    EntityModel.simpleName(relationship.targetEntity())
                            + " is no entity; put @Entity on it, or keep the object in a"
                            + " field that is marked @Transient");
        }
        Optional<RelationshipModel> inverse = inverse(owner, relationship, target);
        if (SecondaryLinks.concerns(relationship, inverse)) {
            return SecondaryLinks.resolve(owner, relationship, target, inverse);
        }
        List<Candidate> candidates = candidates(owner, relationship, target, inverse);
        if (candidates.isEmpty()) {
            return problem(
                    Rule.NO_FOREIGN_KEY, owner, relationship, null, noForeignKey(owner, relationship, target, inverse));
        }
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(owner, relationship));
        inverse.ifPresent(other -> choices.add(new Choice(target, other)));
        List<Candidate> chosen = candidates;
        for (Choice choice : choices) {
            if (choice.made()) {
                chosen = candidates.stream()
                        .filter(candidate ->
                                names(candidate, choice.relationship().foreignKey()))
                        .toList();
                if (chosen.isEmpty()) {
                    return unknownChoice(choice, candidates);
                }
                break;
            }
            Optional<ForeignKeyModel> own = choice.ownKey();
            List<Candidate> declared = candidates.stream()
                    .filter(candidate -> own.filter(candidate.key()::equals).isPresent())
                    .toList();
            if (!declared.isEmpty()) {
                chosen = declared;
                break;
            }
        }
        if (chosen.size() > 1) {
            return severalKeys(owner, relationship, target, chosen);
        }
        Candidate only = chosen.get(0);
        String back = inverse.map(RelationshipModel::name).orElse(null);
        return new Resolution(new Link(owner, relationship, target, only.key(), only.direction(), back, null), null);
    }

    /** The relationship of the target that names this one back. */
    private static Optional<RelationshipModel> inverse(
            EntityModel owner, RelationshipModel relationship, EntityModel target) {
        return Optional.ofNullable(relationship.backPopulates())
                .flatMap(target::relationship)
                .filter(other -> other.targetEntity().equals(owner.className()))
                .filter(other -> relationship.name().equals(other.backPopulates()));
    }

    private static List<Candidate> candidates(
            EntityModel owner,
            RelationshipModel relationship,
            EntityModel target,
            Optional<RelationshipModel> inverse) {
        boolean self = owner.isA(target.className()) || target.isA(owner.className());
        boolean toParent = !relationship.many();
        boolean toChildren = relationship.many()
                || !self && inverse.filter(RelationshipModel::many).isEmpty();
        List<Candidate> candidates = new ArrayList<>();
        if (toParent) {
            addKeys(candidates, owner, target, Direction.TO_PARENT);
        }
        if (toChildren) {
            List<Candidate> children = new ArrayList<>();
            addKeys(children, target, owner, Direction.TO_CHILDREN);
            // A key of the base that two of its subclasses have in common leads from either to the other.
            children.removeIf(candidate -> candidates.stream()
                    .anyMatch(known -> known.key().equals(candidate.key()) && sameHierarchy(owner, target)));
            candidates.addAll(children);
        }
        return candidates;
    }

    private static boolean sameHierarchy(EntityModel owner, EntityModel target) {
        return owner.root().className().equals(target.root().className());
    }

    /** A key that is declared twice is a finding of its own, and no reason to call the relationship ambiguous. */
    private static void addKeys(
            List<Candidate> candidates, EntityModel child, EntityModel parent, Direction direction) {
        Set<List<String>> seen = new HashSet<>();
        for (ForeignKeyModel key : child.foreignKeys()) {
            if (key.refersTo(parent) && seen.add(key.columns())) {
                candidates.add(new Candidate(child, key, direction));
            }
        }
    }

    /** Whether names of columns or fields, possibly qualified by the table, are exactly the columns of a key. */
    private static boolean names(Candidate candidate, List<String> names) {
        Set<String> columns = new HashSet<>();
        for (String name : names) {
            List<ColumnModel> own = candidate.child().columnsNamed(name);
            int dot = own.isEmpty() ? name.lastIndexOf('.') : -1;
            String table = dot < 0 ? "" : name.substring(0, dot);
            if (dot >= 0
                    && candidate.child().tables().stream()
                            .noneMatch(other -> other.name().equals(table))) {
                return false;
            }
            String unqualified = name.substring(dot + 1);
            if (unqualified.equals(candidate.key().member())) {
                columns.addAll(candidate.key().columns());
            } else {
                candidate.child().columnsNamed(unqualified).forEach(column -> columns.add(column.name()));
            }
        }
        return columns.equals(Set.copyOf(candidate.key().columns()));
    }

    private static String noForeignKey(
            EntityModel owner,
            RelationshipModel relationship,
            EntityModel target,
            Optional<RelationshipModel> inverse) {
        if (relationship.many() && inverse.filter(RelationshipModel::many).isPresent()) {
            return "both sides are collections; put @Secondary on one of them, for the table between "
                    + owner.simpleName() + " and " + target.simpleName()
                    + ", or map that table as an entity with a foreign key to each";
        }
        EntityModel child = relationship.many() ? target : owner;
        EntityModel parent = relationship.many() ? owner : target;
        boolean eitherWay = !relationship.many()
                && owner != target
                && inverse.filter(RelationshipModel::many).isEmpty();
        return "no foreign key of " + child.simpleName() + " refers to " + parent.simpleName()
                + (eitherWay ? ", and none of " + parent.simpleName() + " to " + child.simpleName() : "")
                + "; put @ForeignKey(references = " + parent.simpleName() + ".class) on the field of "
                + child.simpleName() + " that holds the key, or @ForeignKey on its One<" + parent.simpleName() + ">";
    }

    private static Resolution unknownChoice(Choice choice, List<Candidate> candidates) {
        return problem(
                Rule.CHOSEN_KEY_UNKNOWN,
                choice.entity(),
                choice.relationship(),
                "foreignKey",
                "foreignKey = " + quoted(choice.relationship().foreignKey()) + " names no foreign key between "
                        + choice.entity().simpleName() + " and "
                        + EntityModel.simpleName(choice.relationship().targetEntity())
                        + "; there " + (candidates.size() == 1 ? "is " : "are ") + labels(candidates));
    }

    private static Resolution severalKeys(
            EntityModel owner, RelationshipModel relationship, EntityModel target, List<Candidate> candidates) {
        boolean bothWays =
                candidates.stream().map(Candidate::direction).distinct().count() > 1;
        return problem(
                Rule.SEVERAL_FOREIGN_KEYS,
                owner,
                relationship,
                relationship.foreignKey().isEmpty() ? null : "foreignKey",
                "several foreign keys join " + owner.simpleName() + " and " + target.simpleName() + ": "
                        + labels(candidates) + "; choose one, for instance foreignKey = "
                        + quoted(candidates.get(0).key().columns().stream()
                                .map(column ->
                                        bothWays ? candidates.get(0).child().table() + "." + column : column)
                                .toList()));
    }

    private static String labels(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::label).sorted().collect(joining(", "));
    }

    private static String quoted(List<String> names) {
        String list = names.stream().map(name -> '"' + name + '"').collect(joining(", "));
        return names.size() == 1 ? list : "{" + list + "}";
    }

    private static Resolution problem(
            Rule rule, EntityModel owner, RelationshipModel relationship, @Nullable String element, String message) {
        Finding finding = Finding.of(
                rule,
                owner.className(),
                relationship.name(),
                owner.simpleName() + "." + relationship.name() + ": " + message);
        return new Resolution(null, rule == Rule.TARGET_NO_ENTITY ? finding : finding.at("Relationship", element));
    }
}
