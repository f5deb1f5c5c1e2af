package dev.dovetail.orm.mapping;

/**
 * What deleting an object does to the objects whose foreign key refers to it. The three named modes are those of
 * SQLAlchemy's {@code passive_deletes}.
 */
public enum PassiveDeletes {
    /** The foreign key's own rule decides. Dovetail's default. */
    BY_FOREIGN_KEY,
    /**
     * SQLAlchemy's default ({@code False}): all children are loaded; with the delete cascade they are deleted, without
     * it their key is set to NULL.
     */
    NEVER,
    /** SQLAlchemy's {@code True}: as {@link #NEVER} for children already in memory; the database sees to the others. */
    UNLOADED,
    /** SQLAlchemy's {@code "all"}: no child is touched, in memory or not. */
    ALL
}
