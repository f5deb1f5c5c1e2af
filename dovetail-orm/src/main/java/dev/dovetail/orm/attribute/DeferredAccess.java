package dev.dovetail.orm.attribute;

import dev.dovetail.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The session's side of a {@link Deferred}. For {@code dev.dovetail.orm.internal} and generated code. A value here is the column's, or
 * {@link #NOT_LOADED}.
 */
public final class DeferredAccess {

    /** Stands for a value that is not known; not the same as NULL. */
    public static final Object NOT_LOADED = new Object() {
        @Override
        public String toString() {
            return "not loaded";
        }
    };

    private DeferredAccess() {}

    /**
     * Ties a holder to its owner's instance state, or unties it.
     *
     * @param deferred the holder
     * @param owner the state, or null
     */
    public static void attach(Deferred<?> deferred, @Nullable HolderOwner owner) {
        deferred.attached = owner;
    }

    /**
     * Whether the value is known and not stale, or was set.
     *
     * @param deferred the holder
     * @return true if there is one
     */
    public static boolean loaded(Deferred<?> deferred) {
        return deferred.value != NOT_LOADED && !deferred.stale;
    }

    /**
     * The value in memory, never loading.
     *
     * @param deferred the holder
     * @return the value; null where it is not loaded
     */
    public static @Nullable Object value(Deferred<?> deferred) {
        return deferred.value == NOT_LOADED ? null : deferred.value;
    }

    /**
     * Sets the value, or forgets it.
     *
     * @param deferred the holder
     * @param value the value
     */
    public static void set(Deferred<?> deferred, @Nullable Object value) {
        deferred.value = value;
        deferred.stale = false;
    }

    /**
     * Lets a value be loaded again when it is next asked for. An owner that leaves the session before keeps it.
     *
     * @param deferred the holder
     */
    public static void makeStale(Deferred<?> deferred) {
        deferred.stale = deferred.value != NOT_LOADED;
    }

    /**
     * Whether a flush has to write the value. What is not loaded has not changed.
     *
     * @param deferred the holder
     * @param known what the row is known to have
     * @param type the column's type
     * @return true if there is a value that the row is not known to have
     */
    public static boolean differs(Deferred<?> deferred, @Nullable Object known, Type<?> type) {
        return loaded(deferred) && (known == NOT_LOADED || !same(known, deferred.value, type));
    }

    /**
     * A copy of the value, for a snapshot.
     *
     * @param deferred the holder
     * @param type the column's type
     * @return the copy
     */
    public static @Nullable Object take(Deferred<?> deferred, Type<?> type) {
        return loaded(deferred) ? copy(deferred.value, type) : NOT_LOADED;
    }

    /**
     * Puts a snapshot's value back. What is stale stays so where the snapshot has none.
     *
     * @param deferred the holder
     * @param known the snapshot's value
     * @param type the column's type
     */
    public static void restore(Deferred<?> deferred, @Nullable Object known, Type<?> type) {
        if (known != NOT_LOADED || !deferred.stale) {
            set(deferred, known == NOT_LOADED ? known : copy(known, type));
        }
    }

    @SuppressWarnings("unchecked") // both values are of the column's type
    private static <T> boolean same(@Nullable Object left, @Nullable Object right, Type<T> type) {
        return type.same((T) left, (T) right);
    }

    @SuppressWarnings("unchecked") // the value is of the column's type
    private static <T> @Nullable Object copy(@Nullable Object value, Type<T> type) {
        return type.snapshot((T) value);
    }
}
