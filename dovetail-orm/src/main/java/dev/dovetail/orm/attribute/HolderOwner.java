package dev.dovetail.orm.attribute;

import org.jspecify.annotations.Nullable;

/** What a holder asks of the session that its owner is or was in. Implemented by the owner's instance state. */
public interface HolderOwner {

    /** {@return the object whose holders these are} */
    Object entity();

    /** A holder's content has become known, so that it may become stale. */
    void holderKnown();

    /**
     * Checks that the session may be used: open, and by one thread at a time. Does nothing for a detached owner.
     */
    void checkUse();

    /**
     * Whether the owner has a row and its session can load from it.
     *
     * @return true if it is persistent in an open session
     */
    boolean canLoad();

    /**
     * Whether the owner once had a session and has none now.
     *
     * @return true if it is detached
     */
    boolean detached();

    /**
     * Loads a holder of the owner and fills it through {@link HolderAccess}.
     *
     * @param holder the holder
     */
    void load(Holder<?> holder);

    /**
     * Loads a column of the owner that was not read with its row, and fills its holder through {@link DeferredAccess}.
     *
     * @param deferred the holder
     */
    void load(Deferred<?> deferred);

    /**
     * What a single holder would load, if no SQL is needed to know.
     *
     * @param one the holder
     * @return the object the session has in memory, or null
     */
    @Nullable
    Object peek(One<?> one);

    /** Says that one of the owner's holders is no longer as the database has it. */
    void holderChanged();

    /**
     * Checks that an object may be put into a holder; nothing has changed yet.
     *
     * @param end the relationship
     * @param element the object
     */
    void checkPut(RelationshipEnd end, Object element);

    /**
     * Says that an object was put into a holder by the application, so that it can be added to the session.
     *
     * @param end the relationship
     * @param element the object
     */
    void put(RelationshipEnd end, Object element);

    /**
     * Says that an object was taken out of a holder, so that a pending orphan can leave the session.
     *
     * @param end the relationship
     * @param element the object
     * @param forGood false where it may be put back at once, as when a list is reordered
     */
    void taken(RelationshipEnd end, Object element, boolean forGood);

    /**
     * The error for a holder that was never loaded and cannot be any more.
     *
     * @param end the relationship
     * @return an error to throw
     */
    RuntimeException neverLoaded(RelationshipEnd end);

    /**
     * The error for a column that was never loaded and cannot be any more.
     *
     * @param deferred the column's holder
     * @return an error to throw
     */
    RuntimeException neverLoaded(Deferred<?> deferred);
}
