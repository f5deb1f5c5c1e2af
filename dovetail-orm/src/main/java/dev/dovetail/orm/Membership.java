package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.mapping.Cascade;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How objects come into a session and leave it, one by one or by a cascade. */
final class Membership {

    private final SessionState session;
    /** Pending objects that lost their place in a list for a moment; the flush looks again. */
    private Set<InstanceState> suspects = Set.of();

    Membership(SessionState session) {
        this.session = session;
    }

    /** Adds objects and what the save-update cascade reaches from them; all of it or, on an error, nothing. */
    void add(Collection<?> entities) {
        session.checkWrites();
        Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<InstanceState> states = new ArrayList<>();
        for (Object entity : entities) {
            Objects.requireNonNull(entity, "an object to be added is null");
            for (Object reached : session.cascades.from(entity, Cascade.SAVE_UPDATE, this::isMember)) {
                if (found.add(reached)) {
                    states.add(session.states().of(reached));
                }
            }
        }
        Map<EntityKey, InstanceState> keys = new HashMap<>();
        states.forEach(state -> checkAddable(state, keys));
        entities.forEach(entity -> session.doomed.remove(session.states().of(entity)));
        states.forEach(this::bringIn);
    }

    void put(RelationshipEnd end, Object element) {
        if (end.cascades(Cascade.SAVE_UPDATE) && session.states().of(element).session() != session) {
            add(List.of(element));
        }
    }

    void checkPut(RelationshipEnd end, Object element) {
        InstanceState present = session.member(element);
        boolean brings = present == null || present.lifeCycle() == LifeCycle.DELETED;
        if (brings && end.cascades(Cascade.SAVE_UPDATE)) {
            Map<EntityKey, InstanceState> keys = new HashMap<>();
            session.cascades.from(element, Cascade.SAVE_UPDATE, this::isMember).stream()
                    .map(session.states()::of)
                    .forEach(state -> checkAddable(state, keys));
        }
    }

    private void checkAddable(InstanceState state, Map<EntityKey, InstanceState> keys) {
        if (state.session() != null && state.session() != session) {
            throw otherSession(state);
        }
        if (state.readOnly()) {
            throw readOnly(state);
        }
        if (state.lifeCycle() == LifeCycle.DELETED) {
            throw new UsageException(
                    "DVT-USE-DELETED",
                    state + " was deleted in this transaction; it can be added again after a rollback");
        }
        if (state.rowDeleted()) {
            throw new UsageException(
                    "DVT-USE-DELETED", state + " was deleted; to have its row again, add a new object with its values");
        }
        EntityKey key = state.key();
        if (state.session() == null && key != null) {
            InstanceState other =
                    session.identityMap.get(key) == null ? keys.putIfAbsent(key, state) : session.identityMap.get(key);
            if (other != null && other != state) {
                throw new UsageException(
                        "DVT-USE-PRESENT",
                        "another object for " + state
                                + " is in this session already; change that one, or expunge it before this one is added");
            }
        }
    }

    static UsageException readOnly(InstanceState state) {
        return new UsageException(
                "DVT-USE-READ-ONLY",
                state
                        + " was read by a readOnly query or a stream, which keep nothing to compare it with; merge it, or read"
                        + " it by another query");
    }

    static UsageException otherSession(InstanceState state) {
        return new UsageException(
                "DVT-USE-OTHER-SESSION", state + " is in another session; close that one, or expunge the object there");
    }

    private void bringIn(InstanceState state) {
        if (state.session() == session) {
            return;
        }
        if (state.hasRow()) {
            state.attach(session, LifeCycle.PERSISTENT);
            state.bringBack();
            session.identityMap.add(state);
        } else {
            state.attach(session, LifeCycle.PENDING);
            session.pending.add(state);
        }
    }

    /** Takes an object out of the session; it keeps what it has. */
    void expunge(InstanceState state) {
        session.states().remember(state);
        session.pending.remove(state);
        session.doomed.remove(state);
        session.identityMap.remove(state);
        state.detach();
    }

    void expungeAll() {
        session.states().leave();
        session.identityMap.all().forEach(InstanceState::detach);
        session.identityMap.clear();
        session.pending.forEach(InstanceState::detach);
        session.pending.clear();
        session.doomed.clear();
    }

    /** Lets an object forget its row and its session. */
    void makeTransient(InstanceState state) {
        if (state.session() != null && state.session() != session) {
            throw otherSession(state);
        }
        expunge(state);
        session.undo.forget(state);
        state.becomeTransient();
    }

    /** An object and those of this session that a cascade reaches from it. */
    List<InstanceState> members(Object entity, Cascade cascade) {
        return session.cascades.from(entity, cascade, ignored -> false).stream()
                .map(session::member)
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean isMember(Object entity) {
        return session.member(entity) != null;
    }

    /** The row of an object is gone: the object counts as deleted, until a rollback says otherwise. */
    void forget(InstanceState state) {
        session.undo.remember(state);
        session.identityMap.remove(state);
        session.doomed.remove(state);
        state.become(LifeCycle.DELETED);
    }

    void taken(RelationshipEnd end, Object element, boolean forGood) {
        InstanceState taken = session.member(element);
        if (taken == null || taken.lifeCycle() != LifeCycle.PENDING || !end.cascades(Cascade.DELETE_ORPHAN)) {
            return;
        }
        RelationshipEnd inverse = end.inverse();
        boolean orphan =
                inverse == null || !(inverse.holder(element) instanceof One<?> one) || HolderAccess.value(one) == null;
        if (orphan && forGood) {
            dropPending(taken);
        } else if (orphan) {
            suspects = suspects.isEmpty() ? new LinkedHashSet<>() : suspects;
            suspects.add(taken);
        }
    }

    /** Objects that were taken out of their only list before they ever had a row are not inserted. */
    void dropPendingOrphans() {
        for (InstanceState state : suspects) {
            boolean orphan = state.lifeCycle() == LifeCycle.PENDING
                    && state.type().ends().stream().anyMatch(end -> parentless(state, end));
            if (orphan) {
                dropPending(state);
            }
        }
        suspects = Set.of();
    }

    /** An object that is not to be inserted takes along what its expunge cascade reaches and nobody has stored either. */
    private void dropPending(InstanceState orphan) {
        session.cascades.from(orphan.entity(), Cascade.EXPUNGE, entity -> false).stream()
                .map(session::member)
                .filter(reached -> reached != null && reached.lifeCycle() == LifeCycle.PENDING)
                .forEach(this::expunge);
    }

    private static boolean parentless(InstanceState state, RelationshipEnd end) {
        RelationshipEnd inverse = end.inverse();
        return end.toParent()
                && inverse != null
                && inverse.cascades(Cascade.DELETE_ORPHAN)
                && HolderAccess.value((One<?>) end.holder(state.entity())) == null;
    }
}
