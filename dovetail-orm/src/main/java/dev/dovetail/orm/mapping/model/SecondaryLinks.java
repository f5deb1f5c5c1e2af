package dev.dovetail.orm.mapping.model;

import dev.dovetail.orm.mapping.model.Links.Resolution;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins the two sides of a many-to-many relationship to the secondary table that one of them declares, or both. */
final class SecondaryLinks {

    private SecondaryLinks() {}

    /** Whether a relationship goes through a secondary table, as far as either side says so. */
    static boolean concerns(RelationshipModel relationship, Optional<RelationshipModel> inverse) {
        return relationship.secondary() != null
                || inverse.filter(other -> other.secondary() != null).isPresent();
    }

    static Resolution resolve(
            EntityModel owner,
            RelationshipModel relationship,
            EntityModel target,
            Optional<RelationshipModel> inverse) {
        SecondaryModel own = relationship.secondary();
        SecondaryModel others = inverse.map(RelationshipModel::secondary).orElse(null);
        Resolution resolution = own != null
                ? declared(owner, relationship, own, target, inverse.orElse(null))
                : declared(target, inverse.orElseThrow(), Objects.requireNonNull(others), owner, relationship);
        if (own != null || resolution.link() == null) {
            return resolution;
        }
        SecondaryTable table =
                Objects.requireNonNull(resolution.requireLink().secondary()).reversed();
        return new Resolution(link(owner, relationship, target, inverse.map(RelationshipModel::name), table), null);
    }

    /** The link as the side has it that declares the table. */
    private static Resolution declared(
            EntityModel owner,
            RelationshipModel relationship,
            SecondaryModel declaration,
            EntityModel target,
            @Nullable RelationshipModel inverse) {
        if (!relationship.many()) {
            return problem(
                    Rule.SECONDARY_WITHOUT_MANY,
                    owner,
                    relationship,
                    null,
                    "a One holds one object, and a secondary table is for many on both sides; make it a Many, or drop"
                            + " @Secondary and put @ForeignKey on the One");
        }
        if (inverse != null && !inverse.many()) {
            return problem(
                    Rule.SECONDARY_WITHOUT_MANY,
                    owner,
                    relationship,
                    null,
                    "its other side " + target.simpleName() + "." + inverse.name()
                            + " is a One, and a secondary table is for many on both sides; make that a Many, or drop"
                            + " @Secondary and put @ForeignKey on the One");
        }
        String table = declaration.table() == null ? owner.table() + "_" + target.table() : declaration.table();
        ForeignKeyModel toOwner = key(owner, declaration.columns(), declaration);
        ForeignKeyModel toTarget = key(target, declaration.targetColumns(), declaration);
        Resolution misfit = count(owner, relationship, "columns", toOwner, owner);
        if (misfit == null) {
            misfit = count(owner, relationship, "targetColumns", toTarget, target);
        }
        if (misfit != null) {
            return misfit;
        }
        if (toOwner.columns().equals(toTarget.columns())) {
            return problem(
                    Rule.SECONDARY_COLUMNS,
                    owner,
                    relationship,
                    null,
                    "both keys of the secondary table \"" + table + "\" would have the columns "
                            + String.join(", ", toOwner.columns())
                            + "; name other ones: @Secondary(columns = …, targetColumns = …)");
        }
        return new Resolution(
                link(
                        owner,
                        relationship,
                        target,
                        Optional.ofNullable(inverse).map(RelationshipModel::name),
                        new SecondaryTable(table, owner.schema(), toOwner, toTarget)),
                null);
    }

    private static Link link(
            EntityModel owner,
            RelationshipModel relationship,
            EntityModel target,
            Optional<String> inverse,
            SecondaryTable table) {
        return new Link(
                owner, relationship, target, table.toOwner(), Link.Direction.MANY_TO_MANY, inverse.orElse(null), table);
    }

    private static ForeignKeyModel key(EntityModel side, List<String> given, SecondaryModel declaration) {
        List<String> columns = given.isEmpty()
                ? side.primaryKey().stream()
                        .map(column -> side.table() + "_" + column.name())
                        .toList()
                : given;
        return ForeignKeyModel.to(side.table(), columns.toArray(new String[0]))
                .targetEntity(side.className())
                .onDelete(declaration.onDelete())
                .onUpdate(declaration.onUpdate());
    }

    private static @Nullable Resolution count(
            EntityModel owner, RelationshipModel relationship, String element, ForeignKeyModel key, EntityModel side) {
        int wanted = side.primaryKey().size();
        if (key.columns().size() == wanted) {
            return null;
        }
        return problem(
                Rule.COLUMN_COUNT,
                owner,
                relationship,
                element,
                "@Secondary has " + columns(key.columns()) + " for " + side.simpleName() + ", whose primary key has "
                        + columns(side.primaryKey().stream()
                                .map(ColumnModel::label)
                                .toList())
                        + "; name one for each, in the key's order");
    }

    private static String columns(List<String> names) {
        return (names.size() == 1 ? "1 column" : names.size() + " columns") + " (" + String.join(", ", names) + ")";
    }

    private static Resolution problem(
            Rule rule, EntityModel owner, RelationshipModel relationship, @Nullable String element, String message) {
        return new Resolution(
                null,
                Finding.of(
                                rule,
                                owner.className(),
                                relationship.name(),
                                owner.simpleName() + "." + relationship.name() + ": " + message)
                        .at("Secondary", element));
    }
}
