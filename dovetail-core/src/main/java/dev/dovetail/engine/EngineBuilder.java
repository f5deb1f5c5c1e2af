package dev.dovetail.engine;

import dev.dovetail.UsageException;
import dev.dovetail.compile.ConnectionSetup;
import dev.dovetail.compile.Dialect;
import dev.dovetail.integrity.Redaction;
import dev.dovetail.schema.MetaData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Collects what an {@link Engine} is made from. Not thread-safe. */
public final class EngineBuilder {

    private @Nullable String url;
    private @Nullable DataSource dataSource;
    private @Nullable String user;
    private @Nullable String password;
    private PoolSettings pool = PoolSettings.usual();
    private final List<StatementListener> listeners = new ArrayList<>();
    private Redaction redaction = Redaction.SENSITIVE;
    private LookupSettings lookups = LookupSettings.USUAL;
    private int statementCacheSize = 500;
    private ExecutionOptions execution = ExecutionOptions.options();
    private TransactionOptions transactions = TransactionOptions.options();
    private @Nullable MetaData metaData;

    EngineBuilder() {}

    /**
     * Where the database is.
     *
     * @param jdbcUrl the URL as the driver takes it; it also decides which dialect is used
     * @return this builder
     */
    public EngineBuilder url(String jdbcUrl) {
        url = jdbcUrl;
        return this;
    }

    /**
     * Takes connections from the program's own data source, and leaves pooling to it. The engine sets each connection up
     * and verifies it when it takes it for the first time: who else uses the data source has to leave the settings of its
     * connections as they were found. The engine does not close the data source.
     *
     * @param source gives connections; those of a pool are known by {@link java.sql.Connection#unwrap}
     * @param jdbcUrl the URL that it leads to, which decides which dialect is used
     * @return this builder
     */
    public EngineBuilder dataSource(DataSource source, String jdbcUrl) {
        dataSource = source;
        url = jdbcUrl;
        return this;
    }

    /**
     * Who connects.
     *
     * @param name the name of the user
     * @return this builder
     */
    public EngineBuilder user(String name) {
        user = name;
        return this;
    }

    /**
     * The user's password.
     *
     * @param secret the password
     * @return this builder
     */
    public EngineBuilder password(String secret) {
        password = secret;
        return this;
    }

    /**
     * How many connections there can be at the same time; an in-memory database has one.
     *
     * @param connections the greatest number; 10 unless given
     * @return this builder
     * @throws UsageException if the number is not positive; code {@code DVT-ENGINE-SETTING}
     */
    public EngineBuilder poolSize(int connections) {
        pool = pool.size(connections);
        return this;
    }

    /**
     * How long to wait for a connection when all are in use.
     *
     * @param timeout the longest time; 30 seconds unless given, and not less than 250 milliseconds for a pool
     * @return this builder
     * @throws UsageException if the time is not positive; code {@code DVT-ENGINE-SETTING}
     */
    public EngineBuilder acquireTimeout(Duration timeout) {
        pool = pool.acquireTimeout(timeout);
        return this;
    }

    /**
     * What the pool of connections is like.
     *
     * @param settings in place of those given before
     * @return this builder
     */
    public EngineBuilder pool(PoolSettings settings) {
        pool = settings;
        return this;
    }

    PoolSettings pool() {
        return pool;
    }

    ExecutionOptions execution() {
        return execution;
    }

    TransactionOptions transactions() {
        return transactions;
    }

    /**
     * Takes settings that are given as text, as from a file: {@code url}, {@code user}, {@code password}, {@code pool-size},
     * {@code pool-minimum-idle}, {@code pool-acquire-timeout}, {@code pool-idle-timeout}, {@code pool-max-lifetime}, {@code
     * pool-pre-ping}, {@code statement-timeout}, {@code fetch-size}, {@code isolation}, {@code statement-cache-size}, {@code
     * explain-violations}, {@code explain-as-committed}, {@code explain-timeout}, {@code redaction}. How a name's words are put together is of no interest: {@code POOL_SIZE} and
     * {@code poolSize} are the same. Times are written {@code 500ms}, {@code 30s}, {@code 10m} or as in {@link
     * Duration#parse}.
     *
     * @param properties the settings; names without the prefix are somebody else's
     * @param prefix what the names begin with, such as {@code dovetail.}; may be empty
     * @return this builder
     * @throws UsageException if a name with the prefix is unknown or a value is not one; code {@code DVT-ENGINE-SETTING}
     */
    public EngineBuilder properties(Map<String, String> properties, String prefix) {
        EngineProperties.apply(this, properties, prefix);
        return this;
    }

    /**
     * Adds a listener for statements and transactions.
     *
     * @param listener called on the thread that uses the connection
     * @return this builder
     */
    public EngineBuilder listener(StatementListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Which values are left out of messages, events and the data on exceptions.
     *
     * @param policy those of sensitive columns unless given
     * @return this builder
     */
    public EngineBuilder redaction(Redaction policy) {
        redaction = policy;
        return this;
    }

    /**
     * Whether rows may be looked up to explain a broken constraint. Without, an error says what the database reports and
     * what the statement and the schema show.
     *
     * @param lookUp true unless given
     * @return this builder
     */
    public EngineBuilder explainViolations(boolean lookUp) {
        lookups = lookups.inTransaction(lookUp);
        return this;
    }

    /**
     * Whether rows may be looked up from another connection where the transaction has failed and cannot be asked, as on
     * PostgreSQL after every error. What is found then is marked as committed: it is without what the transaction itself
     * has done. The connection is opened beside the pool, which is never waited for, and closed at once; with a data
     * source of the program's own there is none, and nothing is looked up.
     *
     * @param lookUp false unless given
     * @return this builder
     */
    public EngineBuilder explainAsCommitted(boolean lookUp) {
        lookups = lookups.asCommitted(lookUp);
        return this;
    }

    /**
     * How long an error may wait for the rows that are looked up to explain it. What is not known by then is left out.
     *
     * @param longest the longest time for all look-ups of one error together; 1 second unless given
     * @return this builder
     * @throws UsageException if the time is not positive; code {@code DVT-ENGINE-SETTING}
     */
    public EngineBuilder explainTimeout(Duration longest) {
        require(!longest.isNegative() && !longest.isZero(), "explainTimeout is " + longest + ", and must be positive");
        lookups = lookups.timeout(longest);
        return this;
    }

    /**
     * The program's tables, by which errors are explained. Needed only for statements without an origin that knows them:
     * without, a delete that is refused is explained by the database's own catalogue, which may not know the names of
     * constraints.
     *
     * @param tables the tables
     * @return this builder
     */
    public EngineBuilder metaData(MetaData tables) {
        metaData = tables;
        return this;
    }

    /**
     * How many compiled statements are kept.
     *
     * @param statements the greatest number; 500 unless given
     * @return this builder
     */
    public EngineBuilder statementCacheSize(int statements) {
        statementCacheSize = statements;
        return this;
    }

    /**
     * How statements are run, where a connection or the statement itself does not say otherwise.
     *
     * @param options fetch size and time-out; neither unless given
     * @return this builder
     */
    public EngineBuilder execution(ExecutionOptions options) {
        execution = options;
        return this;
    }

    /**
     * What transactions are like, where a connection or the transaction itself does not say otherwise.
     *
     * @param options isolation, right to write, time-out; as the database does it unless given
     * @return this builder
     */
    public EngineBuilder transactions(TransactionOptions options) {
        transactions = options;
        return this;
    }

    /**
     * Makes the engine. Nothing is connected before the first statement.
     *
     * @return the engine; to be closed
     * @throws UsageException if there is no URL, or no dialect ({@code DVT-ENGINE-URL}) or driver ({@code
     *     DVT-ENGINE-DRIVER}) for it, or a setting is out of its range ({@code DVT-ENGINE-SETTING})
     */
    public Engine build() {
        if (url == null) {
            throw new UsageException("DVT-ENGINE-URL", "an engine needs a JDBC URL: call url(…) or dataSource(…)");
        }
        require(statementCacheSize >= 0, "statementCacheSize is " + statementCacheSize + ", and cannot be negative");
        Dialect dialect = Dialects.forUrl(url);
        return new Engine(
                Dialects.withoutSecrets(url),
                dialect,
                source(dialect, url),
                listeners,
                redaction,
                lookups,
                metaData,
                statementCacheSize,
                execution,
                transactions);
    }

    private static void require(boolean inRange, String otherwise) {
        if (!inRange) {
            throw new UsageException("DVT-ENGINE-SETTING", otherwise);
        }
    }

    private ConnectionSource source(Dialect dialect, String jdbcUrl) {
        ConnectionSetup setup = dialect.connectionSetup(jdbcUrl);
        Properties properties = new Properties();
        properties.putAll(setup.driverProperties());
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        if (dataSource != null) {
            return new GivenDataSource(dataSource, new ConnectionOpener(null, jdbcUrl, properties, setup));
        }
        ConnectionOpener opener = new ConnectionOpener(Dialects.driver(dialect, jdbcUrl), jdbcUrl, properties, setup);
        if (setup.lifetime() == ConnectionSetup.Lifetime.ONE_CONNECTION) {
            return new OneConnection(opener, pool.acquireTimeout());
        }
        require(
                pool.acquireTimeout().compareTo(Pool.SHORTEST_TIMEOUT) >= 0,
                "acquireTimeout is " + pool.acquireTimeout().toMillis() + " ms, and the pool takes no less than "
                        + Pool.SHORTEST_TIMEOUT.toMillis() + " ms");
        boolean keepsOneOpen = setup.lifetime() == ConnectionSetup.Lifetime.LAST_CONNECTION;
        boolean oneApart = pool.size() > 1 && pool.minimumIdle() > 0;
        Pool connections = new Pool(opener, pool, keepsOneOpen, oneApart ? 1 : 0);
        return oneApart ? new FirstConnection(opener, connections, pool) : connections;
    }
}
