package dev.dovetail.orm.attribute;

import org.jspecify.annotations.Nullable;

/**
 * Holds the value of a column that is not read with its row, as that of a large text. The first {@link #get} loads it, for all
 * objects of the same query together. It is kept in a final field, {@code final Deferred<String> body = new Deferred<>()}, on which
 * {@code @Column} and the like stand as on any other.
 *
 * @param <T> the column's type
 */
public final class Deferred<T> {

    @Nullable
    HolderOwner attached;

    /** The value, or {@link DeferredAccess#NOT_LOADED}. */
    @Nullable
    Object value = DeferredAccess.NOT_LOADED;

    /** Whether the value is from before, and only good for an owner that has left its session. */
    boolean stale;

    /** A holder for a final field, with nothing in it. */
    public Deferred() {}

    /**
     * The value. Loads it by one statement when its owner is in a session and it is not loaded.
     *
     * @return the value, or null for NULL; null, too, for a new object in which nothing was set
     * @throws DetachedHolderException if it was never loaded and its owner is detached
     * @throws ObjectDeletedException if the row is gone
     */
    @SuppressWarnings("unchecked") // what is set or read is of the column's type
    public @Nullable T get() {
        HolderOwner state = attached;
        if (state != null) {
            state.checkUse();
            if (!DeferredAccess.loaded(this)) {
                open(state);
            }
        }
        return (T) DeferredAccess.value(this);
    }

    private void open(HolderOwner state) {
        if (state.canLoad()) {
            state.load(this);
        } else if (value == DeferredAccess.NOT_LOADED && state.detached()) {
            throw state.neverLoaded(this);
        }
    }

    /**
     * Sets the value, to be written by the next flush. Sends no SQL: what was not loaded is not read first, so that the flush
     * also writes a value that the row has already.
     *
     * @param newValue the value, or null for NULL
     */
    public void set(@Nullable T newValue) {
        if (attached != null) {
            attached.checkUse();
        }
        DeferredAccess.set(this, newValue);
    }

    /**
     * Whether the next {@link #get} is answered from memory.
     *
     * @return false if it would send SQL, or could not be answered
     */
    public boolean isLoaded() {
        return DeferredAccess.loaded(this)
                || attached == null
                || (!attached.canLoad() && (value != DeferredAccess.NOT_LOADED || !attached.detached()));
    }

    /** Never loads, and never shows the value. */
    @Override
    public String toString() {
        return isLoaded() ? "Deferred(loaded)" : "Deferred(not loaded)";
    }
}
