package dev.dovetail.orm.attribute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The session's side of a holder. For {@code dev.dovetail.orm.internal} and generated code; kept apart from {@link One} and
 * {@link HolderOfMany} so that what applications see of them stays small.
 */
public final class HolderAccess {

    private HolderAccess() {}

    /**
     * Ties a holder to its owner's instance state, or unties it.
     *
     * @param holder the holder
     * @param owner the state, or null
     */
    public static void attach(Holder<?> holder, @Nullable HolderOwner owner) {
        side(holder).attach(owner);
    }

    /**
     * The instance state that a holder is tied to.
     *
     * @param holder the holder
     * @return the state, or null
     */
    public static @Nullable HolderOwner owner(Holder<?> holder) {
        return side(holder).attached();
    }

    /**
     * The holder's relationship.
     *
     * @param holder the holder
     * @return the end
     */
    public static RelationshipEnd end(Holder<?> holder) {
        return side(holder).end();
    }

    /**
     * Whether the content is known and not stale, or was set.
     *
     * @param holder the holder
     * @return true if it is as in the database, but for changes not yet flushed
     */
    public static boolean loaded(Holder<?> holder) {
        return side(holder).status() == Side.Content.LOADED;
    }

    /**
     * Whether the content was known once, stale or not.
     *
     * @param holder the holder
     * @return false if it was never loaded nor set
     */
    public static boolean everLoaded(Holder<?> holder) {
        return side(holder).status() != Side.Content.UNKNOWN;
    }

    /**
     * Marks loaded content as stale. Changes that were not flushed are kept: an object may come back to a session with them.
     *
     * @param holder the holder
     */
    public static void stale(Holder<?> holder) {
        Side side = side(holder);
        if (side.status() == Side.Content.UNKNOWN) {
            return;
        }
        if (holder instanceof HolderOfMany<?>) {
            members(holder).makeStale();
        } else if (!changed(holder)) {
            side.status(Side.Content.STALE);
        }
    }

    /**
     * Whether the application changed it since the last flush.
     *
     * @param holder the holder
     * @return true if it did
     */
    public static boolean changed(Holder<?> holder) {
        return holder instanceof One<?> one ? one.isChanged() : members(holder).isChanged();
    }

    /**
     * What a single holder has in memory, never loading.
     *
     * @param one the holder
     * @return the object or null
     */
    public static @Nullable Object value(One<?> one) {
        return one.value;
    }

    /**
     * What a single holder had before it was changed.
     *
     * @param one the holder
     * @return the object; null if there was none or it is not known
     */
    public static @Nullable Object before(One<?> one) {
        return one.before();
    }

    /**
     * Whether it is known what a single holder had before it was changed.
     *
     * @param one the holder
     * @return false if it was set without having been loaded
     */
    public static boolean beforeKnown(One<?> one) {
        return one.beforeKnown();
    }

    /**
     * What a collection has in memory, never loading.
     *
     * @param many the holder
     * @return the content, and what was queued for it
     */
    public static List<?> content(HolderOfMany<?> many) {
        return members(many).inMemory();
    }

    /**
     * What was added to a collection since the last flush.
     *
     * @param many the holder
     * @return the objects
     */
    public static List<?> added(HolderOfMany<?> many) {
        return members(many).added();
    }

    /**
     * What was removed from a collection since the last flush.
     *
     * @param many the holder
     * @return the objects
     */
    public static List<?> removed(HolderOfMany<?> many) {
        return members(many).removed();
    }

    /**
     * Fills a single holder from the database.
     *
     * @param one the holder
     * @param value the object or null
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the loader loads the relationship's target
    public static void fill(One<?> one, @Nullable Object value) {
        ((One) one).fill(value);
    }

    /**
     * Fills a collection from the database. What was added or removed before it was loaded is applied on top.
     *
     * @param many the holder
     * @param content the objects
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the loader loads the relationship's target
    public static void fill(HolderOfMany<?> many, List<?> content) {
        if (many instanceof WriteOnly) {
            members(many).open(); // refuses
        }
        ((Members) members(many)).fill(content);
    }

    /**
     * Makes a holder hold what is given, as if the application did it.
     *
     * @param holder the holder
     * @param elements the objects; one at most for a {@link One}
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // whoever calls has objects of the relationship's target
    public static void replace(Holder<?> holder, List<?> elements) {
        if (holder instanceof One one) {
            one.set(elements.isEmpty() ? null : elements.get(0));
        } else {
            ((Members) members((Holder<?>) holder)).setAll(elements);
        }
    }

    /**
     * Adds to a collection, as if the application did it.
     *
     * @param many the holder
     * @param elements the objects
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // whoever calls has objects of the relationship's target
    public static void add(HolderOfMany<?> many, List<?> elements) {
        elements.forEach(element -> ((Members) members(many)).add(element));
    }

    /**
     * Removes from a collection, as if the application did it.
     *
     * @param many the holder
     * @param element the object
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // whoever calls has an object of the relationship's target
    public static void remove(HolderOfMany<?> many, Object element) {
        if (many instanceof WriteOnly) {
            ((Members) members(many)).drop(element);
        } else {
            members(many).remove(element);
        }
    }

    /**
     * Forgets the changes since the last flush.
     *
     * @param holder the holder
     */
    public static void revert(Holder<?> holder) {
        if (holder instanceof One<?> one) {
            one.revert();
        } else {
            members(holder).revert();
        }
    }

    /**
     * Takes the changes since the last flush as flushed.
     *
     * @param holder the holder
     */
    public static void settle(Holder<?> holder) {
        if (holder instanceof One<?> one) {
            one.settle();
        } else {
            members(holder).settle();
        }
    }

    /**
     * Prepares a holder for life without a session: it keeps answering with what it has.
     *
     * @param holder the holder
     */
    public static void detach(Holder<?> holder) {
        if (holder instanceof HolderOfMany<?>) {
            members(holder).keepQueued();
        }
    }

    /**
     * Tells a holder that the other side took an object; the holder does not tell it back.
     *
     * @param holder the mirroring holder
     * @param other the object
     */
    public static void accept(Holder<?> holder, Object other) {
        if (holder instanceof One<?> one) {
            one.accept(other);
        } else {
            members(holder).accept(other);
        }
    }

    /**
     * Tells a holder that the other side let an object go; the holder does not tell it back.
     *
     * @param holder the mirroring holder
     * @param other the object
     */
    public static void release(Holder<?> holder, Object other) {
        if (holder instanceof One<?> one) {
            one.release(other);
        } else {
            members(holder).release(other);
        }
    }

    /**
     * Captures a holder's whole state.
     *
     * @param holder the holder
     * @return a memento that puts it back, any number of times
     */
    public static Runnable capture(Holder<?> holder) {
        return holder instanceof One<?> one ? one.capture() : members(holder).capture();
    }

    /**
     * The value of a foreign key column that has no field.
     *
     * @param one the holder that declares the key
     * @param position the column's position within the key
     * @return the value
     */
    public static @Nullable Object key(One<?> one, int position) {
        return one.key(position);
    }

    /**
     * Sets the value of a foreign key column that has no field.
     *
     * @param one the holder that declares the key
     * @param position the column's position within the key
     * @param value the value
     */
    public static void key(One<?> one, int position, @Nullable Object value) {
        one.key(position, value);
    }

    private static Side side(Holder<?> holder) {
        return holder instanceof One<?> one ? one : members(holder);
    }

    private static Members<?> members(Holder<?> holder) {
        if (holder instanceof Many<?> many) {
            return many.members;
        } else if (holder instanceof ManySet<?> many) {
            return many.members;
        } else if (holder instanceof ManyMap<?, ?> many) {
            return many.members;
        }
        return ((WriteOnly<?>) holder).members;
    }
}
