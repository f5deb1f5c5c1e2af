package dev.dovetail.engine;

import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.integrity.Cause;
import dev.dovetail.integrity.FailedStatement;
import dev.dovetail.integrity.IntegrityProbe;
import dev.dovetail.integrity.Redaction;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks rows up on the JDBC connection itself, past the state of the transaction: what fails here is nobody's statement,
 * and must not spoil what it only looks at. Or on a connection of its own, which is opened with the first look-up and sees
 * what is committed.
 */
final class EngineProbe implements IntegrityProbe, AutoCloseable {

    private final Engine engine;
    private final boolean inTransaction;
    private final boolean committed;
    private final @Nullable Long deadline;
    private @Nullable Connection connection;
    private @Nullable SQLException unavailable;

    private EngineProbe(
            Engine engine,
            @Nullable Connection connection,
            boolean inTransaction,
            boolean committed,
            @Nullable Duration timeout) {
        this.engine = engine;
        this.connection = connection;
        this.inTransaction = inTransaction;
        this.committed = committed;
        this.deadline = timeout == null ? null : Long.valueOf(System.nanoTime() + timeout.toNanos());
    }

    /** Looks rows up where a statement failed, for no longer than the time-out; null for as long as it takes. */
    static EngineProbe on(Engine engine, Connection connection, boolean inTransaction, @Nullable Duration timeout) {
        return new EngineProbe(engine, connection, inTransaction, false, timeout);
    }

    /** Looks up what is committed. */
    static EngineProbe committed(Engine engine, Duration timeout) {
        return new EngineProbe(engine, null, false, true, timeout);
    }

    @Override
    public boolean seesOnlyCommitted() {
        return committed;
    }

    /** Closes the connection if it is the probe's own. */
    @Override
    public void close() {
        if (committed && connection != null) {
            Discarding.close(connection);
        }
    }

    private Connection connection() throws SQLException {
        if (unavailable != null) {
            throw unavailable;
        }
        if (connection == null) {
            try {
                connection = SecondConnection.open(engine.source(), left());
            } catch (SQLException e) {
                unavailable = e;
                throw e;
            }
        }
        return connection;
    }

    private Duration left() throws SQLException {
        Duration left = deadline == null ? Duration.ZERO : Duration.ofNanos(deadline - System.nanoTime());
        if (left.isNegative()) {
            throw new SQLException("the time for look-ups is over");
        }
        return left;
    }

    /** A look-up did not work; it becomes suppressed. */
    private static final class LookupException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LookupException(SQLException cause) {
            super("a look-up to explain an error failed: " + cause.getMessage(), cause);
        }
    }

    @Override
    public List<List<@Nullable Object>> rows(Select<?> select, @Nullable Object... arguments) {
        return read(select, arguments, true);
    }

    @Override
    public List<List<@Nullable Object>> untypedRows(Select<?> select, @Nullable Object... arguments) {
        return read(select, arguments, false);
    }

    @Override
    public List<List<@Nullable Object>> untypedRows(RawStatement query) {
        return read(query, new Object[0], false);
    }

    private List<List<@Nullable Object>> read(Statement query, @Nullable Object[] arguments, boolean typed) {
        ReadyStatement ready = engine.ready(query);
        long start = System.nanoTime();
        SQLException error = null;
        try (PreparedStatement prepared = connection().prepareStatement(engine.toPrepare(ready))) {
            // The conditions of the failed statement may have more arguments than the look-up has parameters.
            ready.bind(prepared, arguments);
            RunningStatement running = new RunningStatement(prepared);
            engine.watchdog().watch(running, deadline == null ? null : left());
            try (ResultSet resultSet = prepared.executeQuery()) {
                return read(resultSet, ready, typed);
            } finally {
                running.over();
            }
        } catch (SQLException e) {
            error = e;
            throw new LookupException(e);
        } finally {
            tell(ready, arguments, start, error);
        }
    }

    private static List<List<@Nullable Object>> read(ResultSet resultSet, ReadyStatement ready, boolean typed)
            throws SQLException {
        int columns = resultSet.getMetaData().getColumnCount();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (resultSet.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                row.add(
                        typed
                                ? ready.compiled().codecs().get(column - 1).read(resultSet, column)
                                : resultSet.getObject(column));
            }
            rows.add(row);
        }
        return rows;
    }

    private void tell(ReadyStatement ready, @Nullable Object[] arguments, long start, @Nullable SQLException error) {
        if (engine.hasListeners()) {
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            List<@Nullable Object[]> rows = new ArrayList<>();
            rows.add(arguments);
            // Whose columns they are is not known here, so that nothing can be said of their being sensitive.
            StatementEvent event = new StatementEvent(
                    ready.sql(),
                    ready.shown(rows, Redaction.ALL, StatementOrigin.none()),
                    duration,
                    -1,
                    StatementOrigin.none(),
                    error == null ? null : Cause.redacted(error));
            engine.tell(listener -> listener.onLookup(event));
        }
    }

    @Override
    public <T> @Nullable T replay(FailedStatement failed, int row, Supplier<T> look) {
        ForeignKeySwitch deferral = engine.dialect().foreignKeyDeferral();
        if (deferral == null || !inTransaction || !deferral.insideTransaction()) {
            return null;
        }
        try {
            left();
            Connection own = connection();
            java.sql.Savepoint before = own.setSavepoint();
            try {
                command(deferral.on());
                // Not cancelled when the time is over: to interrupt a write may undo the whole transaction.
                repeat(failed, row);
                return look.get();
            } finally {
                own.rollback(before);
                own.releaseSavepoint(before);
                command(deferral.off());
            }
        } catch (SQLException e) {
            throw new LookupException(e);
        }
    }

    private void repeat(FailedStatement failed, int row) throws SQLException {
        ReadyStatement ready = engine.ready(failed.statement());
        try (PreparedStatement prepared = connection().prepareStatement(engine.toPrepare(ready))) {
            ready.bind(prepared, failed.rows().get(row));
            prepared.execute();
        }
    }

    private void command(String sql) throws SQLException {
        try (java.sql.Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
