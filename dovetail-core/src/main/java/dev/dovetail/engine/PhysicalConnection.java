package dev.dovetail.engine;

import dev.dovetail.TransactionState;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC connection behind a {@link dev.dovetail.engine.Connection} and the state of its transaction. It is taken from
 * the engine with the first statement. What the driver believes of the state is not asked: some drivers commit a
 * transaction that the server has aborted, and some servers roll back by themselves and go on as if nothing had happened.
 */
final class PhysicalConnection {

    private final Engine engine;
    private final boolean autoCommit;
    private final Deque<Savepoint> savepoints = new ArrayDeque<>();
    private @Nullable Connection jdbc;
    private TransactionState state = TransactionState.NONE;
    private @Nullable Throwable firstCause;
    private int savepointNumber;

    PhysicalConnection(Engine engine, boolean autoCommit) {
        this.engine = engine;
        this.autoCommit = autoCommit;
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
        try {
            Connection connection = connected();
            if (!autoCommit && state == TransactionState.NONE) {
                // After a transaction that the database ended by itself, the driver may be in either mode.
                if (connection.getAutoCommit()) {
                    connection.setAutoCommit(false);
                }
                state = TransactionState.ACTIVE;
                engine.tell(StatementListener::onBegin);
            }
            return connection;
        } catch (SQLException e) {
            throw engine.explain(e, state);
        }
    }

    /** The connection as it is, outside of a transaction. */
    Connection connected() throws SQLException {
        if (jdbc == null) {
            try {
                jdbc = engine.source().acquire();
            } catch (SQLException e) {
                throw engine.explainConnect(e);
            }
        }
        return jdbc;
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
        TransactionState reported =
                report.kind() == ErrorKind.DISCONNECT ? TransactionState.CLOSED : report.transactionState();
        // Without a transaction there is nothing to fail.
        if (reported != null && (state == TransactionState.ACTIVE || reported == TransactionState.CLOSED)) {
            state = reported;
        }
        return state;
    }

    /** Keeps the error that brought the transaction into its state. */
    void blame(Throwable error) {
        if (state != TransactionState.ACTIVE && state != TransactionState.NONE && firstCause == null) {
            firstCause = error;
        }
    }

    void commit() {
        requireUsable("the commit");
        if (state == TransactionState.ACTIVE) {
            try {
                connected().commit();
            } catch (SQLException e) {
                throw engine.explainCommit(e, this);
            }
            ended();
            engine.tell(StatementListener::onCommit);
        }
    }

    void rollback() {
        if (state == TransactionState.NONE || state == TransactionState.CLOSED) {
            return;
        }
        boolean alreadyRolledBack = state == TransactionState.ROLLED_BACK;
        try {
            connected().rollback();
        } catch (SQLException e) {
            if (!alreadyRolledBack) {
                throw engine.explain(e, after(engine.dialect().readError(e)));
            }
            leaveTransaction();
        }
        ended();
        engine.tell(StatementListener::onRollback);
    }

    // There was no transaction left to roll back. The driver still believes in it, and has to be told.
    private void leaveTransaction() {
        try {
            connected().setAutoCommit(true);
        } catch (SQLException e) {
            // It wanted to commit what is not there; its mode has changed all the same.
            return;
        }
    }

    private void ended() {
        state = TransactionState.NONE;
        firstCause = null;
        savepoints.clear();
        savepointNumber = 0;
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

    void close() {
        if (jdbc == null) {
            state = TransactionState.CLOSED;
            return;
        }
        Connection connection = jdbc;
        try {
            rollback();
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw engine.explain(e, TransactionState.CLOSED);
        } finally {
            jdbc = null;
            state = TransactionState.CLOSED;
            giveBack(connection);
        }
    }

    /** Closes the connection for good: it is not in a state in which anybody else may have it. */
    void discard() {
        Connection connection = jdbc;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                throw engine.explain(e, TransactionState.CLOSED);
            }
        }
    }

    private void giveBack(Connection connection) {
        try {
            engine.source().release(connection);
        } catch (SQLException e) {
            throw engine.explain(e, TransactionState.CLOSED);
        }
    }
}
