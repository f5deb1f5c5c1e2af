package dev.dovetail.engine;

import dev.dovetail.DatabaseException;
import dev.dovetail.IsolationLevel;
import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.compile.Renderer;
import dev.dovetail.integrity.FailedStatement;
import dev.dovetail.integrity.IntegrityProbe;
import dev.dovetail.integrity.Redaction;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.integrity.ViolationExplainer;
import dev.dovetail.schema.DdlTarget;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A database to work with: its dialect, its connections, its compiled statements. Made once and shared; thread-safe. It
 * connects with the first statement, not before. Whoever makes an engine closes it.
 *
 * <p>How a statement goes: {@link Connection} sees to it that one thread uses it at a time; {@code StatementExecutor} has
 * the statement compiled ({@code StatementCache}), begins a transaction where there is none ({@code PhysicalConnection}),
 * prepares, binds, runs, and tells the listeners; an error goes by way of the dialect's report to {@link
 * ViolationExplainer}, which may look rows up through {@code EngineProbe}.
 */
public final class Engine implements AutoCloseable, DdlTarget {

    private final String place;
    private final Dialect dialect;
    private final CountedSource source;
    private final List<StatementListener> listeners;
    private final Redaction redaction;
    private final AtomicLong texts = new AtomicLong();
    private final LookupSettings lookups;
    private final ExecutionOptions execution;
    private final TransactionOptions transactions;
    private final Watchdog watchdog = new Watchdog();
    private final StatementCache cache;
    private final ViolationExplainer explainer;
    private final ForeignKeyChecks foreignKeyChecks = new ForeignKeyChecks(this);
    private volatile boolean closed;

    Engine(
            String place,
            Dialect dialect,
            ConnectionSource source,
            List<StatementListener> listeners,
            Redaction redaction,
            LookupSettings lookups,
            @Nullable MetaData metaData,
            int statementCacheSize,
            ExecutionOptions execution,
            TransactionOptions transactions) {
        this.place = place;
        this.dialect = dialect;
        this.source = new CountedSource(source);
        this.listeners = new CopyOnWriteArrayList<>(listeners);
        this.redaction = redaction;
        this.lookups = lookups;
        this.cache = new StatementCache(new Renderer(dialect), statementCacheSize);
        this.execution = execution;
        this.transactions = possible(transactions);
        this.explainer = new ViolationExplainer(redaction, metaData, dialect);
    }

    /**
     * Makes an engine with all settings as they are by default.
     *
     * @param jdbcUrl where the database is, as the driver takes it
     * @return the engine
     * @throws UsageException as {@link EngineBuilder#build()}
     */
    public static Engine create(String jdbcUrl) {
        return builder().url(jdbcUrl).build();
    }

    /**
     * Begins an engine.
     *
     * @return a new builder
     */
    public static EngineBuilder builder() {
        return new EngineBuilder();
    }

    /**
     * Makes an engine of what the environment says: {@code DOVETAIL_URL}, {@code DOVETAIL_USER}, {@code DOVETAIL_PASSWORD},
     * {@code DOVETAIL_POOL_SIZE} and so on.
     *
     * @return the engine
     * @throws UsageException as {@link EngineBuilder#properties} and {@link EngineBuilder#build()}
     */
    public static Engine fromEnvironment() {
        return builder().properties(System.getenv(), "DOVETAIL_").build();
    }

    /**
     * What is known of the database.
     *
     * @return the dialect
     */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * What has been counted so far.
     *
     * @return the figures at this moment
     */
    public EngineStatistics statistics() {
        return cache.statistics(source.inUse());
    }

    /**
     * Adds a listener.
     *
     * @param listener called from now on, on the threads that use connections
     */
    public void addListener(StatementListener listener) {
        listeners.add(listener);
    }

    /**
     * Opens a connection with transactions.
     *
     * @return the connection; to be closed
     */
    public Connection connect() {
        return open(false, transactions);
    }

    /**
     * Opens a connection with transactions of some kind.
     *
     * @param options what all its transactions are like, but those that are begun with options of their own
     * @return the connection; to be closed
     * @throws UsageException if the database has no such isolation level; code {@code DVT-ENGINE-ISOLATION}
     */
    public Connection connect(TransactionOptions options) {
        return open(false, possible(options));
    }

    /**
     * Opens a connection without transactions: each statement stands alone.
     *
     * @return the connection; to be closed
     */
    public Connection reading() {
        return open(true, TransactionOptions.options());
    }

    private Connection open(boolean autoCommit, TransactionOptions options) {
        if (closed) {
            throw new UsageException("DVT-ENGINE-CLOSED", "the engine is closed, and opens no more connections");
        }
        return new Connection(this, new PhysicalConnection(this, autoCommit, options));
    }

    /**
     * Does something in a transaction: commits at its end, rolls back if it throws.
     *
     * @param <X> what the work may throw
     * @param work what to do
     * @throws X what the work throws
     */
    public <X extends Exception> void transaction(ConnectionWork<X> work) throws X {
        transaction(transactions, work);
    }

    /**
     * Does something in a transaction: commits at its end, rolls back if it throws.
     *
     * @param <X> what the work may throw
     * @param options what the transaction is like
     * @param work what to do
     * @throws X what the work throws
     * @throws UsageException if the database has no such isolation level; code {@code DVT-ENGINE-ISOLATION}
     */
    public <X extends Exception> void transaction(TransactionOptions options, ConnectionWork<X> work) throws X {
        this.<@Nullable Void, X>transactionResult(options, connection -> {
            work.run(connection);
            return null;
        });
    }

    /**
     * Finds something out in a transaction: commits at its end, rolls back if it throws.
     *
     * @param <R> the answer
     * @param <X> what the work may throw
     * @param work what to find out
     * @return the answer
     * @throws X what the work throws
     */
    public <R extends @Nullable Object, X extends Exception> R transactionResult(ConnectionQuery<R, X> work) throws X {
        return transactionResult(transactions, work);
    }

    /**
     * Finds something out in a transaction: commits at its end, rolls back if it throws.
     *
     * @param <R> the answer
     * @param <X> what the work may throw
     * @param options what the transaction is like
     * @param work what to find out
     * @return the answer
     * @throws X what the work throws
     * @throws UsageException if the database has no such isolation level; code {@code DVT-ENGINE-ISOLATION}
     */
    public <R extends @Nullable Object, X extends Exception> R transactionResult(
            TransactionOptions options, ConnectionQuery<R, X> work) throws X {
        try (Connection connection = connect(options)) {
            R answer = work.run(connection);
            connection.commit();
            return answer;
        }
    }

    /**
     * The transactions that were prepared, the first phase of a commit, and are neither committed nor rolled back yet:
     * those of this database on PostgreSQL, those of the server on MariaDB and MySQL. After SQLAlchemy's {@code
     * recover_twophase}.
     *
     * @return their names; none where the database has no two-phase commit
     */
    public List<String> preparedTransactions() {
        return new PreparedTransactions(this).names();
    }

    /**
     * Commits a prepared transaction. On MariaDB and MySQL the connection that prepared it has to be closed first.
     *
     * @param name its name
     * @throws UsageException if there is none of that name; code {@code DVT-CONN-TWO-PHASE}
     */
    public void commitPrepared(String name) {
        new PreparedTransactions(this).commit(name);
    }

    /**
     * Rolls a prepared transaction back. On MariaDB and MySQL the connection that prepared it has to be closed first.
     *
     * @param name its name
     * @throws UsageException if there is none of that name; code {@code DVT-CONN-TWO-PHASE}
     */
    public void rollbackPrepared(String name) {
        new PreparedTransactions(this).rollback(name);
    }

    /**
     * Runs transactions again when they fail for what others did at the same time: serialization failures, deadlocks and
     * locks that did not come.
     *
     * @param policy how often, and after which delays
     * @return what runs them
     */
    public Retrying retrying(RetryPolicy policy) {
        return new Retrying(this, policy, transactions);
    }

    /**
     * Does something in a transaction in which foreign keys are not checked, so that rows can go in in any order. All
     * foreign keys, the program's and the database's, are verified at its end: if a row refers to one that does not exist,
     * everything is rolled back. The checks are on again afterwards in any case. Meanwhile PostgreSQL fires no triggers of
     * the tables on this connection, and H2 checks no foreign key on any connection. Where PostgreSQL does not let the user
     * switch its checks off, the foreign keys of the tables are put off to the end, which takes their owner or that they are
     * deferrable.
     *
     * @param <X> what the work may throw
     * @param metaData the tables whose foreign keys have to hold
     * @param work what to do; committing is not its business
     * @throws X what the work throws
     * @throws dev.dovetail.integrity.DanglingReferencesException if rows refer to rows that do not exist
     * @throws UsageException if this thread is in such a scope already ({@code DVT-ENGINE-NESTED-LOAD}), or if the checks
     *     cannot be switched by this user ({@code DVT-ENGINE-CHECKS})
     */
    public <X extends Exception> void withoutForeignKeyChecks(MetaData metaData, ConnectionWork<X> work) throws X {
        foreignKeyChecks.without(metaData, work);
    }

    @Override
    public void createAll(MetaData metaData) {
        new SchemaCreator(this).createAll(metaData, null);
    }

    @Override
    public void dropAll(MetaData metaData) {
        new SchemaCreator(this).dropAll(metaData, null);
    }

    @Override
    public void createAll(MetaData metaData, Collection<Table> chosen) {
        new SchemaCreator(this).createAll(metaData, chosen);
    }

    @Override
    public void dropAll(MetaData metaData, Collection<Table> chosen) {
        new SchemaCreator(this).dropAll(metaData, chosen);
    }

    /** Closes all connections. Connections in use are closed when they are given back. */
    @Override
    public void close() {
        closed = true;
        watchdog.close();
        try {
            source.close();
        } catch (SQLException e) {
            throw explain(e, TransactionState.CLOSED);
        }
    }

    ExecutionOptions execution() {
        return execution;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    /** The options, if the database can do what they say. */
    TransactionOptions possible(TransactionOptions options) {
        IsolationLevel level = options.isolation();
        if (level != null && !dialect.isolationLevels().contains(level)) {
            throw new UsageException(
                    "DVT-ENGINE-ISOLATION",
                    dialect.name() + " has no " + level + "; it has " + dialect.isolationLevels()
                            + ": take one of these, or leave it to the database");
        }
        return options;
    }

    ConnectionSource source() {
        return source;
    }

    /**
     * Which values are left out of messages, logs and what is shown of rows.
     *
     * @return the policy that the engine was given
     */
    public Redaction redaction() {
        return redaction;
    }

    ReadyStatement ready(Statement statement) {
        return cache.ready(statement);
    }

    StatementCache statements() {
        return cache;
    }

    /** A statement's text for the driver: its own each time, where the database would take it for one that it has seen. */
    String toPrepare(ReadyStatement ready) {
        return ready.compiled().ownText() ? ready.sql() + " -- " + texts.incrementAndGet() : ready.sql();
    }

    boolean hasListeners() {
        return !listeners.isEmpty();
    }

    /** Nanoseconds by some clock, for what listeners are told; not looked at where nobody listens. */
    long time() {
        return listeners.isEmpty() ? 0 : System.nanoTime();
    }

    /** How long ago that was; nothing if nobody listened then. */
    static Duration since(long time) {
        return time == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - time);
    }

    void tell(Consumer<StatementListener> event) {
        if (listeners.isEmpty()) {
            return;
        }
        RuntimeException failure = null;
        for (StatementListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Tells of what failed: what listeners throw is kept beside the error, and does not take its place. */
    void tell(Throwable error, Consumer<StatementListener> event) {
        try {
            tell(event);
        } catch (RuntimeException e) {
            error.addSuppressed(e);
        }
    }

    /** Looks rows up, for as long as it takes. */
    IntegrityProbe probe(PhysicalConnection physical) {
        return probe(physical, null);
    }

    private EngineProbe probe(PhysicalConnection physical, @Nullable Duration timeout) {
        try {
            return EngineProbe.on(this, physical.connected(), !physical.isAutoCommit(), timeout);
        } catch (SQLException e) {
            throw explain(e, physical.state());
        }
    }

    DatabaseException explainConnect(SQLException error) {
        return explainer.explainConnect(error, dialect.readConnectError(error), place);
    }

    /** Explains an error that came from no statement. */
    DatabaseException explain(SQLException error, TransactionState state) {
        return explainer.explain(error, dialect.readError(error), state);
    }

    DatabaseException explainCommit(SQLException error, PhysicalConnection physical, StatementOrigin origin) {
        ErrorReport report = dialect.readError(error);
        TransactionState state = physical.afterCommit(report);
        try (EngineProbe probe = probeAfter(state, physical)) {
            DatabaseException explained = explainer.explainCommit(error, report, state, origin, probe);
            physical.blame(explained);
            return explained;
        }
    }

    /** Explains the error of a text that has no values: DDL, or a command of the database. */
    DatabaseException explainText(SQLException error, ErrorReport report, String sql, PhysicalConnection physical) {
        List<@Nullable Object[]> once = new ArrayList<>();
        once.add(new Object[0]);
        FailedStatement failed = new FailedStatement(Sql.sql(sql), once, 0, sql, List.of(), StatementOrigin.none());
        return explain(error, report, physical.after(report), failed, physical);
    }

    DatabaseException explain(
            SQLException error,
            ErrorReport report,
            TransactionState state,
            FailedStatement failed,
            PhysicalConnection physical) {
        try (EngineProbe probe = probeAfter(state, physical)) {
            DatabaseException explained = explainer.explain(error, report, state, failed, probe);
            physical.lookedUp();
            return explained;
        }
    }

    // In a transaction that is spoilt there is nothing to be looked up; what is committed can be seen from elsewhere.
    private @Nullable EngineProbe probeAfter(TransactionState state, PhysicalConnection physical) {
        if (state == TransactionState.ACTIVE || state == TransactionState.NONE) {
            return lookups.inTransaction() ? probe(physical, lookups.timeout()) : null;
        }
        boolean apart = lookups.asCommitted() && source.furtherIsApart() && state != TransactionState.CLOSED;
        return apart ? EngineProbe.committed(this, lookups.timeout()) : null;
    }
}
