package dev.dovetail.engine;

import dev.dovetail.DatabaseException;
import dev.dovetail.TransactionState;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UsageException;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the database, for one thread at a time. The first statement begins a transaction, reads included, and
 * so does the first after a commit or rollback; a connection from {@link Engine#reading()} has none, and each of its
 * statements stands alone. Whoever opens a connection closes it; an open transaction is rolled back then.
 *
 * <p>All statements throw {@link DatabaseException} if the database refuses them, {@link TransactionStateException} if
 * the transaction cannot go on because of an earlier error, and {@link UsageException} if the connection is closed or
 * another thread is using it.
 */
public final class Connection implements AutoCloseable {

    private static final @Nullable Object[] NO_ARGUMENTS = {};

    private final Engine engine;
    private final PhysicalConnection physical;
    private final StatementExecutor executor;
    private final ThreadGuard guard = new ThreadGuard();
    private @Nullable String endedBy;
    private boolean loading;

    Connection(Engine engine, PhysicalConnection physical) {
        this.engine = engine;
        this.physical = physical;
        this.executor = new StatementExecutor(engine, physical, guard);
    }

    /**
     * Leaves commit, rollback and close to somebody else, who hands this connection on for statements only.
     *
     * @param somebody named to those that call them all the same; null to take them as usual, before closing at the latest
     * @throws UsageException if a bulk load has the connection; code {@code DVT-CONN-END}
     */
    public void leaveEndTo(@Nullable String somebody) {
        if (loading) {
            requireOwnEnd("leaveEndTo");
        }
        endedBy = somebody;
    }

    /** As {@link #leaveEndTo}, but so that only the bulk load itself can take it back. */
    void loading(@Nullable String load) {
        endedBy = load;
        loading = load != null;
    }

    PhysicalConnection physical() {
        return physical;
    }

    void executeText(String sql) {
        guard.run(() -> executor.executeText(sql));
    }

    /**
     * The engine that the connection came from.
     *
     * @return the engine
     */
    public Engine engine() {
        return engine;
    }

    /**
     * What the transaction can do.
     *
     * @return the state
     */
    public TransactionState transactionState() {
        return guard.call(physical::state);
    }

    /**
     * Commits; does nothing if no statement has been sent since the last transaction.
     *
     * @throws DatabaseException if the database refuses, for instance because of a deferred foreign key
     */
    public void commit() {
        commit(StatementOrigin.none());
    }

    /**
     * Commits; does nothing if no statement has been sent since the last transaction.
     *
     * @param origin what the transaction is for, should the commit be refused
     * @throws DatabaseException if the database refuses, as for a deferred foreign key that does not hold
     * @throws TransactionStateException if the transaction has failed before
     */
    public void commit(StatementOrigin origin) {
        guard.run(() -> {
            requireOwnEnd("commit");
            physical.commit(origin);
        });
    }

    /** Rolls back; does nothing if no statement has been sent since the last transaction. */
    public void rollback() {
        guard.run(() -> {
            requireOwnEnd("rollback");
            physical.rollback();
        });
    }

    private void requireOwnEnd(String call) {
        if (endedBy != null) {
            throw new UsageException("DVT-CONN-END", call + "() is left to " + endedBy);
        }
    }

    /**
     * Sets a savepoint, beginning a transaction if there is none.
     *
     * @return the savepoint
     */
    public Savepoint savepoint() {
        return guard.call(physical::savepoint);
    }

    /**
     * Takes back all that was done since a savepoint. The savepoint stays; later ones are gone. A transaction that has
     * failed is usable again.
     *
     * @param savepoint one of this transaction
     */
    public void rollbackTo(Savepoint savepoint) {
        guard.run(() -> physical.rollbackTo(savepoint));
    }

    /**
     * Gives a savepoint up, and later ones with it; their work stays.
     *
     * @param savepoint one of this transaction
     */
    public void release(Savepoint savepoint) {
        guard.run(() -> physical.release(savepoint));
    }

    /**
     * Runs a statement.
     *
     * @param statement one without parameters
     * @return how many rows it wrote
     */
    public int execute(Statement statement) {
        return execute(statement, NO_ARGUMENTS, StatementOrigin.none());
    }

    /**
     * Runs a statement.
     *
     * @param statement the statement
     * @param arguments the values of its parameters
     * @param origin on whose behalf it runs
     * @return how many rows it wrote
     */
    public int execute(Statement statement, @Nullable Object[] arguments, StatementOrigin origin) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(arguments);
        return executeBatch(statement, rows, origin).counts()[0];
    }

    /**
     * Runs a statement once for each row of arguments. If one fails, those before it stay done until the transaction or a
     * savepoint is rolled back.
     *
     * @param statement the statement
     * @param rows the values of its parameters
     * @param origin on whose behalf it runs
     * @return how many rows each wrote
     */
    public BatchResult executeBatch(Statement statement, List<@Nullable Object[]> rows, StatementOrigin origin) {
        return guard.call(() -> executor.execute(statement, rows, origin));
    }

    /**
     * Inserts rows and gives back the keys that the database generated for them.
     *
     * @param insert inserts one row
     * @param rows the values of its parameters
     * @param key the generated key of the insert's table
     * @param origin on whose behalf it runs
     * @return the keys, in the order of the rows
     * @throws UsageException if the insert has more than one row, or the column is no such key ({@code DVT-CONN-KEYS})
     */
    public BatchResult insertReturningKeys(
            Insert insert, List<@Nullable Object[]> rows, Column<?> key, StatementOrigin origin) {
        if (insert.rows().size() != 1) {
            throw new UsageException(
                    "DVT-CONN-KEYS",
                    "keys are given back for an insert of one row that is run for many arguments, not for one of "
                            + insert.rows().size() + " rows");
        }
        if (!key.generated() || key.table() != insert.table()) {
            throw new UsageException(
                    "DVT-CONN-KEYS", "column " + key + " is no generated key of table " + insert.table());
        }
        return guard.call(() -> executor.insertReturningKeys(insert, rows, key, origin));
    }

    /**
     * Runs a query.
     *
     * @param query the query
     * @param arguments the values of its parameters
     * @param origin on whose behalf it runs
     * @return its rows; to be closed
     */
    public Cursor query(ResultStatement<?> query, @Nullable Object[] arguments, StatementOrigin origin) {
        return guard.call(() -> executor.query(query, arguments, origin));
    }

    /**
     * Runs a query given as text.
     *
     * @param query the query
     * @param origin on whose behalf it runs
     * @return its rows; to be closed
     */
    public Cursor query(RawStatement query, StatementOrigin origin) {
        return guard.call(() -> executor.query(query, NO_ARGUMENTS, origin));
    }

    /**
     * All rows of a query.
     *
     * @param <R> what a row becomes
     * @param query the query
     * @return the rows
     */
    public <R extends @Nullable Object> List<R> list(ResultStatement<R> query) {
        List<R> rows = new ArrayList<>();
        forEach(query, rows::add);
        return rows;
    }

    /**
     * All rows of a query of two columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the first column
     * @param <B> the second column
     * @param <R> what a row becomes
     * @param query the query
     * @param constructor makes the objects
     * @return the objects
     */
    public <A, B, R extends @Nullable Object> List<R> list(
            ResultStatement<Row2<A, B>> query, BiFunction<? super A, ? super B, ? extends R> constructor) {
        List<R> rows = new ArrayList<>();
        forEach(query, row -> rows.add(constructor.apply(row.value1(), row.value2())));
        return rows;
    }

    /**
     * All rows of a query given as text.
     *
     * @param query the query; its columns have the types that it was given, or what the driver makes of them
     * @return the values of each row
     */
    public List<List<@Nullable Object>> list(RawStatement query) {
        return guard.call(() -> {
            try (Cursor cursor = query(query, StatementOrigin.none())) {
                return Rows.of(cursor);
            }
        });
    }

    /**
     * The only row of a query.
     *
     * @param <R> what a row becomes
     * @param query the query
     * @return the row
     * @throws UsageException if there is none ({@code DVT-RESULT-NONE}) or more than one ({@code DVT-RESULT-MANY})
     */
    public <R extends @Nullable Object> R one(ResultStatement<R> query) {
        List<R> rows = list(atMost(query, 2));
        if (rows.size() != 1) {
            throw rows.isEmpty()
                    ? new UsageException("DVT-RESULT-NONE", "the query should give one row, and gives none")
                    : new UsageException("DVT-RESULT-MANY", "the query should give one row, and gives more than one");
        }
        return rows.get(0);
    }

    /**
     * The first row of a query.
     *
     * @param <R> what a row becomes
     * @param query the query
     * @return the row, or null if there is none
     */
    public <R> @Nullable R first(ResultStatement<R> query) {
        List<R> rows = list(atMost(query, 1));
        return rows.isEmpty() ? null : rows.get(0);
    }

    /**
     * The rows of a query, read as they are asked for.
     *
     * @param <R> what a row becomes
     * @param query the query
     * @return the rows; to be closed, and before the connection is
     */
    public <R extends @Nullable Object> Stream<R> stream(ResultStatement<R> query) {
        Cursor cursor = query(query, NO_ARGUMENTS, StatementOrigin.none());
        Spliterator<R> rows = new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
            @Override
            public boolean tryAdvance(Consumer<? super R> action) {
                return guard.call(() -> {
                    if (!cursor.next()) {
                        return false;
                    }
                    action.accept(row(query, cursor));
                    return true;
                });
            }
        };
        return StreamSupport.stream(rows, false).onClose(cursor::close);
    }

    private static <R extends @Nullable Object> ResultStatement<R> atMost(ResultStatement<R> query, long rows) {
        return query instanceof Select<R> select && select.limit() == null ? select.limit(rows) : query;
    }

    private <R extends @Nullable Object> void forEach(ResultStatement<R> query, Consumer<? super R> action) {
        guard.run(() -> {
            try (Cursor cursor = executor.query(query, NO_ARGUMENTS, StatementOrigin.none())) {
                while (cursor.next()) {
                    action.accept(row(query, cursor));
                }
            }
        });
    }

    private static <R extends @Nullable Object> R row(ResultStatement<R> query, Cursor cursor) {
        return query.shape().row(Rows.current(cursor));
    }

    /**
     * Rolls an open transaction back and gives the physical connection back to the engine; what is still being read ends.
     *
     * @throws UsageException if that is left to somebody else; code {@code DVT-CONN-END}
     */
    @Override
    public void close() {
        guard.run(() -> {
            requireOwnEnd("close");
            physical.close();
        });
    }
}
