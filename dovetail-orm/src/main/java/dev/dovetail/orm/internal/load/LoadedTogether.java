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

    private final LoadPlan plan;
    /** The keys, as {@link InstanceState#id} has them. */
    private final @Nullable Object[] members;

    private @Nullable LoadedTogether alone;

    private LoadedTogether(LoadPlan plan, @Nullable Object... members) {
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
        @Nullable Object[] members = new @Nullable Object[states.size()];
        LoadedTogether together = new LoadedTogether(plan, members);
        int place = 0;
        for (InstanceState state : states) {
            members[place++] = state.id();
            state.loadedBy(together);
        }
    }

    /** The plan of an object, null where it is as the mapping says. */
    static @Nullable LoadPlan plan(InstanceState state) {
        return state.loadedBy() instanceof LoadedTogether together ? together.plan : null;
    }

    /** The siblings of an object that fulfil a condition, the nearest first, at most so many. */
    static List<InstanceState> siblings(
            InstanceState touched, IdentityMap session, int limit, Predicate<InstanceState> wanted) {
        return touched.loadedBy() instanceof LoadedTogether together && together.members.length > 1
                ? together.around(touched, session, limit, wanted)
                : List.of();
    }

    private List<InstanceState> around(
            InstanceState touched, IdentityMap session, int limit, Predicate<InstanceState> wanted) {
        int place = place(touched);
        Set<InstanceState> found = new LinkedHashSet<>();
        for (int distance = 1; distance < members.length && found.size() < limit; distance++) {
            add(place + distance, session, wanted, found);
            if (found.size() < limit) {
                add(place - distance, session, wanted, found);
            }
        }
        found.remove(touched);
        return List.copyOf(found);
    }

    private void add(int place, IdentityMap session, Predicate<InstanceState> wanted, Set<InstanceState> found) {
        Object id = place < 0 || place >= members.length ? null : members[place];
        InstanceState state = id == null ? null : session.get(plan.entity(), id);
        // An object that another query has given since is in the company of that one.
        if (state != null && state.loadedBy() == this && wanted.test(state)) {
            found.add(state);
        }
    }

    private int place(InstanceState touched) {
        return Math.max(0, Arrays.asList(members).indexOf(touched.id()));
    }

    @Override
    public @Nullable LoadMemory afterwards() {
        if (!plan.matters()) {
            return null;
        }
        if (alone == null) {
            alone = members.length == 0 ? this : new LoadedTogether(plan);
        }
        return alone;
    }
}
