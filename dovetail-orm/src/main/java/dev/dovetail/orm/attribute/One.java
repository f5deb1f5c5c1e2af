package dev.dovetail.orm.attribute;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one object on the other side of a many-to-one or one-to-one relationship, or null. Setting it changes the
 * other side's holder at once, and the foreign key's field as soon as the key is known.
 *
 * @param <T> the class on the other side
 */
public final class One<T> implements Holder<T> {

    final Side side;

    @Nullable
    T value;

    /** Whether the application set it since the last flush. */
    boolean changed;
    /** The value before that, if {@link #beforeKnown}. */
    @Nullable
    T before;

    boolean beforeKnown;

    /** Values of foreign key columns that have no field. */
    private @Nullable Object @Nullable [] key;

    /**
     * A holder for a final field of its owner.
     *
     * @param owner the object whose field it is: {@code new One<>(this)}
     */
    public One(Object owner) {
        this.side = new Side(owner, this);
    }

    /**
     * The object. Loads it when its owner is in a session and it is not loaded.
     *
     * @return the object, or null if there is none
     * @throws dev.dovetail.DovetailException if it was never loaded and its owner is detached, or if loading fails
     */
    public @Nullable T get() {
        side.open();
        return value;
    }

    /**
     * Sets the object. Sends no SQL.
     *
     * @param newValue the object, or null for none
     */
    public void set(@Nullable T newValue) {
        side.checkUse();
        if (newValue != null) {
            side.check(newValue);
            side.checkSingleParent(newValue, true);
        }
        side.checkWritable();
        T old = current();
        if (old == newValue && side.content == Side.Content.LOADED) {
            return;
        }
        change(old, newValue);
        if (old != null && old != newValue) {
            side.mirrorTake(old);
            side.taken(old, true);
        }
        if (newValue != null) {
            side.mirrorPut(newValue);
            side.put(newValue);
        }
    }

    @Override
    public boolean isLoaded() {
        return side.known();
    }

    /** Never loads. */
    @Override
    public String toString() {
        return isLoaded()
                ? "One(" + (value == null ? "null" : value.getClass().getSimpleName()) + ")"
                : "One(not loaded)";
    }

    /** The value without SQL: what is held, or what the session has in memory for the key. */
    @SuppressWarnings("unchecked") // the session answers with an object of the relationship's target
    private @Nullable T current() {
        if (side.unloaded() && side.attached != null) {
            return (T) side.attached.peek(this);
        }
        return value;
    }

    private void change(@Nullable T old, @Nullable T newValue) {
        if (!changed) {
            changed = true;
            before = old;
            beforeKnown = old != null || !side.unloaded();
        }
        value = newValue;
        if (old != null) {
            side.parted(old);
        }
        if (newValue != null) {
            side.joined(newValue);
        }
        side.content = Side.Content.LOADED;
        side.changed();
        if (side.end().toParent()) {
            side.end().copyKey(side.owner, newValue);
        }
    }

    /** The other side took this object: as {@link #set}, without telling it back. */
    @SuppressWarnings("unchecked") // called along the relationship's inverse only
    void accept(Object other) {
        T old = current();
        if (old == other && side.content == Side.Content.LOADED) {
            return;
        }
        change(old, (T) other);
        if (old != null && old != other) {
            side.mirrorTake(old);
        }
    }

    /** The other side let this object go. A key that leads elsewhere stays; what is not loaded has nothing to let go. */
    void release(Object other) {
        T held = current();
        if (held == other || (held == null && side.unloaded() && leadsTo(other))) {
            change(held, null);
        }
    }

    private boolean leadsTo(Object other) {
        RelationshipEnd end = side.end();
        return end.toParent() && Arrays.equals(end.foreignKey(side.owner), end.key(other));
    }

    /** Forgets what was not flushed. */
    void revert() {
        if (changed) {
            value = beforeKnown ? before : null;
            side.content = beforeKnown ? Side.Content.LOADED : Side.Content.UNKNOWN;
            settle();
        }
    }

    /** Fills the holder from the database. What the application has set meanwhile stays. */
    void fill(@Nullable T loaded) {
        side.content = Side.Content.LOADED;
        if (changed) {
            before = loaded;
            beforeKnown = true;
        } else {
            value = loaded;
        }
    }

    /** What is held now is what the database has. */
    void settle() {
        changed = false;
        before = null;
        beforeKnown = false;
    }

    @Nullable
    Object key(int position) {
        return key == null || position >= key.length ? null : key[position];
    }

    void key(int position, @Nullable Object part) {
        if (key == null || position >= key.length) {
            @Nullable Object[] longer = new @Nullable Object[position + 1];
            if (key != null) {
                System.arraycopy(key, 0, longer, 0, key.length);
            }
            key = longer;
        }
        key[position] = part;
    }
}
