package dev.dovetail.engine;

import dev.dovetail.DatabaseException;
import dev.dovetail.TransactionState;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.integrity.StatementOrigin;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC connection behind a {@link dev.dovetail.engine.Connection} and the state of its transaction. It is taken from
 * the engine with the first statement. What the driver believes of the state is not asked: some drivers commit a
 * transaction that the server has aborted, and some servers roll back by themselves and go on as if nothing had happened.
 * After an error the database is asked, where it can be; a connection whose state nobody knows is closed for good.
 */
final class PhysicalConnection {

    private final Engine engine;
    private final boolean autoCommit;
    private final Deque<Savepoint> savepoints = new ArrayDeque<>(0);
    /** Those that are open, the newest first. */
    private @Nullable Cursor cursors;

    private @Nullable Connection jdbc;
    private TransactionState state = TransactionState.NONE;
    private @Nullable Throwable firstCause;
    private int savepointNumber;
    private boolean unfit;
    /** Whether somebody has been given the JDBC connection since the last transaction ended. */
    private boolean used;

    private final TransactionOptions usual;
    private final TransactionMode mode;
    private TransactionOptions next;
    private @Nullable Long deadline;
    private long acquired;
    private boolean invalidated;
    private volatile @Nullable RunningStatement running;
    private @Nullable TwoPhaseTransaction twoPhase;

    PhysicalConnection(Engine engine, boolean autoCommit, TransactionOptions usual) {
        this.engine = engine;
        this.autoCommit = autoCommit;
        this.usual = usual;
        this.next = usual;
        this.mode = new TransactionMode(engine.dialect().readOnlyTransactions());
    }

    /** Decides what the next transaction is like. */
    void begin(TransactionOptions options) {
        requireNotBegun();
        next = options;
    }

    /** Decides that the next transaction can be committed in two phases. */
    void begin(TwoPhaseTransaction transaction) {
        requireNotBegun();
        twoPhase = transaction;
    }

    private void requireNotBegun() {
        if (autoCommit) {
            throw new UsageException(
                    "DVT-CONN-AUTOCOMMIT", "a connection from reading() has no transaction, and so none to begin");
        }
        requireUsable("the begin");
        if (state == TransactionState.ACTIVE) {
            throw new UsageException(
                    "DVT-CONN-BEGUN",
                    "a transaction is under way, and keeps the isolation and the rights that it began with: commit or roll"
                            + " back first");
        }
    }

    /** Whether it is left to the engine to refuse what writes. */
    boolean refusesWrites() {
        return mode.refusesWrites();
    }

    /** A statement that is about to be sent: others can cancel it from now on, and its time is counted. */
    RunningStatement running(Statement statement, @Nullable Duration timeout) {
        RunningStatement sent = new RunningStatement(statement);
        running = sent;
        engine.watchdog().watch(sent, shorter(timeout));
        return sent;
    }

    private @Nullable Duration shorter(@Nullable Duration timeout) {
        Long end = deadline;
        if (end == null) {
            return timeout;
        }
        Duration left = Duration.ofNanos(end - System.nanoTime());
        return timeout == null || left.compareTo(timeout) < 0 ? left : timeout;
    }

    /** Called by other threads. */
    void cancel() {
        RunningStatement sent = running;
        if (sent != null) {
            try {
                sent.cancel(RunningStatement.Cancelled.BY_CALL);
            } catch (SQLException e) {
                throw engine.explain(e, TransactionState.NONE);
            }
        }
    }

    TransactionState state() {
        return state;
    }

    boolean isAutoCommit() {
        return autoCommit;
    }

    /** The connection, for a statement: begins a transaction if none is under way, and refuses if it is spoilt. */
    Connection forStatement() {
        requireUsable("a statement");
        if (twoPhase != null && twoPhase.prepared()) {
            throw TwoPhaseTransaction.refused("the transaction " + twoPhase.name()
                    + " is prepared, and takes no further statement: commit or roll back first");
        }
        try {
            Connection connection = connected();
            if (!autoCommit && state == TransactionState.NONE) {
                mode.apply(connection, next);
                // After a transaction that the database ended by itself, the driver may be in either mode.
                if (connection.getAutoCommit()) {
                    connection.setAutoCommit(false);
                }
                if (twoPhase != null) {
                    twoPhase.begin(connection);
                }
                state = TransactionState.ACTIVE;
                deadline = next.timeout() == null
                        ? null
                        : Long.valueOf(System.nanoTime() + next.timeout().toNanos());
                engine.tell(StatementListener::onBegin);
            }
            return connection;
        } catch (SQLException e) {
            ErrorReport report = engine.dialect().readError(e);
            if (report.kind() == ErrorKind.DISCONNECT) {
                after(report);
            }
            throw engine.explain(e, state);
        }
    }

    /** The connection as it is, outside of a transaction. */
    Connection connected() throws SQLException {
        used = true;
        if (state == TransactionState.CLOSED) {
            requireUsable("what is to be done");
        }
        if (jdbc == null) {
            jdbc = acquire();
        }
        return jdbc;
    }

    private Connection acquire() {
        long start = engine.time();
        try {
            Connection connection = engine.source().acquire();
            acquired = engine.time();
            if (engine.hasListeners()) {
                Duration wait = Engine.since(start);
                engine.tell(listener -> listener.onAcquired(wait));
            }
            return connection;
        } catch (SQLException e) {
            throw engine.explainConnect(e);
        }
    }

    private void requireUsable(String what) {
        if (state == TransactionState.CLOSED && firstCause == null) {
            throw new UsageException("DVT-CONN-CLOSED", "the connection is closed: " + what + " needs an open one");
        }
        if (state != TransactionState.NONE && state != TransactionState.ACTIVE) {
            throw new TransactionStateException(state, refusal(what), firstCause);
        }
    }

    private String refusal(String what) {
        String because = firstCause == null ? "" : "; the first error was: " + firstLine(firstCause.getMessage());
        return switch (state) {
            case FAILED -> what + " was refused, because the transaction has failed: roll back, then go on" + because;
            case ROLLED_BACK ->
                what + " was refused, because the database has rolled the transaction back and all its work is lost:"
                        + " call rollback(), then begin again" + because;
            default -> what + " was refused, because the connection is gone" + because;
        };
    }

    private static String firstLine(@Nullable String text) {
        String known = String.valueOf(text);
        int end = known.indexOf('\n');
        return end < 0 ? known : known.substring(0, end);
    }

    /** What the transaction can still do after an error. */
    TransactionState after(ErrorReport report) {
        if (report.kind() == ErrorKind.DISCONNECT) {
            lose();
            // What cut this connection has most likely cut the others as well.
            engine.source().invalidate();
            invalidated = true;
        } else if (state == TransactionState.ACTIVE || state == TransactionState.FAILED) {
            // Without a transaction there is nothing to fail.
            ask(report);
        }
        return state;
    }

    /** What the transaction can still do after its commit was refused. */
    TransactionState afterCommit(ErrorReport report) {
        if (report.kind() != ErrorKind.DISCONNECT && engine.dialect().failedCommitEndsTransaction()) {
            state = TransactionState.ROLLED_BACK;
            return state;
        }
        return after(report);
    }

    /** What the transaction can still do after a statement that writes was refused: it may have kept a part of its rows. */
    TransactionState afterWrite(ErrorReport report) {
        after(report);
        if (state == TransactionState.ACTIVE && jdbc != null) {
            try {
                if (engine.dialect().keptPartOfFailed(jdbc, report)) {
                    state = TransactionState.FAILED;
                }
            } catch (SQLException e) {
                state = TransactionState.FAILED;
            }
        }
        return state;
    }

    /** An explanation may have repeated the statement, and the database may have ended the transaction over that. */
    void lookedUp() {
        if (state == TransactionState.ACTIVE) {
            ask(null);
        }
    }

    private void ask(@Nullable ErrorReport report) {
        TransactionState asked;
        try {
            asked = jdbc == null ? TransactionState.CLOSED : engine.dialect().probeState(jdbc, report);
        } catch (SQLException e) {
            asked = TransactionState.CLOSED;
        }
        TransactionState reported = report == null ? null : report.transactionState();
        if (asked == TransactionState.CLOSED) {
            lose();
        } else {
            // What one of them says cannot be made better by the other; the states are in this order.
            state = worse(state, worse(asked, reported));
        }
    }

    private static TransactionState worse(@Nullable TransactionState one, @Nullable TransactionState other) {
        if (one == null || other == null) {
            return one == null ? other == null ? TransactionState.NONE : other : one;
        }
        return one.compareTo(other) < 0 ? other : one;
    }

    /** The connection is gone, or nobody knows what became of its transaction: it must not come back. */
    private void lose() {
        state = TransactionState.CLOSED;
        Connection lost = jdbc;
        jdbc = null;
        if (lost != null) {
            engine.source().discard(lost);
        }
    }

    /** Keeps the error that brought the transaction into its state. */
    void blame(Throwable error) {
        if (invalidated) {
            invalidated = false;
            engine.tell(error, StatementListener::onInvalidated);
        }
        if (state != TransactionState.ACTIVE && state != TransactionState.NONE && firstCause == null) {
            firstCause = error;
        }
    }

    /** The first phase: afterwards the work of the transaction can only be committed or rolled back. */
    void prepare(StatementOrigin origin) {
        TwoPhaseTransaction transaction = twoPhase;
        if (transaction == null) {
            throw TwoPhaseTransaction.refused(
                    "only a transaction that was begun by beginTwoPhase can be prepared; it is to be called before the first"
                            + " statement");
        }
        requireUsable("the prepare");
        if (state != TransactionState.ACTIVE || transaction.prepared()) {
            return;
        }
        try {
            transaction.prepare(connected());
        } catch (SQLException e) {
            DatabaseException explained = engine.explainCommit(e, this, origin);
            String setting = transaction.missingSetting(e);
            throw setting == null ? explained : new UsageException("DVT-CONN-TWO-PHASE", setting, explained);
        }
        savepoints.clear();
        engine.tell(listener -> listener.onPrepare(transaction.name()));
    }

    void commit(StatementOrigin origin) {
        requireUsable("the commit");
        if (state == TransactionState.ACTIVE) {
            try {
                if (twoPhase == null) {
                    connected().commit();
                } else {
                    twoPhase.commit(connected());
                }
            } catch (SQLException e) {
                if (twoPhase != null && twoPhase.prepared()) {
                    throw leftPrepared(e);
                }
                throw engine.explainCommit(e, this, origin);
            }
            ended();
            engine.tell(StatementListener::onCommit);
        }
    }

    /** What is prepared stays so. Some servers let nobody else have it while the connection is open. */
    private DatabaseException leftPrepared(SQLException error) {
        after(engine.dialect().readError(error));
        lose();
        DatabaseException explained = engine.explain(error, state);
        blame(explained);
        return explained;
    }

    void rollback() {
        if (undo()) {
            engine.tell(StatementListener::onRollback);
        }
    }

    /** Rolls back, and leaves it to the caller to tell of it. */
    boolean undo() {
        if (state == TransactionState.NONE || state == TransactionState.CLOSED) {
            return false;
        }
        try {
            if (twoPhase != null) {
                twoPhase.rollback(connected());
            } else if (state != TransactionState.ROLLED_BACK) {
                connected().rollback();
            }
            if (state == TransactionState.ROLLED_BACK) {
                rollBackTheRest(connected());
                leaveTransaction(connected());
            }
        } catch (SQLException e) {
            ErrorReport report = engine.dialect().readError(e);
            after(report);
            if (state != TransactionState.ROLLED_BACK || !left()) {
                lose();
                throw engine.explain(e, state);
            }
        }
        ended();
        return true;
    }

    private boolean left() {
        try {
            leaveTransaction(connected());
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    // What the database rolled back is not always all: to leave the transaction would commit the rest.
    private static void rollBackTheRest(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // As SQLite says when nothing is left. Whether the connection still works shows with the next step.
        }
    }

    // There is no transaction left to roll back. The driver still believes in it, and has to be told.
    private static void leaveTransaction(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            return;
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // SQLite's driver wants to commit what is not there; its mode has changed all the same.
            if (!connection.getAutoCommit()) {
                throw e;
            }
        }
    }

    private void ended() {
        next = usual;
        twoPhase = null;
        deadline = null;
        state = TransactionState.NONE;
        firstCause = null;
        savepoints.clear();
        savepointNumber = 0;
        used = false;
    }

    Savepoint savepoint() {
        if (autoCommit) {
            throw new UsageException(
                    "DVT-CONN-AUTOCOMMIT", "a connection from reading() has no transaction, and so no savepoints");
        }
        Connection connection = forStatement();
        String name = "savepoint_" + ++savepointNumber;
        try {
            Savepoint savepoint = new Savepoint(name, connection.setSavepoint(name));
            savepoints.push(savepoint);
            engine.tell(listener -> listener.onSavepoint(name));
            return savepoint;
        } catch (SQLException e) {
            throw engine.explain(e, after(engine.dialect().readError(e)));
        }
    }

    void rollbackTo(Savepoint savepoint) {
        if (state == TransactionState.ROLLED_BACK || state == TransactionState.CLOSED) {
            requireUsable("the rollback to " + savepoint.name());
        }
        dropAfter(savepoint);
        try {
            connected().rollback(savepoint.point());
        } catch (SQLException e) {
            throw engine.explain(e, after(engine.dialect().readError(e)));
        }
        state = TransactionState.ACTIVE;
        firstCause = null;
        engine.tell(listener -> listener.onRollbackTo(savepoint.name()));
    }

    void release(Savepoint savepoint) {
        requireUsable("the release of " + savepoint.name());
        dropAfter(savepoint);
        savepoints.pop();
        try {
            connected().releaseSavepoint(savepoint.point());
        } catch (SQLException e) {
            throw engine.explain(e, after(engine.dialect().readError(e)));
        }
        engine.tell(listener -> listener.onRelease(savepoint.name()));
    }

    // Savepoints nest: going back to one ends those that were set after it.
    private void dropAfter(Savepoint savepoint) {
        if (!savepoints.contains(savepoint)) {
            throw new UsageException(
                    "DVT-CONN-SAVEPOINT",
                    "the savepoint " + savepoint.name() + " is not one of this transaction, or has been given up");
        }
        Iterator<Savepoint> later = savepoints.iterator();
        while (later.next() != savepoint) {
            later.remove();
        }
    }

    void opened(Cursor cursor) {
        cursor.before = cursors;
        cursors = cursor;
    }

    void closed(Cursor cursor) {
        if (cursors == cursor) {
            cursors = cursor.before;
            return;
        }
        for (Cursor later = cursors; later != null; later = later.before) {
            if (later.before == cursor) {
                later.before = cursor.before;
            }
        }
    }

    /** Nobody else may have the connection until it is fit again. */
    void unfit() {
        unfit = true;
    }

    /** The connection is as a new one again. */
    void fit() {
        unfit = false;
    }

    void close() {
        boolean rolledBack = false;
        RuntimeException error = closeCursors();
        try {
            rolledBack = undo();
            giveBack();
        } catch (SQLException e) {
            lose();
            throw withSuppressed(engine.explain(e, TransactionState.CLOSED), error);
        } catch (RuntimeException e) {
            lose();
            throw withSuppressed(e, error);
        } finally {
            state = TransactionState.CLOSED;
        }
        if (rolledBack) {
            engine.tell(StatementListener::onRollback);
        }
        if (error != null) {
            throw error;
        }
    }

    private static RuntimeException withSuppressed(RuntimeException error, @Nullable RuntimeException earlier) {
        if (earlier != null) {
            error.addSuppressed(earlier);
        }
        return error;
    }

    private @Nullable RuntimeException closeCursors() {
        RuntimeException first = null;
        while (cursors != null) {
            try {
                cursors.close();
            } catch (RuntimeException e) {
                first = first == null ? e : withSuppressed(first, e);
            }
        }
        return first;
    }

    private void giveBack() throws SQLException {
        Connection connection = jdbc;
        if (connection == null) {
            return;
        }
        if (unfit) {
            lose();
            return;
        }
        if (!autoCommit && !connection.getAutoCommit()) {
            if (used) {
                // To switch the mode commits whatever is open.
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
        mode.apply(connection, TransactionOptions.options());
        jdbc = null;
        engine.source().release(connection);
        if (engine.hasListeners()) {
            Duration use = Engine.since(acquired);
            engine.tell(listener -> listener.onReleased(use));
        }
    }
}
