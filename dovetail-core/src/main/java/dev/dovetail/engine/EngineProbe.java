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
 * and must not spoil what it only looks at.
 */
final class EngineProbe implements IntegrityProbe {

    private final Engine engine;
    private final Connection connection;
    private final boolean inTransaction;

    EngineProbe(Engine engine, Connection connection, boolean inTransaction) {
        this.engine = engine;
        this.connection = connection;
        this.inTransaction = inTransaction;
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
        try (PreparedStatement prepared = connection.prepareStatement(ready.sql())) {
            // The conditions of the failed statement may have more arguments than the look-up has parameters.
            ready.bind(prepared, arguments);
            try (ResultSet resultSet = prepared.executeQuery()) {
                return read(resultSet, ready, typed);
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
            java.sql.Savepoint before = connection.setSavepoint();
            try {
                command(deferral.on());
                repeat(failed, row);
                return look.get();
            } finally {
                connection.rollback(before);
                connection.releaseSavepoint(before);
                command(deferral.off());
            }
        } catch (SQLException e) {
            throw new LookupException(e);
        }
    }

    private void repeat(FailedStatement failed, int row) throws SQLException {
        ReadyStatement ready = engine.ready(failed.statement());
        try (PreparedStatement prepared = connection.prepareStatement(ready.sql())) {
            ready.bind(prepared, failed.rows().get(row));
            prepared.execute();
        }
    }

    private void command(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
