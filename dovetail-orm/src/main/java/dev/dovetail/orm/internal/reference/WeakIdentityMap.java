package dev.dovetail.orm.internal.reference;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map by identity whose keys may be collected. Values are held strongly, so a value must not refer to its key.
 *
 * @param <V> the values
 */
public final class WeakIdentityMap<V> {

    private final Map<Object, V> entries = new HashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** {@return whether nothing was put, or all of it is gone} */
    public synchronized boolean isEmpty() {
        expunge();
        return entries.isEmpty();
    }

    /**
     * The value of a key.
     *
     * @param key the key
     * @return its value, or null
     */
    public synchronized @Nullable V get(Object key) {
        expunge();
        return entries.get(new Probe(key));
    }

    /**
     * Gives a key a value.
     *
     * @param key the key
     * @param value the value
     */
    public synchronized void put(Object key, V value) {
        expunge();
        entries.put(new Key(key, collected), value);
    }

    /**
     * Forgets a key.
     *
     * @param key the key
     */
    public synchronized void remove(Object key) {
        expunge();
        entries.remove(new Probe(key));
    }

    private void expunge() {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            entries.remove(gone);
        }
    }

    /** A stored key: equal to itself, and to a probe for the same object. */
    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object referent, ReferenceQueue<Object> queue) {
            super(referent, queue);
            hash = System.identityHashCode(referent);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Probe probe && probe.object == get());
        }
    }

    /** A key to look with. */
    private record Probe(Object object) {
        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.get() == object;
        }
    }
}
