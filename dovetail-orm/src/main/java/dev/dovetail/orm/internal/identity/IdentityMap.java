package dev.dovetail.orm.internal.identity;

import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object for each row within a session. It is strong: a write to a plain field is seen only by comparing the object
 * with its snapshot, so a changed object must not go away. Not thread-safe.
 */
public final class IdentityMap {

    private final Map<EntityKey, InstanceState> states = new LinkedHashMap<>();

    /** An empty map. */
    public IdentityMap() {}

    /**
     * The object of a row.
     *
     * @param key the row's key
     * @return its state, or null
     */
    public @Nullable InstanceState get(EntityKey key) {
        return states.get(key);
    }

    /**
     * Adds an object under its key.
     *
     * @param state the object's state; it has a key
     */
    public void add(InstanceState state) {
        states.put(key(state), state);
    }

    /**
     * Removes an object, if it is the one under its key.
     *
     * @param state the object's state
     */
    public void remove(InstanceState state) {
        if (state.key() != null) {
            states.remove(state.key(), state);
        }
    }

    /**
     * Puts an object under the key that its row has now.
     *
     * @param state the object's state; it has a row
     */
    public void rekey(InstanceState state) {
        EntityKey now = state.type().key(state.known());
        if (now != null && !now.equals(state.key())) {
            remove(state);
            state.rekey(now);
            add(state);
        }
    }

    /** {@return all objects, in the order in which they came} */
    public Collection<InstanceState> all() {
        return states.values();
    }

    /** Forgets all objects. */
    public void clear() {
        states.clear();
    }

    private static EntityKey key(InstanceState state) {
        EntityKey key = state.key();
        if (key == null) {
            throw new IllegalStateException(state + " has no key");
        }
        return key;
    }
}
