package dev.dovetail.orm.mapping.model;

import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.PassiveDeletes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A relationship as one side declares it.
 *
 * @param name the holder's field
 * @param many whether the holder is a collection
 * @param targetEntity the binary name of the other class
 * @param backPopulates the holder on the other side, or null
 * @param cascade the cascades, expanded
 * @param passiveDeletes what deleting this side does to the other
 * @param passiveDeletesGiven whether the mapping names {@code passiveDeletes} itself
 * @param foreignKey the chosen foreign key's columns or fields, empty where none is chosen
 * @param singleParent whether a second parent is refused
 * @param orderBy the order of a collection: names, each possibly followed by {@code DESC}
 */
public record RelationshipModel(
        String name,
        boolean many,
        String targetEntity,
        @Nullable String backPopulates,
        Set<Cascade> cascade,
        PassiveDeletes passiveDeletes,
        boolean passiveDeletesGiven,
        List<String> foreignKey,
        boolean singleParent,
        List<String> orderBy) {

    /** Copies what can change. */
    public RelationshipModel {
        cascade = Cascade.expand(cascade);
        foreignKey = List.copyOf(foreignKey);
        orderBy = List.copyOf(orderBy);
    }

    /**
     * A holder of one object, with the defaults of {@code @Relationship}.
     *
     * @param name the holder's field
     * @param targetEntity the binary name of the other class
     * @return the relationship
     */
    public static RelationshipModel one(String name, String targetEntity) {
        return withDefaults(name, false, targetEntity);
    }

    /**
     * A holder of many objects, with the defaults of {@code @Relationship}.
     *
     * @param name the holder's field
     * @param targetEntity the binary name of the other class
     * @return the relationship
     */
    public static RelationshipModel many(String name, String targetEntity) {
        return withDefaults(name, true, targetEntity);
    }

    private static RelationshipModel withDefaults(String name, boolean many, String targetEntity) {
        return new RelationshipModel(
                name,
                many,
                targetEntity,
                null,
                EnumSet.of(Cascade.SAVE_UPDATE, Cascade.MERGE),
                PassiveDeletes.BY_FOREIGN_KEY,
                false,
                List.of(),
                false,
                List.of());
    }

    /**
     * Mirrored by a relationship of the other side.
     *
     * @param holder the holder on the other side
     * @return the changed relationship
     */
    public RelationshipModel backPopulates(@Nullable String holder) {
        return new RelationshipModel(
                name,
                many,
                targetEntity,
                holder,
                cascade,
                passiveDeletes,
                passiveDeletesGiven,
                foreignKey,
                singleParent,
                orderBy);
    }

    /**
     * With other cascades.
     *
     * @param cascades the cascades, none to say that there are none
     * @return the changed relationship
     */
    public RelationshipModel cascade(Cascade... cascades) {
        return new RelationshipModel(
                name,
                many,
                targetEntity,
                backPopulates,
                Cascade.expand(List.of(cascades)),
                passiveDeletes,
                passiveDeletesGiven,
                foreignKey,
                singleParent,
                orderBy);
    }

    /**
     * With a mode that the mapping names itself.
     *
     * @param mode what deleting this side does to the other
     * @return the changed relationship
     */
    public RelationshipModel passiveDeletes(PassiveDeletes mode) {
        return new RelationshipModel(
                name, many, targetEntity, backPopulates, cascade, mode, true, foreignKey, singleParent, orderBy);
    }

    /**
     * Along a chosen foreign key.
     *
     * @param names the key's columns or fields
     * @return the changed relationship
     */
    public RelationshipModel foreignKey(String... names) {
        return new RelationshipModel(
                name,
                many,
                targetEntity,
                backPopulates,
                cascade,
                passiveDeletes,
                passiveDeletesGiven,
                List.of(names),
                singleParent,
                orderBy);
    }

    /**
     * Refusing a second parent.
     *
     * @return the changed relationship
     */
    public RelationshipModel asSingleParent() {
        return new RelationshipModel(
                name,
                many,
                targetEntity,
                backPopulates,
                cascade,
                passiveDeletes,
                passiveDeletesGiven,
                foreignKey,
                true,
                orderBy);
    }

    /**
     * With an order.
     *
     * @param names columns or fields of the other class, each possibly followed by {@code DESC}
     * @return the changed relationship
     */
    public RelationshipModel orderBy(String... names) {
        return new RelationshipModel(
                name,
                many,
                targetEntity,
                backPopulates,
                cascade,
                passiveDeletes,
                passiveDeletesGiven,
                foreignKey,
                singleParent,
                List.of(names));
    }
}
