package dev.dovetail.orm.internal.state;

import dev.dovetail.orm.generated.Snapshot;
import java.lang.ref.WeakReference;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a session factory keeps of an object that has no holders to keep it. While a session has the object, that is its
 * state; afterwards, and before, what is known of its row or is asked for it. It never refers to the object itself, which may be collected.
 */
final class Remembered {

    private WeakReference<@Nullable InstanceState> live = new WeakReference<>(null);
    private @Nullable EntityKey key;
    private @Nullable Snapshot<?> known;
    private boolean rowDeleted;
    private @Nullable BitSet nullsGiven;
    private Assignments assigned = Assignments.NONE;

    /** Keeps what outlives the state. */
    void keep(InstanceState state) {
        key = state.key();
        known = state.hasRow() ? state.known() : null;
        rowDeleted = state.rowDeleted();
        nullsGiven = state.nullsGiven();
        assigned = state.assigned();
    }

    /** Keeps what is known of a row that was only read. */
    void keep(@Nullable EntityKey rowKey, Snapshot<?> values) {
        key = rowKey;
        known = values;
    }

    /** The session's own state is the object's. */
    void is(InstanceState state) {
        live = new WeakReference<>(state);
        keep(state);
    }

    InstanceState state(EntityDescriptor<?> type, Object entity) {
        InstanceState state = live.get();
        if (state == null) {
            state = new InstanceState(type, entity, this);
            if (key != null && known != null) {
                state.takeOver(key, known, rowDeleted);
            }
            state.told(nullsGiven, assigned);
            live = new WeakReference<>(state);
        }
        return state;
    }
}
