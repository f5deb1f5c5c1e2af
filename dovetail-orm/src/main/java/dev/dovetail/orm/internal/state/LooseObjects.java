package dev.dovetail.orm.internal.state;

import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.internal.reference.WeakIdentityMap;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a session factory knows of objects without holders: nothing in them leads to their state. Those that were given to a
 * session, or that it was asked of, are in a weak table by identity. Those that were only read are known to their session
 * ({@link States}), and when it is closed they are put aside; whoever asks next puts those into the table that are still
 * there, for most are not, and to enter an object into such a table costs more than to read it. Thread-safe.
 */
public final class LooseObjects {

    /** So many may stay aside, whether or not they are still there. */
    private static final int FEW = 1000;

    private final WeakIdentityMap<Remembered> known = new WeakIdentityMap<>();
    private final Set<WeakReference<States>> readers = ConcurrentHashMap.newKeySet();
    private List<Left[]> aside = new ArrayList<>();
    private int count;
    /** Gone after a garbage collection: before, there is nothing to find. */
    private WeakReference<Object> canary = new WeakReference<>(new Object());

    /** None yet. */
    public LooseObjects() {}

    Remembered remember(Object entity) {
        Remembered remembered = new Remembered();
        known.put(entity, remembered);
        return remembered;
    }

    @Nullable
    Remembered get(Object entity) {
        enterThoseLeft();
        return known.isEmpty() ? null : known.get(entity);
    }

    /** A session that has read some, and knows them itself for as long as it is open. */
    void reading(WeakReference<States> session) {
        readers.add(session);
    }

    /** What another session of this thread has read, known by its key. */
    @Nullable
    InstanceState readByOthers(Object entity, EntityKey key, States asking) {
        for (WeakReference<States> reference : readers) {
            States other = reference.get();
            if (other == null) {
                readers.remove(reference); // a session that nobody has closed
            }
            InstanceState state = other == null || other == asking ? null : other.readByThisThread(entity, key);
            if (state != null) {
                return state;
            }
        }
        return null;
    }

    /** The session is closed; its objects are put aside. */
    void leave(WeakReference<States> session, SessionRows rows) {
        readers.remove(session);
        int read = 0;
        for (InstanceState state : rows.all()) {
            read += state.onlyRead() ? 1 : 0;
        }
        Left[] left = new Left[read];
        for (InstanceState state : rows.all()) {
            if (state.onlyRead()) {
                left[--read] = new Left(state);
            }
        }
        putAside(left);
    }

    private synchronized void putAside(Left... left) {
        aside.add(left);
        count += left.length;
        if (count > FEW && canary.get() == null) {
            readers.removeIf(session -> session.get() == null);
            sweep();
            canary = new WeakReference<>(new Object());
        }
    }

    private void sweep() {
        Left[] there = aside.stream()
                .flatMap(Arrays::stream)
                .filter(left -> left.get() != null)
                .toArray(Left[]::new);
        aside = new ArrayList<>(List.<Left[]>of(there));
        count = there.length;
    }

    private synchronized void enterThoseLeft() {
        if (aside.isEmpty()) {
            return;
        }
        for (Left[] some : aside) {
            for (Left left : some) {
                Object entity = left.get();
                if (entity != null) {
                    remember(entity).keep(left.key(), left.known);
                }
            }
        }
        aside = new ArrayList<>();
        count = 0;
    }

    /** An object that a closed session had read. */
    private static final class Left extends WeakReference<Object> {

        private final EntityDescriptor<?> type;
        private final Object id;
        private final Snapshot<?> known;

        Left(InstanceState state) {
            super(state.entity());
            this.type = state.type();
            this.id = Objects.requireNonNull(state.id());
            this.known = state.known();
        }

        EntityKey key() {
            return new EntityKey(type.root().entityClass(), id);
        }
    }
}
