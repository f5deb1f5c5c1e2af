package dev.dovetail.orm;

import dev.dovetail.StaleDataException;
import dev.dovetail.UsageException;
import dev.dovetail.ValueText;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.HolderOfMany;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.internal.cascade.Related;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.mapping.Cascade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Copies what is known of a graph of objects to this session's objects for the same rows. First the rows are read, level by
 * level along the merge cascade, one statement for each class and each relationship of a level; then the copying needs no
 * SQL. After SQLAlchemy's {@code Session.merge}.
 */
final class Merge {

    private final SessionState session;
    private final boolean load;
    private final Map<InstanceState, InstanceState> merged = new HashMap<>();

    /** The states of what is given: an object that no session has seen would get another one each time. */
    private final Map<Object, InstanceState> states = new IdentityHashMap<>();

    private final Map<EntityKey, InstanceState> byKey = new HashMap<>();
    /** Which object was reached along which relationship: it is not merged back along the inverse. */
    private final Map<InstanceState, Set<RelationshipEnd>> reachedBy = new HashMap<>();

    private Merge(SessionState session, boolean load) {
        this.session = session;
        this.load = load;
    }

    /**
     * Merges objects.
     *
     * @param session the session
     * @param entities the objects, whose rows are read if {@code load}; else they are taken as what the rows are
     * @return this session's objects, in the same order
     */
    static List<Object> run(SessionState session, Collection<?> entities, boolean load) {
        if (load) {
            session.checkUsable();
            session.autoflush();
        }
        Merge merge = new Merge(session, load);
        List<InstanceState> sources = entities.stream().map(merge::state).toList();
        return session.withoutAutoflush(() -> merge.run(sources));
    }

    private List<Object> run(List<InstanceState> sources) {
        if (load) {
            read(sources);
            reachedBy.clear();
        }
        return sources.stream().map(source -> merge(source).entity()).toList();
    }

    private InstanceState state(Object given) {
        return states.computeIfAbsent(given, session.states()::of);
    }

    // reading

    private void read(List<InstanceState> sources) {
        Set<InstanceState> seen = new HashSet<>();
        List<InstanceState> level = sources;
        while (!level.isEmpty()) {
            List<InstanceState> others = level.stream()
                    .distinct()
                    .filter(source -> !own(source) && seen.add(source))
                    .toList();
            readRows(others);
            others.forEach(this::checkVersion);
            Set<InstanceState> next = new LinkedHashSet<>();
            Map<RelationshipEnd, List<InstanceState>> replaced = new LinkedHashMap<>();
            for (InstanceState source : others) {
                for (RelationshipEnd end : source.type().ends()) {
                    InstanceState target = target(source);
                    if (!travels(source, end)) {
                        continue;
                    }
                    if (target != null && !end.toParent() && HolderAccess.loaded(holder(source, end))) {
                        replaced.computeIfAbsent(end, ignored -> new ArrayList<>())
                                .add(target);
                    }
                    elements(source, end).forEach(element -> next.add(reach(element, end)));
                }
            }
            replaced.forEach((end, owners) -> session.graphs.loadAll(owners, end));
            level = List.copyOf(next);
        }
    }

    /** Reads the rows of objects that are not in the session, or stale there. A row that is gone is forgotten. */
    private void readRows(List<InstanceState> sources) {
        Map<EntityDescriptor<?>, Set<EntityKey>> missing = new LinkedHashMap<>();
        for (InstanceState source : sources) {
            EntityKey key = key(source);
            InstanceState known = key == null ? null : session.identityMap.get(key);
            if (key != null && (known == null || known.stale())) {
                missing.computeIfAbsent(source.type(), ignored -> new LinkedHashSet<>())
                        .add(key);
            }
        }
        missing.forEach((entity, keys) -> {
            session.graphs.byKeys(entity, List.copyOf(keys));
            keys.stream()
                    .map(session.identityMap::get)
                    .filter(known -> known != null && known.stale())
                    .forEach(session.membership::forget);
        });
    }

    private void checkVersion(InstanceState source) {
        InstanceState target = target(source);
        if (target == null || !source.type().versioned()) {
            return;
        }
        int column = source.type().version();
        Object given = source.get(column);
        Object current = target.get(column);
        boolean unset = given == null || given instanceof Number number && number.longValue() == 0;
        if (!unset && !given.equals(current)) {
            throw new StaleDataException("merging " + source + ": its "
                    + source.type().columns().get(column).label() + " is " + ValueText.of(given)
                    + ", and the row has " + ValueText.of(current)
                    + " by now; decide again with the row's values, or merge without a version to write over them");
        }
    }

    // copying

    private InstanceState merge(InstanceState source) {
        InstanceState known = merged.get(source);
        if (known != null) {
            return known;
        }
        if (own(source)) {
            merged.put(source, source);
            return source;
        }
        InstanceState target = load ? target(source) : unread(source);
        if (target == null) {
            target = added(source);
        }
        merged.put(source, target);
        EntityKey key = key(source);
        if (key != null) {
            byKey.put(key, target);
        }
        if (load) {
            copyColumns(source, target);
        }
        for (RelationshipEnd end : source.type().ends()) {
            if (travels(source, end)) {
                copyHolder(source, target, end);
            }
        }
        return target;
    }

    /** Whether the object is the session's own for its row. */
    private boolean own(InstanceState source) {
        return source.session() == session && source.lifeCycle() == LifeCycle.PERSISTENT;
    }

    private static @Nullable EntityKey key(InstanceState source) {
        return source.key() != null ? source.key() : source.type().key(source.entity());
    }

    private @Nullable InstanceState target(InstanceState source) {
        EntityKey key = key(source);
        if (key == null) {
            return null;
        }
        InstanceState present = session.identityMap.get(key);
        return present == null ? byKey.get(key) : present;
    }

    private InstanceState added(InstanceState source) {
        if (source.session() == session && source.lifeCycle() == LifeCycle.PENDING) {
            session.warn(source + " is pending in this session and merged into it again: it will be inserted twice");
        }
        Object object = source.type().mapper().instantiate();
        session.membership.add(List.of(object));
        return session.states().of(object);
    }

    /** The session's object for a row that is taken to be as the source says. */
    private InstanceState unread(InstanceState source) {
        EntityKey key = source.key();
        if (key == null || source.changed() || source.holdersChanged()) {
            throw new UsageException(
                    "DVT-USE-MERGE",
                    source + (key == null ? " has no row" : " has changes that were not flushed")
                            + ", so it cannot be merged without loading: it is not what the database has. Use merge");
        }
        InstanceState target = session.identityMap.get(key);
        boolean isNew = target == null;
        if (target == null) {
            target = session.states().of(source.type().mapper().instantiate());
        }
        target.row(key, source.known().copy());
        target.write(target.known());
        if (isNew) {
            target.attach(session, LifeCycle.PERSISTENT);
            session.identityMap.add(target);
        }
        if (source.stale()) {
            target.makeStale();
        }
        return target;
    }

    /** Of an object without a row, what is null was never set; of another one, what is stale is not known. */
    private static void copyColumns(InstanceState source, InstanceState target) {
        EntityDescriptor<?> type = source.type();
        int[] given = IntStream.range(0, type.columns().size())
                .filter(column -> !type.isVersion(column))
                .filter(column -> given(source, column))
                .toArray();
        target.set(given, Arrays.stream(given).mapToObj(source::get).toArray());
        for (int column : source.assigned().columns()) {
            target.assign(column, Objects.requireNonNull(source.assigned().of(column)));
        }
    }

    private static boolean given(InstanceState source, int column) {
        if (source.type().columns().get(column).deferred()) {
            return source.loaded(column);
        }
        return source.hasRow() ? !source.stale(column) || source.changed(column) : source.get(column) != null;
    }

    private void copyHolder(InstanceState source, InstanceState target, RelationshipEnd end) {
        Holder<?> from = holder(source, end);
        Holder<?> to = holder(target, end);
        List<Object> elements = elements(source, end).stream()
                .map(element -> merge(reach(element, end)).entity())
                .toList();
        if (!load) {
            fill(to, elements);
        } else if (HolderAccess.loaded(from)) {
            HolderAccess.replace(to, elements);
        } else if (to instanceof HolderOfMany<?> many) {
            HolderAccess.add(many, elements);
            Related.removed(from).stream()
                    .map(removed -> target(session.states().of(removed)))
                    .filter(removed -> removed != null)
                    .forEach(removed -> HolderAccess.remove(many, removed.entity()));
        }
    }

    private static void fill(Holder<?> holder, List<Object> elements) {
        if (holder instanceof HolderOfMany<?> many) {
            HolderAccess.fill(many, elements);
        } else {
            HolderAccess.fill((One<?>) holder, elements.isEmpty() ? null : elements.get(0));
        }
    }

    // following

    /** Whether a relationship is merged: it has the cascade, is loaded or changed, and is not the way that led here. */
    private boolean travels(InstanceState source, RelationshipEnd end) {
        Holder<?> holder = holder(source, end);
        return end.cascades(Cascade.MERGE)
                && (HolderAccess.loaded(holder) || load && HolderAccess.changed(holder))
                && (end.inverse() == null
                        || !reachedBy.getOrDefault(source, Set.of()).contains(end.inverse()));
    }

    private InstanceState reach(Object element, RelationshipEnd end) {
        InstanceState state = state(element);
        reachedBy.computeIfAbsent(state, ignored -> new HashSet<>()).add(end);
        return state;
    }

    private static List<?> elements(InstanceState source, RelationshipEnd end) {
        return Related.loaded(holder(source, end));
    }

    private static Holder<?> holder(InstanceState state, RelationshipEnd end) {
        return end.holder(state.entity());
    }
}
