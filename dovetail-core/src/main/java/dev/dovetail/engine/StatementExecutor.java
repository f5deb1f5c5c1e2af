package dev.dovetail.engine;

import dev.dovetail.DatabaseException;
import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.integrity.FailedStatement;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.Returning;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.Upsert;
import dev.dovetail.type.Codec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends statements: compiled once for each structure, prepared once for each call, bound row by row. Listeners are told
 * after the database has answered, and after an error has been read: what they throw does not hide it. Rows are sent one by one, so that the one that fails is known; SQLite runs in this
 * process, and would gain nothing from a batch.
 */
final class StatementExecutor {

    private final Engine engine;
    private final PhysicalConnection physical;
    private final ThreadGuard guard;

    StatementExecutor(Engine engine, PhysicalConnection physical, ThreadGuard guard) {
        this.engine = engine;
        this.physical = physical;
        this.guard = guard;
    }

    BatchResult execute(Statement statement, List<@Nullable Object[]> rows, StatementOrigin origin) {
        return write(statement, rows, origin, null);
    }

    List<UpsertOutcome> upsert(Upsert statement, @Nullable Object[] arguments, StatementOrigin origin) {
        return new Upserts(this, engine.dialect()).run(statement, arguments, origin);
    }

    Dialect dialect() {
        return engine.dialect();
    }

    /** Whether each statement stands alone, so that several cannot make one. */
    boolean isAutoCommit() {
        return physical.isAutoCommit();
    }

    /** The rows of a query, all at once. */
    List<@Nullable Object[]> rows(ResultStatement<?> query, @Nullable Object[] arguments, StatementOrigin origin) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        try (Cursor cursor = query(query, arguments, origin)) {
            for (@Nullable Object[] row = cursor.row(); row != null; row = cursor.row()) {
                rows.add(row);
            }
        }
        return rows;
    }

    BatchResult insertReturningKeys(
            Insert insert, List<@Nullable Object[]> rows, Column<?> key, StatementOrigin origin) {
        return write(insert, rows, origin, key);
    }

    private BatchResult write(
            Statement given, List<@Nullable Object[]> givenRows, StatementOrigin origin, @Nullable Column<?> key) {
        if (givenRows.isEmpty()) {
            return new BatchResult(new int[0], List.of());
        }
        ClientDefaults completed = ClientDefaults.complete(given, givenRows);
        Statement statement = completed.statement();
        List<@Nullable Object[]> rows = completed.rows();
        refuseTransactionCommand(statement);
        ReadyStatement ready = engine.ready(statement);
        java.sql.Connection connection = physical.forStatement();
        int[] counts = new int[rows.size()];
        List<@Nullable Object> keys = new ArrayList<>();
        int row = 0;
        int sent = 0;
        long start = System.nanoTime();
        Codec<?> keyCodec = key == null ? null : engine.dialect().codec(key.type());
        try (PreparedStatement prepared = prepare(connection, ready.sql(), key)) {
            for (; row < rows.size(); row++) {
                ready.bind(prepared, rows.get(row));
                sent = row + 1;
                counts[row] = prepared.execute() ? 0 : Math.max(prepared.getUpdateCount(), 0);
                if (keyCodec != null) {
                    keys.add(generatedKey(prepared, keyCodec));
                }
            }
        } catch (SQLException e) {
            // The whole batch, as it would be seen where a driver sends it at once.
            StatementEvent event = event(ready, rows, start, sum(counts), origin, e);
            DatabaseException explained =
                    explain(e, statement, ready, rows, row < rows.size() ? row : null, origin, true);
            engine.tell(explained, listener -> listener.onStatement(event));
            throw explained;
        } catch (RuntimeException | Error e) {
            // A value that does not fit its column, for one: the rows before it have been sent.
            if (sent > 0) {
                StatementEvent event = event(ready, rows.subList(0, sent), start, sum(counts), origin, null);
                engine.tell(e, listener -> listener.onStatement(event));
            }
            throw e;
        }
        tell(ready, rows, start, sum(counts), origin);
        return new BatchResult(counts, keys);
    }

    // By name: PostgreSQL would give back the whole row, and what is first in it is not always the key.
    private PreparedStatement prepare(java.sql.Connection connection, String sql, @Nullable Column<?> key)
            throws SQLException {
        if (key == null) {
            return connection.prepareStatement(sql);
        }
        String name = engine.dialect().identifiers().stored(key.name());
        return connection.prepareStatement(sql, new String[] {name});
    }

    // Transactions are begun and ended by calls of the connection, or it would not know what became of them.
    private static void refuseTransactionCommand(Statement statement) {
        if (statement instanceof RawStatement raw) {
            String command = TransactionCommand.in(raw.texts().get(0));
            if (command != null) {
                throw new UsageException(
                        "DVT-CONN-COMMAND",
                        command + " was not sent: begin, commit, roll back and set savepoints with the methods of the"
                                + " connection, which has to know what became of the transaction");
            }
        }
    }

    private static @Nullable Object generatedKey(PreparedStatement prepared, Codec<?> codec) throws SQLException {
        try (ResultSet keys = prepared.getGeneratedKeys()) {
            return keys.next() ? codec.read(keys, 1) : null;
        }
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    Cursor query(Statement given, @Nullable Object[] givenArguments, StatementOrigin origin) {
        refuseTransactionCommand(given);
        List<@Nullable Object[]> once = new ArrayList<>();
        once.add(givenArguments);
        ClientDefaults completed = ClientDefaults.complete(given, once);
        Statement statement = completed.statement();
        @Nullable Object[] arguments = completed.rows().get(0);
        if (statement instanceof Returning<?> returning && ReturningEmulation.isNeeded(returning, engine.dialect())) {
            return ReturningEmulation.run(this, returning, arguments, origin);
        }
        ReadyStatement ready = engine.ready(statement);
        java.sql.Connection connection = physical.forStatement();
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(arguments);
        long start = System.nanoTime();
        PreparedStatement prepared = null;
        try {
            prepared = connection.prepareStatement(ready.sql());
            ready.bind(prepared, arguments);
            ResultSet resultSet = prepared.executeQuery();
            tell(ready, rows, start, -1, origin);
            return new Cursor(
                    prepared,
                    resultSet,
                    ready.compiled().codecs(),
                    e -> explain(e, sent(statement), ready, rows, 0, origin, statement instanceof Returning),
                    guard,
                    physical);
        } catch (SQLException e) {
            close(prepared, e);
            StatementEvent event = event(ready, rows, start, -1, origin, e);
            DatabaseException explained =
                    explain(e, sent(statement), ready, rows, 0, origin, statement instanceof Returning);
            engine.tell(explained, listener -> listener.onStatement(event));
            throw explained;
        } catch (RuntimeException | Error e) {
            close(prepared, e);
            throw e;
        }
    }

    /** What an error is about: the statement that writes, where one gives its rows back. */
    private static Statement sent(Statement statement) {
        return statement instanceof Returning<?> returning ? returning.write() : statement;
    }

    private static void close(@Nullable PreparedStatement prepared, Throwable primary) {
        try {
            if (prepared != null) {
                prepared.close();
            }
        } catch (SQLException secondary) {
            primary.addSuppressed(secondary);
        }
    }

    /** Sends a text that has no values: DDL, or a command of the database. */
    void executeText(String sql) {
        java.sql.Connection connection = physical.forStatement();
        long start = System.nanoTime();
        SQLException error = null;
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            error = e;
        }
        StatementEvent event = new StatementEvent(
                sql, List.of(), Duration.ofNanos(System.nanoTime() - start), 0, StatementOrigin.none(), error);
        if (error != null) {
            TransactionState state = physical.after(engine.dialect().readError(error));
            DatabaseException explained = engine.explainText(error, state, sql);
            physical.blame(explained);
            engine.tell(explained, listener -> listener.onStatement(event));
            throw explained;
        }
        engine.tell(listener -> listener.onStatement(event));
    }

    private DatabaseException explain(
            SQLException error,
            Statement statement,
            ReadyStatement ready,
            List<@Nullable Object[]> rows,
            @Nullable Integer row,
            StatementOrigin origin,
            boolean write) {
        ErrorReport report = engine.dialect().readError(error);
        TransactionState state =
                write && writesRows(statement, ready.sql()) ? physical.afterWrite(report) : physical.after(report);
        List<@Nullable Object[]> sent = row == null ? rows : rows.subList(0, row + 1);
        FailedStatement failed = new FailedStatement(
                statement, rows, row, ready.sql(), ready.shown(sent, engine.redaction(), origin), origin);
        DatabaseException explained = engine.explain(error, report, state, failed, physical);
        physical.blame(explained);
        return explained;
    }

    private static boolean writesRows(Statement statement, String sql) {
        return !(statement instanceof RawStatement)
                || !TransactionCommand.firstWord(sql).matches("CREATE|ALTER|DROP");
    }

    private void tell(
            ReadyStatement ready, List<@Nullable Object[]> rows, long start, long written, StatementOrigin origin) {
        if (engine.hasListeners()) {
            StatementEvent event = event(ready, rows, start, written, origin, null);
            engine.tell(listener -> listener.onStatement(event));
        }
    }

    private StatementEvent event(
            ReadyStatement ready,
            List<@Nullable Object[]> rows,
            long start,
            long written,
            StatementOrigin origin,
            @Nullable SQLException error) {
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        return new StatementEvent(
                ready.sql(), ready.shown(rows, engine.redaction(), origin), duration, written, origin, error);
    }
}
