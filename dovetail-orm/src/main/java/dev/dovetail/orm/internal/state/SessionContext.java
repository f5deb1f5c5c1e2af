package dev.dovetail.orm.internal.state;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import org.jspecify.annotations.Nullable;

/** What the objects of a session ask of it. */
public interface SessionContext {

    /** {@return the states of objects} */
    States states();

    /**
     * A stale object was read again.
     *
     * @param state the object
     */
    void refreshed(InstanceState state);

    /** Checks that the session is open and used by one thread. */
    void checkUse();

    /**
     * Loads a holder.
     *
     * @param state the holder's owner
     * @param holder the holder
     */
    void load(InstanceState state, Holder<?> holder);

    /**
     * Loads a column that was not read with its row.
     *
     * @param state the object
     * @param column the column's position
     */
    void load(InstanceState state, int column);

    /**
     * What a single holder would load, if it is in the identity map.
     *
     * @param state the holder's owner
     * @param one the holder
     * @return the object or null
     */
    @Nullable
    Object peek(InstanceState state, One<?> one);

    /**
     * An object is going to be put into a holder.
     *
     * @param end the relationship
     * @param element the object
     */
    void checkPut(RelationshipEnd end, Object element);

    /**
     * An object was put into a holder.
     *
     * @param state the holder's owner
     * @param end the relationship
     * @param element the object
     */
    void put(InstanceState state, RelationshipEnd end, Object element);

    /**
     * An object was taken out of a holder.
     *
     * @param state the holder's owner
     * @param end the relationship
     * @param element the object
     * @param forGood false where it may be put back at once, as when a list is reordered
     */
    void taken(InstanceState state, RelationshipEnd end, Object element, boolean forGood);
}
