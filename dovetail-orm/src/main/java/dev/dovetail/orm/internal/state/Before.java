package dev.dovetail.orm.internal.state;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.inspect.LifeCycle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a flush may change of an object, as it was before.
 *
 * @param lifeCycle where the object was in its life
 * @param key its row's key, or null
 * @param known what was known of its row, or null
 * @param fields what its fields held
 * @param stale whether it was stale
 * @param assigned the expressions that columns were to get
 * @param holders puts each holder back
 * @param holdersChanged whether a holder had changes
 */
record Before(
        LifeCycle lifeCycle,
        @Nullable Object id,
        @Nullable Snapshot<?> known,
        Snapshot<?> fields,
        boolean stale,
        Assignments assigned,
        List<Runnable> holders,
        boolean holdersChanged) {

    static Before of(InstanceState state) {
        return new Before(
                state.lifeCycle(),
                state.id(),
                state.hasRow() ? state.known().copy() : null,
                state.fields(),
                state.stale(),
                state.assigned(),
                holders(state),
                state.holdersChanged());
    }

    private static List<Runnable> holders(InstanceState state) {
        List<Runnable> captured = new ArrayList<>(state.type().ends().size());
        for (Holder<?> holder : state.type().holders(state.entity())) {
            captured.add(HolderAccess.capture(holder));
        }
        return captured;
    }
}
