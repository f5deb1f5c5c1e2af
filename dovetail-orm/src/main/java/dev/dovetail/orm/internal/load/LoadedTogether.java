package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.LoadMemory;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects that came from one statement, and the plan by which they were loaded. Touching a holder of one loads those of
 * its siblings. Members are known by their keys, so that none is kept alive; one that goes stale, as all do at the end of a transaction, forgets its siblings.
 */
final class LoadedTogether implements LoadMemory {

    private static final @Nullable Object[] NONE = {};

    private final LoadPlan plan;
    /** The keys, as {@link InstanceState#id} has them. */
    private @Nullable Object[] members = NONE;

    private int size;

    private @Nullable LoadedTogether alone;

    private LoadedTogether(LoadPlan plan) {
        this.plan = plan;
    }

    /** Lets objects remember that they came together. A single object without a plan of its own has nothing to remember. */
    static void remember(LoadPlan plan, Collection<InstanceState> states) {
        if (states.size() < 2 && !plan.matters()) {
            return;
        }
        LoadedTogether together = begin(plan);
        if (together != null) {
            states.forEach(together::join);
        }
    }

    /** Where objects of one statement meet; null for such as have nothing to load later. */
    static @Nullable LoadedTogether begin(LoadPlan plan) {
        EntityDescriptor<?> entity = plan.entity();
        boolean loadsLater = !entity.ends().isEmpty() || entity.deferred().length > 0;
        return loadsLater || plan.matters() ? new LoadedTogether(plan) : null;
    }

    void join(InstanceState state) {
        if (size == members.length) {
            members = Arrays.copyOf(members, Math.max(8, 2 * size));
        }
        members[size++] = state.id();
        state.loadedBy(this);
    }

    /** The plan of an object, null where it is as the mapping says. */
    static @Nullable LoadPlan plan(InstanceState state) {
        return state.loadedBy() instanceof LoadedTogether together ? together.plan : null;
    }

    /** The siblings of an object that fulfil a condition, the nearest first, at most so many. */
    static List<InstanceState> siblings(
            InstanceState touched, IdentityMap session, int limit, Predicate<InstanceState> wanted) {
        return touched.loadedBy() instanceof LoadedTogether together && together.size > 1
                ? together.around(touched, session, limit, wanted)
                : List.of();
    }

    private List<InstanceState> around(
            InstanceState touched, IdentityMap session, int limit, Predicate<InstanceState> wanted) {
        int place = place(touched);
        Set<InstanceState> found = new LinkedHashSet<>();
        for (int distance = 1; distance < size && found.size() < limit; distance++) {
            add(place + distance, session, wanted, found);
            if (found.size() < limit) {
                add(place - distance, session, wanted, found);
            }
        }
        found.remove(touched);
        return List.copyOf(found);
    }

    private void add(int place, IdentityMap session, Predicate<InstanceState> wanted, Set<InstanceState> found) {
        Object id = place < 0 || place >= size ? null : members[place];
        InstanceState state = id == null ? null : session.get(plan.entity(), id);
        // An object that another query has given since is in the company of that one.
        if (state != null && state.loadedBy() == this && wanted.test(state)) {
            found.add(state);
        }
    }

    private int place(InstanceState touched) {
        return Math.max(0, Arrays.asList(members).subList(0, size).indexOf(touched.id()));
    }

    @Override
    public @Nullable LoadMemory afterwards() {
        if (!plan.matters()) {
            return null;
        }
        if (alone == null) {
            alone = size == 0 ? this : new LoadedTogether(plan);
        }
        return alone;
    }
}
