package dev.dovetail.orm.attribute;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one object on the other side of a many-to-one or one-to-one relationship, or null. Setting it changes the
 * other side's holder at once, and the foreign key's field as soon as the key is known.
 *
 * @param <T> the class on the other side
 */
public final class One<T> extends Side implements Holder<T> {

    @Nullable
    T value;

    /** Null for most holders: there are as many as rows. */
    private @Nullable More<T> more;

    /** What few holders have. */
    private static final class More<T> {
        /** Whether the application set it since the last flush. */
        boolean changed;
        /** The value before that, if {@link #beforeKnown}. */
        @Nullable
        T before;

        boolean beforeKnown;

        /** Values of foreign key columns that have no field. */
        @Nullable
        Object @Nullable [] key;
    }

    /**
     * A holder for a final field of its owner.
     *
     * @param owner the object whose field it is: {@code new One<>(this)}
     */
    public One(Object owner) {
        super(owner);
    }

    /**
     * The object. Loads it when its owner is in a session and it is not loaded.
     *
     * @return the object, or null if there is none
     * @throws dev.dovetail.DovetailException if it was never loaded and its owner is detached, or if loading fails
     */
    public @Nullable T get() {
        open();
        return value;
    }

    /**
     * Sets the object. Sends no SQL.
     *
     * @param newValue the object, or null for none
     */
    public void set(@Nullable T newValue) {
        checkUse();
        if (newValue != null) {
            check(newValue);
            checkSingleParent(newValue, true);
        }
        checkWritable();
        T old = current();
        if (old == newValue && status() == Content.LOADED) {
            return;
        }
        change(old, newValue);
        if (old != null && old != newValue) {
            mirrorTake(old);
            taken(old, true);
        }
        if (newValue != null) {
            mirrorPut(newValue);
            put(newValue);
        }
    }

    @Override
    public boolean isLoaded() {
        return known();
    }

    /** Never loads. */
    @Override
    public String toString() {
        return isLoaded()
                ? "One(" + (value == null ? "null" : value.getClass().getSimpleName()) + ")"
                : "One(not loaded)";
    }

    /** The value without SQL: what is held, or what the session has in memory for the key. */
    @Override
    Holder<?> holder() {
        return this;
    }

    boolean isChanged() {
        return more != null && more.changed;
    }

    /** What the database has as far as is known. */
    @Nullable
    T before() {
        return more != null && more.changed ? more.before : value;
    }

    boolean beforeKnown() {
        return more == null || !more.changed || more.beforeKnown;
    }

    private More<T> more() {
        if (more == null) {
            more = new More<>();
        }
        return more;
    }

    @SuppressWarnings("unchecked") // the session answers with an object of the relationship's target
    private @Nullable T current() {
        HolderOwner state = status() == Content.LOADED ? null : attached();
        return state != null && state.canLoad() ? (T) state.peek(this) : value;
    }

    private void change(@Nullable T old, @Nullable T newValue) {
        if (!isChanged()) {
            more().changed = true;
            more().before = old;
            more().beforeKnown = old != null || !unloaded();
        }
        value = newValue;
        if (old != null) {
            parted(old);
        }
        if (newValue != null) {
            joined(newValue);
        }
        status(Content.LOADED);
        changed();
        if (end().toParent()) {
            end().copyKey(owner(), newValue);
        }
    }

    /** The other side took this object: as {@link #set}, without telling it back. */
    @SuppressWarnings("unchecked") // called along the relationship's inverse only
    void accept(Object other) {
        T old = current();
        if (old == other && status() == Content.LOADED) {
            return;
        }
        change(old, (T) other);
        if (old != null && old != other) {
            mirrorTake(old);
        }
    }

    /** The other side let this object go. A key that leads elsewhere stays; what is not loaded has nothing to let go. */
    void release(Object other) {
        T held = current();
        if (held == other || (held == null && unloaded() && leadsTo(other))) {
            change(held, null);
        }
    }

    private boolean leadsTo(Object other) {
        RelationshipEnd end = end();
        return end.toParent() && Arrays.equals(end.foreignKey(owner()), end.key(other));
    }

    /** Forgets what was not flushed. */
    void revert() {
        if (isChanged()) {
            value = beforeKnown() ? before() : null;
            status(beforeKnown() ? Content.LOADED : Content.UNKNOWN);
            settle();
        }
    }

    /** Fills the holder from the database. What the application has set meanwhile stays. */
    void fill(@Nullable T loaded) {
        status(Content.LOADED);
        if (isChanged()) {
            more().before = loaded;
            more().beforeKnown = true;
        } else {
            value = loaded;
        }
    }

    /** What is held now is what the database has. */
    void settle() {
        if (more != null) {
            more.changed = false;
            more.before = null;
            more.beforeKnown = false;
        }
    }

    @Nullable
    Object key(int position) {
        Object[] key = more == null ? null : more.key;
        return key == null || position >= key.length ? null : key[position];
    }

    void key(int position, @Nullable Object part) {
        Object[] key = more().key;
        if (key == null || position >= key.length) {
            key = key == null ? new Object[position + 1] : Arrays.copyOf(key, position + 1);
            more().key = key;
        }
        key[position] = part;
    }

    /** What puts the holder back to what it is now. */
    Runnable capture() {
        T valueThen = value;
        T beforeThen = before();
        boolean changedThen = isChanged();
        boolean knownThen = beforeKnown();
        Content statusThen = status();
        return () -> {
            value = valueThen;
            status(statusThen);
            settle();
            if (changedThen) {
                more().changed = true;
                more().before = knownThen ? beforeThen : null;
                more().beforeKnown = knownThen;
            }
        };
    }
}
