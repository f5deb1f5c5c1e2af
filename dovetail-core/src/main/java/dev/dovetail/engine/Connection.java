package dev.dovetail.engine;

import dev.dovetail.DatabaseException;
import dev.dovetail.TransactionState;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.DdlTarget;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.RowMapper;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.Upsert;
import dev.dovetail.sql.Write;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
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
public final class Connection extends MappedReads implements AutoCloseable, DdlTarget {

    static final @Nullable Object[] NO_ARGUMENTS = {};

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
     * Leaves commit, rollback and close to somebody else, who hands this connection on for statements only. In a bulk load
     * nothing changes: they are the load's.
     *
     * @param somebody named to those that call them all the same; null to take them as usual, before closing at the latest
     */
    public void leaveEndTo(@Nullable String somebody) {
        if (!loading) {
            endedBy = somebody;
        }
    }

    /**
     * Says by what the errors of statements are explained that come without an origin of their own.
     *
     * @param origin knows the program's tables, and which columns are sensitive
     */
    public void explainBy(StatementOrigin origin) {
        executor.explainBy(origin);
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
     * Says how statements are run on this connection from now on.
     *
     * @param newOptions what they do not say is taken from the engine's
     */
    public void options(ExecutionOptions newOptions) {
        guard.run(() -> executor.options(newOptions.over(engine.execution())));
    }

    /**
     * How statements are run on this connection.
     *
     * @return the options, the engine's included
     */
    public ExecutionOptions options() {
        return guard.call(executor::options);
    }

    /**
     * Decides what the next transaction is like, which still begins with its first statement. Those after it are as the
     * connection's usually are.
     *
     * @param transaction its isolation, whether it only reads, how long it may take
     * @throws UsageException if a transaction is under way ({@code DVT-CONN-BEGUN}), if the connection has none ({@code
     *     DVT-CONN-AUTOCOMMIT}), or if the database has no such isolation level ({@code DVT-ENGINE-ISOLATION})
     */
    public void begin(TransactionOptions transaction) {
        guard.run(() -> physical.begin(engine.possible(transaction)));
    }

    /**
     * Decides that the next transaction can be committed in two phases, so that several databases commit all or none. It
     * still begins with its first statement. {@link #prepare()} is the first phase; the second is {@link #commit()} or
     * {@link #rollback()}, or those of {@link Engine} by the name, should this connection be lost in between. After
     * SQLAlchemy's {@code begin_twophase}.
     *
     * @param name the transaction's name, unique within the server: 1 to 64 letters, digits and {@code _ . : -}
     * @throws UsageException if the database has no two-phase commit, or the name is none ({@code DVT-CONN-TWO-PHASE}), if a
     *     transaction is under way ({@code DVT-CONN-BEGUN}), or if the connection has none ({@code DVT-CONN-AUTOCOMMIT})
     */
    public void beginTwoPhase(String name) {
        guard.run(() -> physical.begin(TwoPhaseTransaction.of(engine.dialect(), name)));
    }

    /**
     * Prepares a transaction that was begun by {@link #beginTwoPhase}: deferred constraints are checked, its work is made
     * lasting, and it takes no further statement. Does nothing if no statement has been sent.
     *
     * @throws DatabaseException if the database refuses, for instance because of a deferred foreign key
     * @throws UsageException if the transaction has no name, or the server is set up for no prepared transactions; code {@code
     *     DVT-CONN-TWO-PHASE}
     */
    public void prepare() {
        prepare(StatementOrigin.none());
    }

    /**
     * Prepares a transaction that was begun by {@link #beginTwoPhase}; see {@link #prepare()}.
     *
     * @param origin what the transaction is for, should it be refused
     * @throws DatabaseException if the database refuses
     * @throws UsageException as {@link #prepare()}
     */
    public void prepare(StatementOrigin origin) {
        guard.run(() -> {
            requireOwnEnd("prepare");
            physical.prepare(origin);
        });
    }

    /**
     * Cancels the statement that is running, if one is; it fails with a {@link dev.dovetail.QueryCancelledException}. Meant
     * for other threads: the one that runs the statement waits for it.
     */
    public void cancel() {
        physical.cancel();
    }

    /**
     * Creates what does not exist yet, in this transaction: the way to make temporary tables.
     *
     * @param metaData the objects
     * @throws UsageException if the database would commit the open transaction ({@code DVT-DDL-COMMITS})
     */
    @Override
    public void createAll(MetaData metaData) {
        new SchemaCreator(engine).createAll(this, metaData, null);
    }

    /**
     * Drops what exists, in this transaction.
     *
     * @param metaData the objects
     * @throws UsageException if the database would commit the open transaction ({@code DVT-DDL-COMMITS})
     */
    @Override
    public void dropAll(MetaData metaData) {
        new SchemaCreator(engine).dropAll(this, metaData, null);
    }

    @Override
    public void createAll(MetaData metaData, Collection<Table> chosen) {
        new SchemaCreator(engine).createAll(this, metaData, chosen);
    }

    @Override
    public void dropAll(MetaData metaData, Collection<Table> chosen) {
        new SchemaCreator(engine).dropAll(this, metaData, chosen);
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
     * Runs a statement.
     *
     * @param statement one without parameters
     * @param how its time-out; what is not said is taken from the connection's options
     * @return how many rows it wrote
     */
    public int execute(Statement statement, ExecutionOptions how) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(NO_ARGUMENTS);
        return guard.call(() -> executor.execute(statement, rows, StatementOrigin.none(), how.over(executor.options())))
                .counts()[0];
    }

    /**
     * Runs a statement once for each row of arguments, as {@link #executeBatch(Statement, List, StatementOrigin)}.
     *
     * @param statement the statement
     * @param rows the values of its parameters
     * @return how many rows each wrote
     */
    public BatchResult executeBatch(Statement statement, List<@Nullable Object[]> rows) {
        return executeBatch(statement, rows, StatementOrigin.none());
    }

    /**
     * Runs a statement once for each row of arguments, in their order; many rows go to the database together where that is
     * quicker. If one fails, those before it may stay done until the transaction or a savepoint is rolled back; those
     * behind it do not.
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
     * Runs an upsert row by row, and tells what became of each row. On databases whose RETURNING does not tell, each row is
     * looked for and locked first: two statements for a row, exact within a transaction.
     *
     * @param statement an upsert of rows of values
     * @return one outcome for each row, in their order
     * @throws UsageException if the rows come from a query; code {@code DVT-SQL-CONFLICT}
     */
    public List<UpsertOutcome> upsert(Upsert statement) {
        return upsert(statement, NO_ARGUMENTS, StatementOrigin.none());
    }

    /**
     * Runs an upsert row by row, and tells what became of each row; see {@link #upsert(Upsert)}.
     *
     * @param statement an upsert of rows of values
     * @param arguments the values of its parameters
     * @param origin on whose behalf it runs
     * @return one outcome for each row, in their order
     * @throws UsageException if the rows come from a query; code {@code DVT-SQL-CONFLICT}
     */
    public List<UpsertOutcome> upsert(Upsert statement, @Nullable Object[] arguments, StatementOrigin origin) {
        return guard.call(() -> executor.upsert(statement, arguments, origin));
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
     * Whether {@link #executeReturning} does not take longer than the statement alone: the database gives back what such a
     * statement writes, and does not have to be asked for each row by itself.
     *
     * @param statement an INSERT of one row or an UPDATE
     * @param returned the columns
     * @param rows how many rows of arguments there are
     * @return true if so
     */
    public boolean returns(Write statement, List<Column<?>> returned, int rows) {
        return engine.dialect().has(Capability.returning(statement))
                && (rows == 1 || engine.dialect().returnsFromBatch(returned));
    }

    /**
     * Runs a statement once for each row of arguments, as {@link #executeBatch}, and gives back what some columns have
     * afterwards, by the database's defaults for instance.
     *
     * @param statement an INSERT of one row, or an UPDATE that meets one row for each row of arguments; from the first that
     *     meets none, which its count tells, what is given back is not to be relied on
     * @param rows the values of its parameters
     * @param returned columns of the table, at least one
     * @param origin on whose behalf it runs
     * @return the columns' values, in the order of the rows
     * @throws UsageException if the database cannot give them back; code {@code DVT-SQL-UNSUPPORTED}
     */
    public BatchResult executeReturning(
            Write statement, List<@Nullable Object[]> rows, List<Column<?>> returned, StatementOrigin origin) {
        return guard.call(() -> executor.executeReturning(statement, rows, returned, origin));
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
        return query(query, arguments, origin, ExecutionOptions.options());
    }

    /**
     * Runs a query.
     *
     * @param query the query
     * @param arguments the values of its parameters
     * @param origin on whose behalf it runs
     * @param how its fetch size and time-out; what is not said is taken from the connection's options
     * @return its rows; to be closed
     * @throws UsageException if there is a fetch size, and the database needs a transaction for that ({@code
     *     DVT-CONN-STREAM})
     */
    public Cursor query(
            ResultStatement<?> query, @Nullable Object[] arguments, StatementOrigin origin, ExecutionOptions how) {
        boolean entered = guard.enter();
        try {
            return executor.query(query, arguments, origin, how.over(executor.options()));
        } finally {
            guard.leave(entered);
        }
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
     * Begins to read a query.
     *
     * @param <R> what a row becomes
     * @param query the query, or a statement that gives rows
     * @return what reads it, once it is told how
     */
    public <R extends @Nullable Object> ResultReader<R> read(ResultStatement<R> query) {
        return new ResultReader<>(this, query, query.shape());
    }

    /**
     * Begins to read a query into objects.
     *
     * @param <T> what the query gives
     * @param <R> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     */
    public <T extends @Nullable Object, R extends @Nullable Object> ResultReader<R> read(
            ResultStatement<T> query, RowMapper<T, R> mapper) {
        return new ResultReader<>(this, query, new MappedShape<>(query, mapper));
    }

    @Override
    <T extends @Nullable Object, R extends @Nullable Object> ResultReader<R> mapped(
            ResultStatement<T> query, RowMapper<T, R> mapper) {
        return read(query, mapper);
    }

    /**
     * All rows of a query.
     *
     * @param <R> what a row becomes
     * @param query the query
     * @return the rows
     */
    public <R extends @Nullable Object> List<R> list(ResultStatement<R> query) {
        return read(query).list();
    }

    /**
     * All rows of a query, made into objects.
     *
     * @param <T> what the query gives
     * @param <R> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <T extends @Nullable Object, R extends @Nullable Object> List<R> list(
            ResultStatement<T> query, RowMapper<T, R> mapper) {
        return read(query, mapper).list();
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
                List<List<@Nullable Object>> rows = new ArrayList<>();
                for (@Nullable Object[] row = cursor.row(); row != null; row = cursor.row()) {
                    rows.add(Collections.unmodifiableList(Arrays.asList(row)));
                }
                return rows;
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
        return read(query).one();
    }

    /**
     * The only row of a query, if it has one.
     *
     * @param <R> what a row becomes
     * @param query the query
     * @return the row, or null if there is none
     * @throws UsageException if there is more than one; code {@code DVT-RESULT-MANY}
     */
    public <R> @Nullable R oneOrNone(ResultStatement<R> query) {
        return read(query).oneOrNone();
    }

    /**
     * The first row of a query.
     *
     * @param <R> what a row becomes
     * @param query the query
     * @return the row, or null if there is none
     */
    public <R> @Nullable R first(ResultStatement<R> query) {
        return read(query).first();
    }

    /**
     * Whether a query has a row.
     *
     * @param query the query
     * @return true if it has
     */
    public boolean exists(ResultStatement<?> query) {
        return read(query).exists();
    }

    /**
     * How many rows a query has; they are counted by the database.
     *
     * @param query a query whose columns have different names
     * @return the number
     */
    public long count(Query<?> query) {
        return one(Sql.select(Sql.countAll()).from(query.as("counted")));
    }

    /**
     * The rows of a query, read as they are asked for.
     *
     * @param <R> what a row becomes
     * @param query the query
     * @return the rows; to be closed, and before the connection is
     */
    public <R extends @Nullable Object> Stream<R> stream(ResultStatement<R> query) {
        return read(query).stream();
    }

    <R extends @Nullable Object> R inside(ThreadGuard.Action<R> action) {
        return guard.call(action);
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
