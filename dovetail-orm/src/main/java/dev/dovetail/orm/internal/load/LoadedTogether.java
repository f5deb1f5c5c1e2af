package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.LoadMemory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects that came from one statement, and the plan by which they were loaded. Touching a holder of one loads those of
 * its siblings. Members are held weakly; one that goes stale, as all do at the end of a transaction, forgets its siblings.
 */
final class LoadedTogether implements LoadMemory {

    private final LoadPlan plan;
    private final List<WeakReference<InstanceState>> members;
    private @Nullable LoadedTogether alone;

    private LoadedTogether(LoadPlan plan, List<WeakReference<InstanceState>> members) {
        this.plan = plan;
        this.members = members;
    }

    /** Lets objects remember that they came together. A single object without a plan of its own has nothing to remember. */
    static void remember(LoadPlan plan, Collection<InstanceState> states) {
        EntityDescriptor<?> entity = plan.entity();
        boolean siblings = states.size() > 1 && (!entity.ends().isEmpty() || entity.deferred().length > 0);
        if (!siblings && !plan.matters()) {
            return;
        }
        List<WeakReference<InstanceState>> members = new ArrayList<>(states.size());
        LoadedTogether together = new LoadedTogether(plan, members);
        for (InstanceState state : states) {
            members.add(new WeakReference<>(state));
            state.loadedBy(together);
        }
    }

    /** The plan of an object, null where it is as the mapping says. */
    static @Nullable LoadPlan plan(InstanceState state) {
        return state.loadedBy() instanceof LoadedTogether together ? together.plan : null;
    }

    /** The siblings of an object that fulfil a condition, the nearest first, at most so many. */
    static List<InstanceState> siblings(InstanceState touched, int limit, Predicate<InstanceState> wanted) {
        return touched.loadedBy() instanceof LoadedTogether together && together.members.size() > 1
                ? together.around(touched, limit, wanted)
                : List.of();
    }

    private List<InstanceState> around(InstanceState touched, int limit, Predicate<InstanceState> wanted) {
        int place = place(touched);
        List<InstanceState> found = new ArrayList<>();
        for (int distance = 1; distance < members.size() && found.size() < limit; distance++) {
            add(place + distance, wanted, found);
            if (found.size() < limit) {
                add(place - distance, wanted, found);
            }
        }
        return found;
    }

    private void add(int place, Predicate<InstanceState> wanted, List<InstanceState> found) {
        InstanceState state =
                place < 0 || place >= members.size() ? null : members.get(place).get();
        // An object that another query has given since is in the company of that one.
        if (state != null && state.loadedBy() == this && wanted.test(state)) {
            found.add(state);
        }
    }

    private int place(InstanceState touched) {
        for (int place = 0; place < members.size(); place++) {
            if (members.get(place).refersTo(touched)) {
                return place;
            }
        }
        return 0;
    }

    @Override
    public @Nullable LoadMemory afterwards() {
        if (!plan.matters()) {
            return null;
        }
        if (alone == null) {
            alone = members.isEmpty() ? this : new LoadedTogether(plan, List.of());
        }
        return alone;
    }
}
