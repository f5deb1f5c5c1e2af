package dev.dovetail.orm;

import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.internal.cascade.Reverting;
import dev.dovetail.orm.internal.load.EntitySource;
import dev.dovetail.orm.internal.load.EntityStatements;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.sql.RowLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes objects stale and reads them again; what was changed and not flushed is dropped. */
final class Expiry {

    private final SessionState session;
    private final Reverting reverting;

    Expiry(SessionState session) {
        this.session = session;
        this.reverting = new Reverting(session::member);
    }

    /** Expires an object and what the refresh-expire cascade reaches; what is reached and pending leaves the session. */
    void expire(InstanceState state) {
        List<InstanceState> reached = session.membership.members(state.entity(), Cascade.REFRESH_EXPIRE);
        reached.forEach(member -> {
            if (member.lifeCycle() == LifeCycle.PERSISTENT) {
                expireAlone(member);
            } else if (member.lifeCycle() == LifeCycle.PENDING) {
                session.membership.expunge(member);
            }
        });
    }

    void expireAll() {
        List.copyOf(session.identityMap.all()).forEach(this::expireAlone);
    }

    private void expireAlone(InstanceState state) {
        reverting.revert(state);
        state.makeStale();
    }

    /** Expires some fields and holders of an object, and nothing else. */
    void expire(InstanceState state, List<String> names) {
        Parts parts = Parts.of(state, names);
        state.revert(parts.columns().stream().mapToInt(Integer::intValue).toArray());
        parts.columns().forEach(state::makeStale);
        parts.ends().forEach(end -> {
            reverting.revert(state, end);
            HolderAccess.stale(end.holder(state.entity()));
        });
    }

    /** Reads an object again. Flushes what else was changed first, as a query would. */
    void refresh(InstanceState state) {
        expire(state);
        session.autoflush("refreshing " + state);
        if (state.stale()) {
            session.graphs.refresh(state);
        }
    }

    /** Reads an object again with a lock on its row. */
    void refresh(InstanceState state, RowLock lock) {
        expire(state);
        session.autoflush("locking " + state);
        state.makeStale();
        EntityKey key = Objects.requireNonNull(state.key());
        if (locked(state.type(), key, lock) == null) {
            throw new ObjectDeletedException(
                    state + " is in the session, but no row was found for it to be locked: it was"
                            + " deleted, or is locked by another transaction and the lock skips what is locked");
        }
    }

    /** The object of a row that is read with a lock, or null if there is none. */
    @Nullable
    InstanceState locked(EntityDescriptor<?> entity, EntityKey key, RowLock lock) {
        session.checkLocks();
        List<InstanceState> found = session.loader.query(
                entity,
                EntityStatements.restricted(
                                EntityStatements.selectBy(entity, entity.idColumns()), entity, null, session)
                        .lock(new EntitySource(entity, null).reach(lock, session)),
                key.values().toArray(),
                "locking " + key);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Reads some fields and holders of an object again. */
    void refresh(InstanceState state, List<String> names) {
        expire(state, names);
        session.autoflush("refreshing " + state);
        if (state.stale()) {
            session.loader.reread(List.of(state));
        }
        for (int column : Parts.of(state, names).columns()) {
            if (!state.loaded(column)) {
                session.deferred().load(state, column);
            }
        }
        for (RelationshipEnd end : Parts.of(state, names).ends()) {
            session.holders.load(state, end.holder(state.entity()));
        }
    }

    /** Attributes told apart. */
    private record Parts(List<Integer> columns, List<RelationshipEnd> ends) {

        static Parts of(InstanceState state, List<String> names) {
            Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
            names.forEach(name -> parts.add(state, name));
            return parts;
        }

        private void add(InstanceState state, String name) {
            Optional<RelationshipEnd> end = state.type().ends().stream()
                    .filter(candidate -> candidate.model().name().equals(name))
                    .findFirst();
            if (end.isPresent()) {
                ends.add(end.get());
                return;
            }
            Arrays.stream(state.type().columnsNamed(name)).forEach(columns::add);
        }
    }
}
