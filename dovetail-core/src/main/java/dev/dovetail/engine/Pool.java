package dev.dovetail.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.dovetail.ErrorFacts;
import dev.dovetail.ResourceExhaustedException;
import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Connections kept by HikariCP. The pool comes into being with the first connection, and opens that one by itself, so
 * that a database that cannot be reached is reported at once and with its own words.
 */
final class Pool implements ConnectionSource {

    /** HikariCP refuses to wait for less. */
    static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(250);

    static final int PING_SECONDS = 5;

    private final ConnectionOpener opener;
    private final PoolSettings settings;
    private final boolean keepsOneOpen;
    /** How many of the connections somebody else has. */
    private final int apart;

    private @Nullable Connection keptOpen;
    private @Nullable HikariDataSource pool;
    private boolean closed;
    /** Whether the database has answered before: the pool then waits for it to come back, as it does once it has started. */
    private volatile boolean answered;

    Pool(ConnectionOpener opener, PoolSettings settings, boolean keepsOneOpen, int apart) {
        this.opener = opener;
        this.settings = settings;
        this.keepsOneOpen = keepsOneOpen;
        this.apart = apart;
    }

    @Override
    public Connection acquire() throws SQLException {
        Connection connection = borrow();
        if (settings.prePing() && !connection.isValid(PING_SECONDS)) {
            // What cut one has most likely cut the others: all go, and the next one is new.
            discard(connection);
            invalidate();
            connection = borrow();
        }
        return connection;
    }

    private Connection borrow() throws SQLException {
        try {
            return pool().getConnection();
        } catch (SQLTransientConnectionException e) {
            // Its cause, if it has one, is why no further connection could be opened.
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw exhausted(e);
        }
    }

    private ResourceExhaustedException exhausted(SQLException error) {
        ErrorFacts facts = ErrorFacts.of(error, TransactionState.NONE)
                .withReport(
                        error.getErrorCode(),
                        "all " + settings.size() + " connections of the pool are in use, and none came back within "
                                + settings.acquireTimeout().toMillis() + " ms")
                .withHint("close connections and sessions that are done with, or give the engine a greater poolSize");
        return new ResourceExhaustedException(facts, error);
    }

    private synchronized HikariDataSource pool() throws SQLException {
        if (closed) {
            throw new UsageException("DVT-ENGINE-CLOSED", "the engine is closed, and opens no more connections");
        }
        if (pool == null) {
            pool = start();
        }
        return pool;
    }

    void answered() {
        answered = true;
    }

    /** The pool replaces its connections, and a database in memory would go with the last one. */
    synchronized void keepDatabase() throws SQLException {
        if (keepsOneOpen && keptOpen == null && !closed) {
            keptOpen = opener.open();
        }
    }

    private HikariDataSource start() throws SQLException {
        keepDatabase();
        HikariConfig config = new HikariConfig();
        config.setPoolName("dovetail");
        config.setDataSource(opener);
        config.setMaximumPoolSize(settings.size() - apart);
        int idle = settings.minimumIdle() - apart;
        config.setMinimumIdle(idle);
        config.setConnectionTimeout(settings.acquireTimeout().toMillis());
        config.setMaxLifetime(settings.maxLifetime().toMillis());
        // HikariCP complains of an idle time that has no effect.
        boolean shrinks =
                idle < settings.size() - apart && settings.idleTimeout().compareTo(settings.maxLifetime()) < 0;
        config.setIdleTimeout(shrinks ? settings.idleTimeout().toMillis() : 0);
        if (answered) {
            config.setInitializationFailTimeout(-1);
        }
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void release(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public void discard(Connection connection) {
        Discarding.close(connection);
        HikariDataSource from = started();
        if (from != null) {
            from.evictConnection(connection);
        }
    }

    @Override
    public Connection further() throws SQLException {
        return opener.open();
    }

    @Override
    public void invalidate() {
        HikariDataSource from = started();
        if (from != null && from.getHikariPoolMXBean() != null) {
            from.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private synchronized @Nullable HikariDataSource started() {
        return pool;
    }

    @Override
    public void verify(Connection connection) throws SQLException {
        opener.verify(connection);
    }

    @Override
    public synchronized void close() throws SQLException {
        closed = true;
        if (pool != null) {
            pool.close();
        }
        if (keptOpen != null) {
            keptOpen.close();
        }
    }
}
