package dev.dovetail.orm;

import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.orm.SessionEvents.Moment;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session's transaction: it takes a connection with its first statement and gives it back at its end. After a rollback
 * memory is where the database is; after a commit objects keep their values and count as stale.
 */
final class TransactionScope {

    private final SessionState session;
    private final Deque<NestedTransaction> nested = new ArrayDeque<>(0);
    private final Connections connections;
    /** Those of the flush that is running, if it runs under savepoints. */
    private @Nullable Savepoints flush;

    private @Nullable Throwable failure;

    TransactionScope(SessionState session) {
        this.session = session;
        this.connections = new Connections(session);
    }

    /** {@return why a rollback is demanded, or null} */
    @Nullable
    Throwable failure() {
        return failure;
    }

    TransactionStatus status() {
        if (failure != null) {
            return TransactionStatus.FAILED;
        }
        if (!nested.isEmpty()) {
            return TransactionStatus.NESTED;
        }
        return connections.isEmpty() || session.reading ? TransactionStatus.NONE : TransactionStatus.OPEN;
    }

    /** The connections of the transaction, none before its first statement. */
    Connections connections() {
        return connections;
    }

    /** The connection to an engine, with a transaction begun and all savepoints set that were asked for. */
    Connection connection(Engine engine) {
        Connection open = connections.of(engine);
        for (var points = nested.descendingIterator(); points.hasNext(); ) {
            points.next().begin(open);
        }
        if (flush != null) {
            flush.begin(open);
        }
        return open;
    }

    /** From now on, each engine that is used gets a savepoint; null to set no more. */
    void flushUnder(@Nullable Savepoints savepoints) {
        flush = savepoints;
    }

    /** Something is going to be written: what is read from now on goes stale with a rollback. */
    void beforeWrite() {
        nested.forEach(point -> point.beforeWrite(session.reads()));
    }

    NestedTransaction beginNested() {
        session.checkWrites();
        session.flush.run();
        NestedTransaction point = new NestedTransaction(session);
        nested.push(point);
        session.undo.open();
        return point;
    }

    void commit() {
        flushAll();
        if (!connections.isEmpty()) {
            try {
                connections.commit(new ModelOrigin(session.factory.mappings(), session.identityMap, true));
            } catch (RuntimeException | Error e) {
                fail(e);
                throw e;
            }
        }
        committed();
    }

    /** Sends what the commit is to contain. */
    void flushAll() {
        session.checkUsable();
        session.checkWrites();
        session.hooks.tell(Moment.BEFORE_COMMIT);
        while (!nested.isEmpty()) {
            release(nested.element());
        }
        session.flush.beforeCommit();
    }

    /** The transaction was ended by its owner, who has the connection. */
    void endedByOwner(boolean commit) {
        connections.forget();
        if (commit) {
            committed();
        } else {
            failure = null;
            nested.clear();
            rollBackMemory(true);
            session.hooks.tell(Moment.AFTER_ROLLBACK);
        }
    }

    private void committed() {
        for (InstanceState state : session.undo.captured()) {
            if (state.session() == session && state.lifeCycle() == LifeCycle.DELETED) {
                state.rowWasDeleted();
                state.detach();
            }
        }
        if (session.options.staleAfterCommit()) {
            session.identityMap.all().forEach(InstanceState::makeStale);
        } else {
            session.identityMap.all().forEach(InstanceState::leaveSiblings);
        }
        session.undo.clear();
        RuntimeException notGivenBack = connections.giveBack(null);
        if (notGivenBack != null) {
            session.warn("the transaction was committed, but its connection could not be given back: " + notGivenBack);
        }
        session.hooks.tell(Moment.AFTER_COMMIT);
    }

    void rollback() {
        session.checkOpen();
        boolean begun = !connections.isEmpty();
        failure = null;
        RuntimeException error = rollBackConnection();
        rollBackMemory(begun);
        throwIfAny(connections.giveBack(error));
        session.hooks.tell(Moment.AFTER_ROLLBACK);
    }

    /** Ends the transaction with the session: what was not committed is rolled back, unflushed changes stay. */
    void abandon() {
        failure = null;
        RuntimeException error = rollBackConnection();
        mergeLevels();
        restoreRows();
        session.undo.clear();
        throwIfAny(connections.giveBack(error));
    }

    /** A flush or commit failed: rolls back at once, to the innermost savepoint if that can be, and demands rollback(). */
    void fail(Throwable cause) {
        failure = cause;
        NestedTransaction point = nested.peek();
        if (point != null && rolledBackTo(point, cause)) {
            rollBackLevel(point);
            session.undo.open();
            return;
        }
        RuntimeException error = connections.giveBack(rollBackConnection());
        if (error != null && error != cause) {
            cause.addSuppressed(error);
        }
        rollBackMemory(true);
        try {
            session.hooks.tell(Moment.AFTER_ROLLBACK);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private boolean rolledBackTo(NestedTransaction point, Throwable cause) {
        try {
            return point.rollBack();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
            return false;
        }
    }

    /** Releases a savepoint, and those within it. */
    void release(NestedTransaction point) {
        session.checkUsable();
        session.flush.run();
        NestedTransaction inner;
        do {
            inner = nested.pop();
            inner.release();
            inner.end();
            session.undo.release();
        } while (inner != point);
    }

    /** Rolls back to a savepoint, and leaves it and those within it. */
    void rollbackTo(NestedTransaction point) {
        session.checkOpen();
        boolean alreadyBack = failure != null;
        failure = null;
        NestedTransaction inner;
        do {
            inner = nested.pop();
            if (!alreadyBack) {
                inner.rollBack();
            }
            alreadyBack = false;
            inner.end();
            rollBackLevel(inner);
        } while (inner != point);
    }

    /** Puts memory back to where a savepoint began; what was read since may have seen what is undone now. */
    private void rollBackLevel(NestedTransaction point) {
        restoreRows();
        session.undo.drop();
        for (InstanceState state : session.identityMap.all()) {
            if (state.changed() || state.holdersChanged()) {
                state.revert();
            }
            if (state.lastRead() > point.readsBefore()) {
                state.makeStale();
            }
        }
        leavePending();
    }

    /** Takes back changes; what was known before a transaction that never began is still known after it. */
    private void rollBackMemory(boolean begun) {
        mergeLevels();
        restoreRows();
        session.undo.clear();
        for (InstanceState state : session.identityMap.all()) {
            if (state.changed() || state.holdersChanged()) {
                state.revert();
            }
            if (begun) {
                state.makeStale();
            }
        }
        leavePending();
    }

    private void mergeLevels() {
        while (session.undo.depth() > 1) {
            session.undo.release();
        }
    }

    private void leavePending() {
        List<InstanceState> waiting = new ArrayList<>(session.pending);
        waiting.forEach(session.membership::expunge);
        session.doomed.clear();
    }

    /**
     * Puts each object that flushes changed back to its row as it was, or to being without one. One that was expunged since
     * stays outside; one that another session has taken since is that session's.
     */
    private void restoreRows() {
        for (InstanceState state : session.undo.captured()) {
            boolean member = state.session() == session;
            if (!member && state.session() != null) {
                continue;
            }
            session.identityMap.remove(state);
            session.undo.restoreRow(state);
            if (member && state.lifeCycle() == LifeCycle.PERSISTENT) {
                session.identityMap.add(state);
            } else {
                session.membership.expunge(state);
            }
        }
    }

    private @Nullable RuntimeException rollBackConnection() {
        nested.forEach(NestedTransaction::end);
        nested.clear();
        return connections.rollback();
    }

    private static void throwIfAny(@Nullable RuntimeException error) {
        if (error != null) {
            throw error;
        }
    }
}
