package dev.dovetail.orm.internal.identity;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.SessionRows;
import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One object for each row within a session. It is strong: a write to a plain field is seen only by comparing the object
 * with its snapshot, so a changed object must not go away. Not thread-safe.
 *
 * <p>An array has the objects in the order in which they came, for the search for changes goes through all of them; a table
 * of places in that array, with open addressing, finds one by its key. That is sixteen to thirty-two bytes an object, and
 * neither an entry nor a key is made for it. After CPython's dict.
 */
public final class IdentityMap implements SessionRows {

    private static final int SMALLEST = 8;
    /** Up to here the room grows fourfold: to put all objects into a new table costs more than the room. */
    private static final int FAST_GROWTH = 2048;

    /** In the order in which they came; null where one was removed. */
    private @Nullable InstanceState[] states = new @Nullable InstanceState[SMALLEST];
    /** Under which key each came: its row's may have changed since. */
    private @Nullable Object[] ids = new @Nullable Object[SMALLEST];
    /** Places in {@link #states}, from 1; 0 is free. Twice as long, a power of two. */
    private int[] table = new int[2 * SMALLEST];
    /** How much of {@link #states} is used. */
    private int used;

    private int size;
    private int changes;

    /** An empty map. */
    public IdentityMap() {}

    /**
     * The object of a row.
     *
     * @param key the row's key
     * @return its state, or null
     */
    @Override
    public @Nullable InstanceState get(EntityKey key) {
        int place = place(key.entity(), key.id());
        return place < 0 ? null : states[place];
    }

    /**
     * The object of a row.
     *
     * @param entity an entity of the row's hierarchy
     * @param id the row's key, as {@link EntityKey#id} has it
     * @return its state, or null
     */
    public @Nullable InstanceState get(EntityDescriptor<?> entity, Object id) {
        int place = place(entity.root().entityClass(), id);
        return place < 0 ? null : states[place];
    }

    /**
     * Adds an object under its key, in the place of one that is there.
     *
     * @param state the object's state; it has a key
     */
    public void add(InstanceState state) {
        Object id = state.id();
        if (id == null) {
            throw new IllegalStateException(state + " has no key");
        }
        int place = place(state.type().root().entityClass(), id);
        if (place >= 0) {
            states[place] = state;
        } else {
            addNew(state, id);
        }
    }

    /**
     * Adds an object whose key is known not to be there.
     *
     * @param state the object's state
     * @param id its key, as {@link EntityKey#id} has it
     */
    public void addNew(InstanceState state, Object id) {
        if (used == states.length) {
            rebuild();
        }
        put(state.type().root().entityClass(), id, state);
        size++;
        changes++;
    }

    /**
     * Removes an object, if it is the one under its key.
     *
     * @param state the object's state
     */
    public void remove(InstanceState state) {
        Object id = state.id();
        int place = id == null ? -1 : place(state.type().root().entityClass(), id);
        if (place >= 0 && states[place] == state) {
            // Its place stays in the table, for the search of others to go on beyond it.
            states[place] = null;
            ids[place] = null;
            size--;
            changes++;
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

    /** {@return all objects, in the order in which they came; a view} */
    @Override
    public Collection<InstanceState> all() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<InstanceState> iterator() {
                return new States();
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public void forEach(Consumer<? super InstanceState> action) {
                int expected = changes;
                for (int place = 0; place < used; place++) {
                    InstanceState state = states[place];
                    if (state != null) {
                        action.accept(state);
                    }
                    if (expected != changes) {
                        throw moved();
                    }
                }
            }
        };
    }

    /** Forgets all objects. */
    public void clear() {
        if (states.length > SMALLEST) {
            allocate(SMALLEST);
        } else if (used > 0) {
            Arrays.fill(states, null);
            Arrays.fill(ids, null);
            Arrays.fill(table, 0);
            used = 0;
        }
        size = 0;
        changes++;
    }

    /**
     * The object of a row, for another session of the thread. If a third thread has been given this one meanwhile, and changes
     * it now, the answer may be wrong, and is nothing worse.
     */
    @Override
    public @Nullable InstanceState peek(EntityKey key) {
        try {
            return get(key);
        } catch (IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** The place of a key's object, -1 for none. */
    private int place(Class<?> root, Object id) {
        int mask = table.length - 1;
        for (int slot = slot(root, id); ; slot = (slot + 1) & mask) {
            int place = table[slot] - 1;
            if (place < 0) {
                return -1;
            }
            InstanceState state = states[place];
            if (state != null && id.equals(ids[place]) && state.type().root().entityClass() == root) {
                return place;
            }
        }
    }

    private void put(Class<?> root, Object id, InstanceState state) {
        states[used] = state;
        ids[used] = id;
        used++;
        int slot = slot(root, id);
        while (table[slot] != 0) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = used;
    }

    /** Fibonacci hashing: the upper bits of the product are mixed from all bits, so that keys may have any pattern. */
    private int slot(Class<?> root, Object id) {
        int mixed = (id.hashCode() + 31 * root.hashCode()) * 0x9E3779B9;
        return mixed >>> (Integer.numberOfLeadingZeros(table.length) + 1);
    }

    /** Leaves out what was removed, and makes room for as many again. */
    private void rebuild() {
        @Nullable InstanceState[] oldStates = states;
        @Nullable Object[] oldIds = ids;
        int count = used;
        int room = Math.max(SMALLEST, Integer.highestOneBit(size + size / 2) << 1);
        allocate(room < FAST_GROWTH ? 4 * room : room);
        for (int place = 0; place < count; place++) {
            InstanceState state = oldStates[place];
            Object id = oldIds[place];
            if (state != null && id != null) {
                put(state.type().root().entityClass(), id, state);
            }
        }
    }

    private void allocate(int capacity) {
        states = new @Nullable InstanceState[capacity];
        ids = new @Nullable Object[capacity];
        table = new int[2 * capacity];
        used = 0;
    }

    private static ConcurrentModificationException moved() {
        return new ConcurrentModificationException("objects came or went during an iteration over them");
    }

    private final class States implements Iterator<InstanceState> {

        private final int expected = changes;
        private int next = after(0);

        private int after(int place) {
            int found = place;
            while (found < used && states[found] == null) {
                found++;
            }
            return found;
        }

        @Override
        public boolean hasNext() {
            return next < used;
        }

        @Override
        public InstanceState next() {
            if (expected != changes) {
                throw moved();
            }
            InstanceState state = hasNext() ? states[next] : null;
            if (state == null) {
                throw new NoSuchElementException();
            }
            next = after(next + 1);
            return state;
        }
    }
}
