package dev.dovetail.orm;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.internal.cascade.ChildAction;
import dev.dovetail.orm.internal.cascade.Related;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The objects that the next flush deletes, each with the reason. The delete cascade is walked when an object comes in. */
final class Doomed {

    private final SessionState session;
    private final Map<InstanceState, List<String>> causes = new LinkedHashMap<>();

    Doomed(SessionState session) {
        this.session = session;
    }

    Collection<InstanceState> states() {
        return Collections.unmodifiableSet(causes.keySet());
    }

    List<String> causes(InstanceState state) {
        return causes.getOrDefault(state, List.of());
    }

    Map<InstanceState, List<String>> copy() {
        return new LinkedHashMap<>(causes);
    }

    void restore(Map<InstanceState, List<String>> copy) {
        causes.clear();
        causes.putAll(copy);
    }

    void remove(InstanceState state) {
        causes.remove(state);
    }

    void clear() {
        causes.clear();
    }

    /**
     * Takes in an object and what the delete cascade reaches from it. The cascade is walked to its end first: it may load,
     * loading may flush, and that flush must not delete half of what is meant.
     */
    void doom(InstanceState state, List<String> why) {
        Map<InstanceState, List<String>> found = new LinkedHashMap<>();
        Deque<InstanceState> open = new ArrayDeque<>();
        take(state, why, found, open);
        while (!open.isEmpty()) {
            InstanceState next = open.poll();
            for (RelationshipEnd end : next.type().ends()) {
                ChildAction action = ChildAction.of(end);
                if (action.deletes()) {
                    List<String> reason = new ArrayList<>();
                    reason.add("cascade DELETE of " + end.label() + ", from " + next);
                    reason.addAll(found.getOrDefault(next, List.of()));
                    for (InstanceState child : reached(next, end, action)) {
                        if (child.lifeCycle() == LifeCycle.PERSISTENT) {
                            take(child, reason, found, open);
                        }
                    }
                }
            }
        }
        found.forEach(causes::putIfAbsent);
    }

    private void take(
            InstanceState state, List<String> why, Map<InstanceState, List<String>> found, Deque<InstanceState> open) {
        if (!causes.containsKey(state) && found.putIfAbsent(state, List.copyOf(why)) == null) {
            open.add(state);
        }
    }

    private Collection<InstanceState> reached(InstanceState state, RelationshipEnd end, ChildAction action) {
        Holder<?> holder = state.type().holder(state.entity(), end.position());
        Set<InstanceState> reached = new LinkedHashSet<>();
        if (action == ChildAction.DELETE_ALL && end.model().writeOnly()) {
            session.autoflush();
            reached.addAll(session.holders.children(state, end));
        } else if (action == ChildAction.DELETE_ALL && !HolderAccess.loaded(holder)) {
            session.holders.load(state, holder);
        }
        Related.loaded(holder).stream()
                .map(session::member)
                .filter(Objects::nonNull)
                .forEach(reached::add);
        if (action == ChildAction.DELETE_IN_MEMORY) {
            reached.addAll(inIdentityMap(state, end));
        }
        return reached;
    }

    /** Children that the session knows although the holder is not loaded. */
    private List<InstanceState> inIdentityMap(InstanceState state, RelationshipEnd end) {
        Object[] key = end.key(state.entity());
        if (key == null) {
            return List.of();
        }
        return session.identityMap.all().stream()
                .filter(child -> child.type().isA(session.mappings().of(end.child())))
                .filter(child -> Arrays.equals(end.foreignKey(child.entity()), key))
                .filter(child -> !movedAway(child, state, end))
                .toList();
    }

    /** Whether a child was put elsewhere although its key does not say so yet, as that of the new parent is not known. */
    private static boolean movedAway(InstanceState child, InstanceState parent, RelationshipEnd end) {
        RelationshipEnd inverse = end.inverse();
        if (inverse == null) {
            return false;
        }
        One<?> holder = (One<?>) inverse.holder(child.entity());
        return HolderAccess.changed(holder) && HolderAccess.value(holder) != parent.entity();
    }
}
