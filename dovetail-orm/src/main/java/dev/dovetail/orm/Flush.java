package dev.dovetail.orm;

import dev.dovetail.DovetailException;
import dev.dovetail.StaleDataException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.cascade.DatabaseEffects;
import dev.dovetail.orm.internal.cascade.KeyEffects;
import dev.dovetail.orm.internal.persist.FlushExecutor;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.ChangeFinder;
import dev.dovetail.orm.internal.unitofwork.Changes;
import dev.dovetail.orm.internal.unitofwork.DependencySort;
import dev.dovetail.orm.internal.unitofwork.FlushPlan;
import dev.dovetail.orm.internal.unitofwork.RowChange;
import dev.dovetail.orm.internal.unitofwork.SetDelete;
import dev.dovetail.orm.internal.unitofwork.UniqueOrder;
import dev.dovetail.orm.mapping.model.ColumnModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work, from top to bottom: find changes, sort them by dependency, group equal statements, execute, write back.
 * A flush is all or nothing, in the database and in memory.
 */
final class Flush {

    private final SessionState session;
    private boolean running;
    private boolean last;
    private @Nullable String cause;

    Flush(SessionState session) {
        this.session = session;
    }

    /** Flushes before a commit, which then ends all savepoints. */
    void beforeCommit() {
        last = true;
        try {
            run();
        } finally {
            last = false;
        }
    }

    /** Flushes for another reason than being asked to; an error tells the reason. */
    void automatic(String reason) {
        if (running) {
            return;
        }
        cause = reason;
        try {
            run();
        } catch (RuntimeException e) {
            e.addSuppressed(new FlushNote("raised by the " + reason));
            throw e;
        } finally {
            cause = null;
        }
    }

    /** {@return whether a flush runs now} */
    boolean running() {
        return running;
    }

    /** {@return why the flush runs that runs now, null if it was asked for} */
    @Nullable
    String cause() {
        return cause;
    }

    /** Writes what has changed. Does nothing while a flush is running, so that its own reads do not start another. */
    void run() {
        if (running) {
            return;
        }
        session.checkWrites();
        session.checkUsable();
        running = true;
        session.membership.dropPendingOrphans();
        Doomed.Copy doomedBefore = session.doomed.copy();
        try {
            session.hooks.beforeFlush();
            if (!session.hasWork()) {
                return;
            }
            FlushPlan plan = session.hooks.beforeRows(plan(), this::plan);
            UnheardDeletes.refuse(plan, session.factory.events());
            List<InstanceState> related = holdersChanged();
            if (!plan.isEmpty()) {
                send(plan, related, doomedBefore);
            } else {
                capture(plan, related);
                settle(plan, related);
            }
        } catch (RuntimeException | Error e) {
            boolean refused = session.hooks.refused() || refused(e);
            if (session.transaction.failure() == null && (refused || session.factory.flushesUnderSavepoint())) {
                session.doomed.restore(doomedBefore);
            } else if (session.transaction.failure() == null) {
                session.transaction.fail(e);
            }
            throw e;
        } finally {
            running = false;
        }
    }

    private List<InstanceState> holdersChanged() {
        List<InstanceState> changed = new ArrayList<>();
        for (InstanceState state : session.identityMap.all()) {
            if (state.holdersChanged()) {
                changed.add(state);
            }
        }
        return changed;
    }

    /** Whether a flush was stopped by what the program asked for, before anything failed. */
    private static boolean refused(Throwable error) {
        boolean byDovetail = error instanceof DovetailException;
        return !byDovetail // a listener's own
                || error instanceof StaleDataException
                || (error instanceof UsageException && !(error instanceof ObjectDeletedException));
    }

    /** What a flush would do now, without doing it. */
    String explain() {
        return undone(() -> plan().toString());
    }

    private <R> R undone(Supplier<R> look) {
        Doomed.Copy doomedBefore = session.doomed.copy();
        boolean wasRunning = running;
        running = true;
        try {
            return look.get();
        } finally {
            running = wasRunning;
            session.doomed.restore(doomedBefore);
        }
    }

    /** What a flush would write, without doing it; what it would refuse is only noted. */
    Changes changes(BiConsumer<InstanceState, DovetailException> refusals) {
        return undone(() -> {
            Changes changes = ChangeFinder.find(session, refusals);
            changes.rows().forEach(row -> {
                noted(row, Flush::refuseMoved, refusals);
                noted(row, Flush::refuseReadOnly, refusals);
            });
            return changes;
        });
    }

    private static void noted(
            RowChange row, Consumer<RowChange> rule, BiConsumer<InstanceState, DovetailException> refusals) {
        try {
            rule.accept(row);
        } catch (DovetailException e) {
            refusals.accept(row.state(), e);
        }
    }

    private FlushPlan plan() {
        Changes changes = ChangeFinder.find(session);
        changes.rows().forEach(Flush::refuseMoved);
        changes.rows().forEach(Flush::refuseReadOnly);
        changes.rows().forEach(Assigning::refuseSetFields);
        changes.rows().forEach(Flush::refuseOtherClass);
        List<RowChange> sorted = DependencySort.sort(changes, session.factory.tableOrder());
        FlushPlan plan = FlushPlan.of(UniqueOrder.order(sorted, this::defersKeys), changes.links());
        return loadBelowEarlyDeletes(plan, changes.sets())
                ? plan()
                : plan.with(changes.sets(), session.factory.tableOrder()).withChecks();
    }

    private boolean defersKeys(EntityDescriptor<?> entity) {
        return session.factory.binds().of(entity).dialect().has(Capability.DEFERRABLE_KEYS);
    }

    /** A row that goes before others are written, or is taken over, has its children deleted one by one in the same place. */
    private boolean loadBelowEarlyDeletes(FlushPlan plan, List<SetDelete> sets) {
        if (sets.isEmpty()) {
            return false;
        }
        Set<InstanceState> early = new LinkedHashSet<>();
        sets.forEach(set -> early.addAll(set.owners()));
        early.removeAll(plan.lastDeleted());
        early.forEach(session.doomed::load);
        return !early.isEmpty();
    }

    /** An object that was stale when it was changed is not written over what came to the same column meanwhile. */
    private static void refuseMoved(RowChange change) {
        InstanceState state = change.state();
        if (change.kind() != RowChange.Kind.UPDATE) {
            return;
        }
        state.moved().forEach((column, before) -> {
            if (state.assigned().has(column)) {
                return; // the database computes it from what it has now
            }
            throw new StaleDataException(state + ": "
                    + state.type().columns().get(column).label() + " was " + before + " when it was last read, is "
                    + state.known().value(column) + " in the database now, and is to become " + state.get(column)
                    + "; refresh the object and decide again");
        });
    }

    /** A change that no UPDATE may write would be lost. */
    private static void refuseReadOnly(RowChange change) {
        InstanceState state = change.state();
        if (change.kind() != RowChange.Kind.UPDATE || !state.hasRow() || !state.changed()) {
            return;
        }
        for (int column = 0; column < state.type().columns().size(); column++) {
            ColumnModel model = state.type().columns().get(column);
            if (!model.updatable() && state.changed(column)) {
                throw new UsageException(
                        "DVT-ORM-READ-ONLY",
                        state + ": " + model.label() + " was changed, but "
                                + (model.insertable()
                                        ? "it is written at the INSERT only (updatable = false)"
                                        : "the database writes it")
                                + "; put the old value back, or refresh the object. Nothing was sent to the database");
            }
        }
    }

    /** The discriminator says which class an object is of, and an object does not change its class. */
    private static void refuseOtherClass(RowChange change) {
        InstanceState state = change.state();
        int discriminator = state.type().discriminator();
        if (change.kind() == RowChange.Kind.UPDATE
                && discriminator >= 0
                && state.hasRow()
                && state.changed(discriminator)) {
            throw new UsageException(
                    "DVT-ORM-DISCRIMINATOR",
                    state + ": " + state.type().columns().get(discriminator).label() + " was changed to "
                            + state.get(discriminator) + ", but it says of which class the object is. Put the old value"
                            + " back; to have an object of another class, delete this one and add another. Nothing was sent to the"
                            + " database");
        }
    }

    private void send(FlushPlan plan, List<InstanceState> related, Doomed.Copy doomedBefore) {
        Set<InstanceState> pendingBefore = new LinkedHashSet<>(session.pending);
        session.undo.open();
        session.transaction.beforeWrite();
        Savepoints savepoints = session.factory.flushesUnderSavepoint() ? Savepoints.ofFlush(session.options) : null;
        try {
            capture(plan, related);
            session.transaction.flushUnder(savepoints);
            KeyEffects keyEffects = new KeyEffects(session.identityMap, session.undo);
            new FlushExecutor(session, session.loader, keyEffects, session.options.clock(), savepoints != null)
                    .execute(plan);
            settle(plan, related);
            session.hooks.afterFlush(plan);
            session.transaction.flushUnder(null);
            if (savepoints != null && !last) {
                savepoints.release();
            }
            session.undo.release();
        } catch (RuntimeException | Error e) {
            session.transaction.flushUnder(null);
            if (savepoints != null) {
                restoreExactly(savepoints, pendingBefore, doomedBefore, e);
            } else {
                session.undo.release();
                session.transaction.fail(e);
            }
            throw e;
        }
    }

    private void capture(FlushPlan plan, List<InstanceState> related) {
        for (FlushPlan.Step step : plan.steps()) {
            for (RowChange row : step.rows()) {
                session.undo.remember(row.state());
                if (row.replaced() != null) {
                    session.undo.remember(row.replaced());
                }
            }
        }
        related.forEach(session.undo::remember);
    }

    private void restoreExactly(
            Savepoints savepoints, Set<InstanceState> pendingBefore, Doomed.Copy doomedBefore, Throwable failure) {
        try {
            savepoints.rollBack();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            session.undo.release();
            session.transaction.fail(failure);
            return;
        }
        for (InstanceState state : session.undo.captured()) {
            session.identityMap.remove(state);
            session.undo.restoreExactly(state);
            if (state.key() != null) {
                session.identityMap.add(state);
            }
        }
        session.undo.drop();
        session.pending.clear();
        session.pending.addAll(pendingBefore);
        session.doomed.restore(doomedBefore);
    }

    /** Takes what was sent as what the database has. */
    private void settle(FlushPlan plan, List<InstanceState> related) {
        List<InstanceState> deleted = new ArrayList<>();
        for (FlushPlan.Step step : plan.steps()) {
            for (RowChange row : step.rows()) {
                if (row.kind() == RowChange.Kind.DELETE) {
                    deleted.add(row.state());
                } else if (row.nulled().isEmpty()) {
                    followKeys(row);
                }
                row.state().settleHolders();
                if (row.replaced() != null) {
                    row.replaced().settleHolders();
                }
            }
        }
        related.forEach(InstanceState::settleHolders);
        session.pending.clear();
        session.doomed.clear();
        Set<ForeignKeyDescriptor> deletedBy =
                plan.sets().stream().map(SetDelete::key).collect(Collectors.toSet());
        new DatabaseEffects(session.identityMap, session.undo).follow(deleted, deletedBy);
    }

    /** A reference whose key was changed through its field, or was just inserted without being set, is loaded anew. */
    private static void followKeys(RowChange row) {
        InstanceState state = row.state();
        for (RelationshipEnd end : state.type().ends()) {
            if (!end.toParent()) {
                continue;
            }
            Holder<?> holder = state.type().holder(state.entity(), end.position());
            if (!HolderAccess.changed(holder) && !agrees(state, end, holder)) {
                HolderAccess.stale(holder);
            }
        }
    }

    private static boolean agrees(InstanceState state, RelationshipEnd end, Holder<?> holder) {
        Object value = HolderAccess.value((One<?>) holder);
        Object[] reference = end.foreignKey(state.entity());
        return value == null ? reference == null : Arrays.equals(end.key(value), reference);
    }
}
