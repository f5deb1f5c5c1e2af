package dev.dovetail.orm;

import dev.dovetail.engine.Connection;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.LifeCycle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session's transaction: it takes a connection with its first statement and gives it back at its end. After a rollback
 * memory is where the database is; after a commit objects keep their values and count as stale.
 */
final class TransactionScope {

    private final SessionState session;
    private final Deque<NestedTransaction> nested = new ArrayDeque<>();
    private @Nullable Connection connection;
    private @Nullable RuntimeException failure;

    TransactionScope(SessionState session) {
        this.session = session;
    }

    /** {@return why a rollback is demanded, or null} */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /** The connection, with a transaction begun and all savepoints set that were asked for. */
    Connection connection() {
        Connection open = connection;
        if (open == null) {
            open = session.factory.engine().connect();
            open.leaveEndTo("the session whose connection it is");
            connection = open;
        }
        for (var points = nested.descendingIterator(); points.hasNext(); ) {
            points.next().begin(open);
        }
        return open;
    }

    NestedTransaction beginNested() {
        session.flush.run();
        NestedTransaction point = new NestedTransaction(session);
        nested.push(point);
        session.undo.open();
        return point;
    }

    void commit() {
        session.checkUsable();
        while (!nested.isEmpty()) {
            release(nested.element());
        }
        session.flush.run();
        if (connection != null) {
            try {
                ending(connection).commit();
            } catch (RuntimeException e) {
                fail(e);
                throw e;
            }
        }
        session.undo.captured().stream()
                .filter(state -> state.lifeCycle() == LifeCycle.DELETED)
                .forEach(InstanceState::detach);
        session.identityMap.all().forEach(InstanceState::makeStale);
        session.undo.clear();
        giveBack();
    }

    void rollback() {
        session.checkOpen();
        failure = null;
        nested.forEach(NestedTransaction::end);
        nested.clear();
        try {
            if (connection != null) {
                ending(connection).rollback();
            }
        } finally {
            rollBackMemory();
            giveBack();
        }
    }

    /** Ends the transaction with the session: what was not committed is rolled back, unflushed changes stay. */
    void abandon() {
        failure = null;
        nested.forEach(NestedTransaction::end);
        nested.clear();
        try {
            if (connection != null) {
                ending(connection).rollback();
            }
        } finally {
            restoreRows();
            session.undo.clear();
            giveBack();
        }
    }

    /** A flush or commit failed: rolls back at once, to the innermost savepoint if there is one, and demands rollback(). */
    void fail(RuntimeException cause) {
        failure = cause;
        try {
            NestedTransaction point = nested.peek();
            if (point != null && connection != null && point.rollBackOn(connection)) {
                rollBackLevel();
                session.undo.open();
                return;
            }
            if (connection != null) {
                ending(connection).rollback();
            }
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
        rollBackMemory();
        giveBack();
    }

    /** Releases a savepoint, and those within it. */
    void release(NestedTransaction point) {
        session.checkUsable();
        session.flush.run();
        NestedTransaction inner;
        do {
            inner = nested.pop();
            if (connection != null) {
                inner.releaseOn(connection);
            }
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
            if (connection != null && !alreadyBack) {
                inner.rollBackOn(connection);
            }
            alreadyBack = false;
            inner.end();
            rollBackLevel();
        } while (inner != point);
    }

    private void rollBackLevel() {
        Set<InstanceState> read = session.undo.read();
        restoreRows();
        session.undo.drop();
        session.identityMap.all().stream()
                .filter(state -> state.changed() || state.holdersChanged())
                .forEach(InstanceState::revert);
        read.stream().filter(state -> state.lifeCycle() == LifeCycle.PERSISTENT).forEach(InstanceState::makeStale);
        leavePending();
    }

    private void rollBackMemory() {
        while (session.undo.depth() > 1) {
            session.undo.release();
        }
        restoreRows();
        session.undo.clear();
        for (InstanceState state : session.identityMap.all()) {
            if (state.changed() || state.holdersChanged()) {
                state.revert();
            }
            state.makeStale();
        }
        leavePending();
    }

    private void leavePending() {
        List<InstanceState> waiting = new ArrayList<>(session.pending);
        waiting.forEach(session::expunge);
        session.doomed.clear();
    }

    /** Puts each object that flushes changed back to its row as it was, or to being without one. */
    private void restoreRows() {
        for (InstanceState state : session.undo.captured()) {
            session.identityMap.remove(state);
            session.undo.restoreRow(state);
            if (state.lifeCycle() == LifeCycle.PERSISTENT) {
                session.identityMap.add(state);
                state.makeStale();
            } else {
                session.expunge(state);
            }
        }
    }

    /** Only the session ends its transaction; those it hands the connection to do not. */
    private static Connection ending(Connection connection) {
        connection.leaveEndTo(null);
        return connection;
    }

    private void giveBack() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
