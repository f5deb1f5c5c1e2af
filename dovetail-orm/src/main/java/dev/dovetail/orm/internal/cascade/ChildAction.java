package dev.dovetail.orm.internal.cascade;

import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.schema.ReferentialAction;

/**
 * What deleting an object does to the objects on the other side of one of its relationships: the one rule for the foreign
 * key, as a table. The relationship's cascade and {@code passiveDeletes} choose the row; where they say nothing, the
 * foreign key's own ON DELETE does.
 */
public enum ChildAction {
    /** All of them are found and deleted first. */
    DELETE_ALL,
    /** Those in memory are deleted first; the database deletes the others. */
    DELETE_IN_MEMORY,
    /** Those in the loaded holder are deleted first; the others are left alone. */
    DELETE_LOADED,
    /** All of them are found, and their foreign key is set to NULL. */
    NULL_ALL,
    /** The foreign key of those in the loaded holder is set to NULL; the others are left alone. */
    NULL_LOADED,
    /** The session does nothing; the database refuses, cascades or sets, as the foreign key says. */
    LEAVE;

    /**
     * The action for a relationship.
     *
     * @param end the relationship, seen from the object that is deleted
     * @return what to do
     */
    public static ChildAction of(RelationshipEnd end) {
        if (end.model().viewOnly()) {
            return LEAVE;
        }
        boolean delete = end.cascades(Cascade.DELETE);
        if (end.toParent()) {
            return delete ? DELETE_ALL : LEAVE;
        }
        if (end.linkTable() != null) {
            return !delete
                    ? LEAVE
                    : end.model().passiveDeletes() == PassiveDeletes.UNLOADED ? DELETE_LOADED : DELETE_ALL;
        }
        return switch (end.model().passiveDeletes()) {
            case NEVER -> delete ? DELETE_ALL : NULL_ALL;
            case UNLOADED -> delete ? DELETE_LOADED : NULL_LOADED;
            case ALL -> LEAVE;
            case BY_FOREIGN_KEY -> {
                if (!delete) {
                    yield LEAVE;
                }
                yield end.link().foreignKey().onDelete() == ReferentialAction.CASCADE ? DELETE_IN_MEMORY : DELETE_ALL;
            }
        };
    }

    /** {@return whether objects on the other side are deleted by the session} */
    public boolean deletes() {
        return this == DELETE_ALL || this == DELETE_IN_MEMORY || this == DELETE_LOADED;
    }

    /** {@return whether foreign keys on the other side are set to NULL by the session} */
    public boolean nulls() {
        return this == NULL_ALL || this == NULL_LOADED;
    }
}
