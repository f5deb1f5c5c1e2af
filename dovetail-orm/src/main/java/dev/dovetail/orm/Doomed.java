package dev.dovetail.orm;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.internal.cascade.ChildAction;
import dev.dovetail.orm.internal.cascade.Related;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.SetDelete;
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

/**
 * The objects that the next flush deletes, each with the reason, and their relationships whose children go without being
 * loaded. The delete cascade is walked when an object comes in.
 */
final class Doomed {

    private final SessionState session;
    private final Map<InstanceState, List<String>> causes = new LinkedHashMap<>();
    /** The relationships of these objects, by position, whose children go without being loaded. */
    private final Map<InstanceState, Set<Integer>> unread = new LinkedHashMap<>();

    private final SetDeletes sets;

    Doomed(SessionState session) {
        this.session = session;
        this.sets = new SetDeletes(session);
    }

    boolean isEmpty() {
        return causes.isEmpty();
    }

    Collection<InstanceState> states() {
        return Collections.unmodifiableSet(causes.keySet());
    }

    List<String> causes(InstanceState state) {
        return causes.getOrDefault(state, List.of());
    }

    Copy copy() {
        Map<InstanceState, Set<Integer>> unreadNow = new LinkedHashMap<>();
        unread.forEach((state, positions) -> unreadNow.put(state, new LinkedHashSet<>(positions)));
        return new Copy(new LinkedHashMap<>(causes), unreadNow);
    }

    void restore(Copy copy) {
        clear();
        causes.putAll(copy.causes());
        copy.unread().forEach((state, positions) -> unread.put(state, new LinkedHashSet<>(positions)));
    }

    void remove(InstanceState state) {
        causes.remove(state);
        unread.remove(state);
    }

    void clear() {
        causes.clear();
        unread.clear();
    }

    /**
     * Takes in an object and what the delete cascade reaches from it. The cascade is walked to its end first: it may load,
     * loading may flush, and that flush must not delete half of what is meant.
     */
    void doom(InstanceState state, List<String> why) {
        Walk walk = new Walk();
        walk.take(state, why);
        walk.finish();
    }

    /** What goes with the doomed objects without being loaded; children that cannot go so any more are loaded and doomed. */
    List<SetDelete> sets() {
        if (unread.isEmpty()) {
            return List.of();
        }
        Set<EntityDescriptor<?>> unflushed = sets.unflushed();
        boolean all = false;
        while (!all) {
            all = true;
            for (InstanceState state : List.copyOf(unread.keySet())) {
                for (RelationshipEnd end : unread(state)) {
                    if (!sets.possible(state, end) || sets.reach(end, unflushed)) {
                        load(state, end);
                        all = false;
                    }
                }
            }
        }
        Map<SetDeletes.Origin, List<InstanceState>> owners = new LinkedHashMap<>();
        unread.forEach((state, positions) -> positions.forEach(position -> owners.computeIfAbsent(
                        new SetDeletes.Origin(state.type(), position), key -> new ArrayList<>())
                .add(state)));
        List<SetDelete> found = new ArrayList<>();
        owners.forEach((origin, states) -> found.addAll(sets.of(origin, states, this)));
        return found;
    }

    /** Loads what an object's delete reaches, and dooms it. */
    void load(InstanceState state) {
        unread(state).forEach(end -> load(state, end));
    }

    private void load(InstanceState state, RelationshipEnd end) {
        Set<Integer> positions = Objects.requireNonNull(unread.get(state));
        positions.remove(end.position());
        if (positions.isEmpty()) {
            unread.remove(state);
        }
        Walk walk = new Walk();
        walk.take(reached(state, end, ChildAction.of(end)), state, end, causes(state));
        walk.finish();
    }

    private List<RelationshipEnd> unread(InstanceState state) {
        return unread.getOrDefault(state, Set.of()).stream()
                .map(state.type().ends()::get)
                .toList();
    }

    /** Why children are deleted. */
    static String cascade(RelationshipEnd end, Object from) {
        return "cascade DELETE of " + end.label() + ", from " + from;
    }

    /** A walk of the delete cascade; what it finds is doomed when it has come to its end. */
    private final class Walk {

        private final Map<InstanceState, List<String>> found = new LinkedHashMap<>();
        private final Map<InstanceState, Set<Integer>> foundUnread = new LinkedHashMap<>();
        private final Deque<InstanceState> open = new ArrayDeque<>();
        private boolean flushed;

        void take(InstanceState state, List<String> why) {
            if (!causes.containsKey(state) && found.putIfAbsent(state, List.copyOf(why)) == null) {
                open.add(state);
            }
        }

        void take(Collection<InstanceState> children, InstanceState parent, RelationshipEnd end, List<String> why) {
            List<String> reason = new ArrayList<>();
            reason.add(cascade(end, parent));
            reason.addAll(why);
            for (InstanceState child : children) {
                if (child.lifeCycle() == LifeCycle.PERSISTENT) {
                    take(child, reason);
                }
            }
        }

        void finish() {
            while (!open.isEmpty()) {
                InstanceState next = open.poll();
                for (RelationshipEnd end : next.type().ends()) {
                    if (goesUnread(next, end)) {
                        foundUnread
                                .computeIfAbsent(next, key -> new LinkedHashSet<>())
                                .add(end.position());
                    } else if (ChildAction.of(end).deletes()) {
                        take(reached(next, end, ChildAction.of(end)), next, end, found.getOrDefault(next, List.of()));
                    }
                }
            }
            found.forEach(causes::putIfAbsent);
            unread.putAll(foundUnread);
        }

        /** What of it is not flushed is flushed first, as before a load; the deletes themselves wait for each other. */
        private boolean goesUnread(InstanceState state, RelationshipEnd end) {
            if (!flushed && sets.possible(state, end)) {
                flushed = true;
                if (sets.reach(end, sets.unflushed())) {
                    session.autoflush();
                }
            }
            return sets.possible(state, end);
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

    /** What was doomed at one time. */
    record Copy(Map<InstanceState, List<String>> causes, Map<InstanceState, Set<Integer>> unread) {}
}
