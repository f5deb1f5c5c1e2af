package dev.dovetail.orm.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * A relationship joined to the foreign key that it follows.
 *
 * @param owner the entity that declares the relationship
 * @param relationship the declaration
 * @param target the entity on the other side
 * @param foreignKey the key that it follows; of a many-to-many relationship, the secondary table's key to the owner
 * @param direction which side has the key
 * @param inverse the name of the relationship on the other side that mirrors this one, or null
 * @param secondary the table between the two sides of a many-to-many relationship, or null
 */
public record Link(
        EntityModel owner,
        RelationshipModel relationship,
        EntityModel target,
        ForeignKeyModel foreignKey,
        Direction direction,
        @Nullable String inverse,
        @Nullable SecondaryTable secondary) {

    /** Which side has the foreign key. */
    public enum Direction {
        /** The owner has it: many-to-one, or one-to-one. */
        TO_PARENT,
        /** The target has it: one-to-many, or the other side of a one-to-one. */
        TO_CHILDREN,
        /** Neither has one: the secondary table has one to each. */
        MANY_TO_MANY
    }

    /**
     * The entity whose table has the foreign key. Without meaning for a many-to-many relationship.
     *
     * @return the referring entity
     */
    public EntityModel child() {
        return direction == Direction.TO_PARENT ? owner : target;
    }

    /**
     * The entity that the foreign key refers to. Without meaning for a many-to-many relationship.
     *
     * @return the referenced entity
     */
    public EntityModel parent() {
        return direction == Direction.TO_PARENT ? target : owner;
    }

    /**
     * What messages call it.
     *
     * @return for instance {@code Parent.children}
     */
    public String label() {
        return owner.simpleName() + "." + relationship.name();
    }
}
