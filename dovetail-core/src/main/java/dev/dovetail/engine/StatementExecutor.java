package dev.dovetail.engine;

import dev.dovetail.DatabaseException;
import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import dev.dovetail.compile.BatchForm;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.compile.MisfitException;
import dev.dovetail.integrity.FailedStatement;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.RawQuery;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.Returning;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.Upsert;
import dev.dovetail.sql.WithReturning;
import dev.dovetail.sql.WithWrite;
import dev.dovetail.sql.Write;
import dev.dovetail.type.Codec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends statements: compiled once for each structure, prepared once for each call. Listeners are told after
 * the database has answered, and after an error has been read: what they throw does not hide it.
 */
final class StatementExecutor {

    private final Engine engine;
    private final PhysicalConnection physical;
    private final ThreadGuard guard;
    private ExecutionOptions options;
    private StatementOrigin usual = StatementOrigin.none();

    StatementExecutor(Engine engine, PhysicalConnection physical, ThreadGuard guard) {
        this.engine = engine;
        this.physical = physical;
        this.guard = guard;
        this.options = engine.execution();
    }

    /** Says how statements are run for which nothing else is said. */
    void options(ExecutionOptions newOptions) {
        options = newOptions;
    }

    /** Who is asked where a statement comes without an origin. */
    void explainBy(StatementOrigin origin) {
        usual = origin;
    }

    ExecutionOptions options() {
        return options;
    }

    BatchResult execute(Statement statement, List<@Nullable Object[]> rows, StatementOrigin origin) {
        return write(statement, rows, origin, options, List.of(), false);
    }

    BatchResult execute(
            Statement statement, List<@Nullable Object[]> rows, StatementOrigin origin, ExecutionOptions options) {
        return write(statement, rows, origin, options, List.of(), false);
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
        return write(insert, rows, origin, options, List.of(key), true);
    }

    BatchResult executeReturning(
            Write statement, List<@Nullable Object[]> rows, List<Column<?>> returned, StatementOrigin origin) {
        return write(
                statement, rows, origin, options, returned, engine.dialect().returnsAsKeys());
    }

    private BatchResult write(
            Statement given,
            List<@Nullable Object[]> givenRows,
            StatementOrigin origin,
            ExecutionOptions options,
            List<Column<?>> returned,
            boolean asKeys) {
        if (givenRows.isEmpty()) {
            return new BatchResult(new int[0], List.of());
        }
        ClientDefaults completed = ClientDefaults.complete(given, givenRows);
        Statement statement = completed.statement();
        List<@Nullable Object[]> rows = completed.rows();
        refuseTransactionCommand(statement);
        BatchResult together = sendTogether(statement, rows, origin, options, returned, asKeys);
        if (together != null) {
            return together;
        }
        boolean byClause = !returned.isEmpty() && !asKeys;
        ReadyStatement ready = engine.ready(byClause ? returning((Write) statement, returned) : statement);
        if (rows.size() > 1 && ready.compiled().ownText()) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    engine.dialect().name()
                            + " would take the values of the first row for all rows of a statement with a"
                            + " common table expression: send the rows one by one");
        }
        java.sql.Connection connection = physical.forStatement();
        RowSender sender = new RowSender(engine.dialect(), statement, ready, rows, codecs(returned), asKeys);
        RunningStatement running = null;
        long start = engine.time();
        try (PreparedStatement prepared = prepare(connection, ready, asKeys ? returned : List.of())) {
            refuseWrite(statement, ready.sql());
            running = physical.running(prepared, options.timeout());
            sender.send(prepared, byClause ? BatchForm.ROW_BY_ROW : form(statement));
            running.requireNotCancelled();
        } catch (SQLException e) {
            ErrorReport report = report(e, running);
            Duration duration = Engine.since(start);
            DatabaseException explained = explain(e, report, statement, ready, rows, sender.failed(), origin, true);
            if (e instanceof MisfitException) {
                // Rows before it have been sent.
                if (sender.sent() > 0) {
                    List<@Nullable Object[]> sent = rows.subList(0, sender.sent());
                    StatementEvent event = event(ready, sent, duration, sender.written(), origin, null);
                    engine.tell(explained, listener -> listener.onStatement(event));
                }
                throw explained;
            }
            // The whole batch, as it would be seen where a driver sends it at once.
            StatementEvent event = event(ready, rows, duration, sender.written(), origin, driverError(explained));
            engine.tell(explained, listener -> listener.onStatement(event));
            throw explained;
        } catch (RuntimeException | Error e) {
            // A value of another class than its column's, for one: rows before it have been sent.
            if (sender.sent() > 0) {
                StatementEvent event = event(
                        ready, rows.subList(0, sender.sent()), Engine.since(start), sender.written(), origin, null);
                engine.tell(e, listener -> listener.onStatement(event));
            }
            throw e;
        } finally {
            over(running);
        }
        tell(ready, rows, start, sender.written(), origin);
        return new BatchResult(sender.counts(), sender.values());
    }

    /** Sends rows as arrays where that is quicker; {@return null if they have to go one by one, and nothing was written} */
    private @Nullable BatchResult sendTogether(
            Statement statement,
            List<@Nullable Object[]> rows,
            StatementOrigin origin,
            ExecutionOptions options,
            List<Column<?>> returned,
            boolean asKeys) {
        RowsTogether sender = physical.isAutoCommit() ? null : together(statement, rows, returned, asKeys);
        if (sender == null) {
            return null;
        }
        ReadyStatement ready = sender.ready();
        java.sql.Connection connection = physical.forStatement();
        List<RunningStatement> running = new ArrayList<>(1);
        long start = engine.time();
        try {
            refuseWrite(statement, ready.sql());
            sender.send(connection, prepared -> {
                running.add(physical.running(prepared, options.timeout()));
                return running.get(running.size() - 1);
            });
        } catch (SQLException e) {
            ErrorReport report = report(e, running.isEmpty() ? null : running.get(running.size() - 1));
            if (RowsTogether.isOfARow(report.kind()) && takenBack(sender, connection, e)) {
                return null;
            }
            DatabaseException explained = explain(e, report, statement, ready, rows, null, origin, true);
            StatementEvent event = event(ready, rows, Engine.since(start), 0, origin, driverError(explained));
            engine.tell(explained, listener -> listener.onStatement(event));
            throw explained;
        } catch (UsageException e) {
            // A value that its type refuses, or keys that are in no order: the rows are sent one by one, up to such a
            // value.
            if (takenBack(sender, connection, e)) {
                return null;
            }
            throw e;
        }
        tell(ready, rows, start, sender.written(), origin);
        return sender.result();
    }

    private @Nullable RowsTogether together(
            Statement statement, List<@Nullable Object[]> rows, List<Column<?>> returned, boolean asKeys) {
        StatementCache statements = engine.statements();
        if (rows.size() >= ArraySender.LEAST && statement instanceof Write write) {
            int[] key = statements.arrayKey(write, returned);
            if (key != null && ArraySender.distinct(rows, key)) {
                return new ArraySender(engine.dialect(), write, statements.arrays(write, returned), rows);
            }
        }
        int perInsert = engine.dialect().rowsPerInsert();
        boolean several = perInsert > 1
                && rows.size() >= perInsert
                && statement instanceof Insert insert
                && insert.rows().size() == 1
                && insert.query() == null
                && (returned.isEmpty() || asKeys && returned.get(0).generated());
        return several
                ? new ValuesSender(
                        engine.ready(statement),
                        statements.repeated((Insert) statement, perInsert),
                        perInsert,
                        rows,
                        codecs(returned),
                        text -> prepare(physical.forStatement(), text, returned))
                : null;
    }

    private List<Codec<?>> codecs(List<Column<?>> columns) {
        List<Codec<?>> codecs = new ArrayList<>(columns.size());
        columns.forEach(column -> codecs.add(engine.dialect().codec(column.type())));
        return codecs;
    }

    private static boolean takenBack(RowsTogether sender, java.sql.Connection connection, Exception error) {
        try {
            return sender.takeBack(connection);
        } catch (SQLException e) {
            error.addSuppressed(e);
            return false;
        }
    }

    private static Returning<?> returning(Write statement, List<Column<?>> columns) {
        return statement.returning(columns.toArray(Column<?>[]::new));
    }

    // Without a transaction each row stands alone, and so it does where it may be anything.
    private BatchForm form(Statement statement) {
        return physical.isAutoCommit() || !(statement instanceof Write)
                ? BatchForm.ROW_BY_ROW
                : engine.dialect().batchForm();
    }

    private void refuseWrite(Statement statement, String sql) throws ReadOnlyRefusal {
        if (physical.refusesWrites() && ReadOnlyRefusal.isNeeded(statement, sql)) {
            throw new ReadOnlyRefusal(engine.dialect().name());
        }
    }

    private ErrorReport report(SQLException error, @Nullable RunningStatement running) {
        if (error instanceof ReadOnlyRefusal) {
            return ErrorReport.of(ErrorKind.READ_ONLY);
        }
        if (error instanceof MisfitException misfit) {
            return misfit.report();
        }
        if (error instanceof UnnoticedCancellation unnoticed) {
            return unnoticed.report();
        }
        ErrorReport read = engine.dialect().readError(error);
        if (running == null || !mayStop(read.kind())) {
            return read;
        }
        return switch (running.cancelled()) {
            case NO -> read;
            case BY_CALL -> ErrorReport.of(ErrorKind.QUERY_CANCELLED).leaving(read.transactionState());
            case BY_TIMEOUT -> ErrorReport.of(ErrorKind.QUERY_TIMEOUT).leaving(read.transactionState());
        };
    }

    /**
     * Whether an error may be that of a statement that was cancelled. MariaDB's INSERT takes NULL for a subquery that was
     * interrupted (11.4.5), and may then break a constraint.
     */
    private static boolean mayStop(ErrorKind kind) {
        return switch (kind) {
            case QUERY_CANCELLED, QUERY_TIMEOUT, UNIQUE, NOT_NULL, CHECK, FOREIGN_KEY, DATA, TRIGGER -> true;
            default -> false;
        };
    }

    // By name: PostgreSQL would give back the whole row, and what is first in it is not always the key.
    private PreparedStatement prepare(java.sql.Connection connection, ReadyStatement ready, List<Column<?>> returned)
            throws SQLException {
        String sql = engine.toPrepare(ready);
        if (returned.isEmpty()) {
            return connection.prepareStatement(sql);
        }
        String[] names = returned.stream()
                .map(column -> engine.dialect().identifiers().stored(column.name()))
                .toArray(String[]::new);
        return connection.prepareStatement(sql, names);
    }

    // Transactions are begun and ended by calls of the connection, or it would not know what became of them.
    private void refuseTransactionCommand(Statement statement) {
        RawStatement raw = statement instanceof RawQuery<?> query ? query.raw() : null;
        if (statement instanceof RawStatement itself) {
            raw = itself;
        }
        if (raw != null) {
            String command = TransactionCommand.in(raw.text(), engine.dialect().rawSyntax());
            if (command != null) {
                throw new UsageException(
                        "DVT-CONN-COMMAND",
                        command + " was not sent: begin, commit, roll back and set savepoints with the methods of the"
                                + " connection, which has to know what became of the transaction");
            }
            requireOneStatement(raw);
        }
    }

    // A driver that runs only the first of several says nothing of the others.
    private void requireOneStatement(RawStatement raw) {
        Dialect dialect = engine.dialect();
        if (!dialect.has(Capability.SEVERAL_STATEMENTS)
                && TransactionCommand.several(raw.text(), dialect.rawSyntax())) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    dialect.name() + " has no way to run several statements at once: "
                            + Capability.SEVERAL_STATEMENTS.sentence());
        }
    }

    Cursor query(Statement query, @Nullable Object[] arguments, StatementOrigin origin) {
        return query(query, arguments, origin, options);
    }

    Cursor query(Statement given, @Nullable Object[] arguments, StatementOrigin origin, ExecutionOptions options) {
        if (given instanceof Select) {
            return send(given, arguments, origin, options);
        }
        refuseTransactionCommand(given);
        ClientDefaults completed = ClientDefaults.complete(given, once(arguments));
        Statement statement = completed.statement();
        @Nullable Object[] values = completed.rows().get(0);
        return statement instanceof Returning<?> returning && ReturningEmulation.isNeeded(returning, engine.dialect())
                ? ReturningEmulation.run(this, returning, values, origin)
                : send(statement, values, origin, options);
    }

    private Cursor send(
            Statement statement, @Nullable Object[] arguments, StatementOrigin origin, ExecutionOptions options) {
        ResultFetch fetch = options.fetchSize() == null
                ? null
                : new ResultFetch(engine.dialect().streaming(), options.fetchSize(), engine.source());
        if (fetch != null) {
            fetch.refuseOutsideTransaction(physical.isAutoCommit());
        }
        ReadyStatement ready = engine.ready(statement);
        java.sql.Connection connection = physical.forStatement();
        long start = engine.time();
        PreparedStatement prepared = null;
        RunningStatement running = null;
        try {
            refuseWrite(statement, ready.sql());
            if (fetch != null) {
                fetch.begin(connection);
            }
            prepared = connection.prepareStatement(engine.toPrepare(ready));
            if (fetch != null) {
                fetch.prepare(prepared);
            }
            ready.bind(prepared, arguments);
            running = physical.running(prepared, options.timeout());
            ResultSet resultSet = prepared.executeQuery();
            running.answered();
            if (engine.hasListeners()) {
                tell(ready, once(arguments), start, -1, origin);
            }
            return new Cursor(this, statement, ready, arguments, origin, fetch, prepared, running, resultSet);
        } catch (SQLException e) {
            over(running);
            close(prepared, e);
            ErrorReport report = report(e, running);
            Duration duration = Engine.since(start);
            DatabaseException explained = explainQuery(e, report, statement, ready, arguments, origin);
            if (e instanceof MisfitException) {
                throw explained;
            }
            StatementEvent event = event(ready, once(arguments), duration, -1, origin, driverError(explained));
            engine.tell(explained, listener -> listener.onStatement(event));
            throw explained;
        } catch (RuntimeException | Error e) {
            over(running);
            close(prepared, e);
            throw e;
        }
    }

    private static List<@Nullable Object[]> once(@Nullable Object[] arguments) {
        List<@Nullable Object[]> once = new ArrayList<>(1);
        once.add(arguments);
        return once;
    }

    /** An error of a query whose rows are being read. */
    DatabaseException explain(SQLException error, Cursor cursor) {
        return explainQuery(
                error,
                report(error, cursor.running()),
                cursor.statement(),
                cursor.ready(),
                cursor.arguments(),
                cursor.origin());
    }

    private DatabaseException explainQuery(
            SQLException error,
            ErrorReport report,
            Statement statement,
            ReadyStatement ready,
            @Nullable Object[] arguments,
            StatementOrigin origin) {
        boolean writes = statement instanceof Returning;
        return explain(error, report, sent(statement), ready, once(arguments), 0, origin, writes);
    }

    void opened(Cursor cursor) {
        physical.opened(cursor);
    }

    void closed(Cursor cursor) {
        physical.closed(cursor);
    }

    ThreadGuard guard() {
        return guard;
    }

    /** When a query was sent, for {@link #tellRows}. */
    long time() {
        return engine.time();
    }

    /** All rows have been read that anybody wanted. */
    void tellRows(Cursor cursor, long rows, long opened) {
        if (engine.hasListeners()) {
            RowsEvent event = new RowsEvent(cursor.ready().sql(), rows, Engine.since(opened), cursor.origin());
            engine.tell(listener -> listener.onRows(event));
        }
    }

    private static void over(@Nullable RunningStatement running) {
        if (running != null) {
            running.over();
        }
    }

    /** What an error is about: the statement that writes, where one gives its rows back. */
    private static Statement sent(Statement statement) {
        if (statement instanceof WithReturning<?> with) {
            return new WithWrite(with.ctes(), with.returning().write());
        }
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
        long start = engine.time();
        SQLException error = null;
        RunningStatement running = null;
        try (java.sql.Statement statement = connection.createStatement()) {
            // MySQL's driver would find {fn …} within quotes, too.
            statement.setEscapeProcessing(false);
            if (physical.refusesWrites()) {
                throw new ReadOnlyRefusal(engine.dialect().name());
            }
            running = physical.running(statement, options.timeout());
            statement.execute(sql);
        } catch (SQLException e) {
            error = e;
        } finally {
            over(running);
        }
        Duration duration = Engine.since(start);
        if (error != null) {
            ErrorReport report = report(error, running);
            DatabaseException explained = engine.explainText(error, report, sql, physical);
            physical.blame(explained);
            StatementEvent event = event(sql, duration, driverError(explained));
            engine.tell(explained, listener -> listener.onStatement(event));
            throw explained;
        }
        engine.tell(listener -> listener.onStatement(event(sql, duration, null)));
    }

    private DatabaseException explain(
            SQLException error,
            ErrorReport report,
            Statement statement,
            ReadyStatement ready,
            List<@Nullable Object[]> rows,
            @Nullable Integer row,
            StatementOrigin given,
            boolean write) {
        StatementOrigin origin = given == StatementOrigin.none() ? usual : given;
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
            StatementEvent event = event(ready, rows, Engine.since(start), written, origin, null);
            engine.tell(listener -> listener.onStatement(event));
        }
    }

    private StatementEvent event(
            ReadyStatement ready,
            List<@Nullable Object[]> rows,
            Duration duration,
            long written,
            StatementOrigin origin,
            @Nullable SQLException error) {
        return new StatementEvent(
                ready.sql(), ready.shown(rows, engine.redaction(), origin), duration, written, origin, error);
    }

    private static StatementEvent event(String text, Duration duration, @Nullable SQLException error) {
        return new StatementEvent(text, List.of(), duration, 0, StatementOrigin.none(), error);
    }

    /** Without the words that may not be shown. */
    private static @Nullable SQLException driverError(DatabaseException explained) {
        return explained.getCause() instanceof SQLException error ? error : null;
    }
}
