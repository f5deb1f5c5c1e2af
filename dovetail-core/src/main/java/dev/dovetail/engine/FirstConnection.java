package dev.dovetail.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One connection in front of a pool: most programs need one at a time for most of their life, and a short one never needs
 * another. It is handed out as the driver made it. Whoever comes while it is in use is sent to the pool, which starts then and
 * has one connection less than was asked for. What HikariCP does for its connections is done for this one: it is asked
 * whether it is alive if it was not used for half a second, and replaced when its time is over.
 */
final class FirstConnection implements ConnectionSource {

    private static final long UNASKED = Duration.ofMillis(500).toNanos();

    private final ConnectionOpener opener;
    private final Pool pool;
    private final boolean prePing;
    private final long lifetime;
    private final AtomicBoolean inUse = new AtomicBoolean();
    /** Changed by whoever has it in use. */
    private volatile @Nullable Connection connection;

    private long opened;
    private long used;
    private volatile boolean invalid;
    private volatile boolean closed;

    FirstConnection(ConnectionOpener opener, Pool pool, PoolSettings settings) {
        this.opener = opener;
        this.pool = pool;
        this.prePing = settings.prePing();
        this.lifetime = settings.maxLifetime().toNanos();
    }

    @Override
    public Connection acquire() throws SQLException {
        if (!closed && inUse.compareAndSet(false, true)) {
            try {
                Connection fit = fit();
                if (fit != null) {
                    return fit;
                }
            } catch (SQLException | RuntimeException | Error e) {
                inUse.set(false);
                throw e;
            }
            inUse.set(false);
        }
        return pool.acquire();
    }

    /** The connection, or null if there is none to be had now: to wait for one is the pool's business. */
    private @Nullable Connection fit() throws SQLException {
        Connection known = connection;
        long now = System.nanoTime();
        if (known != null) {
            if (!invalid && now - opened < lifetime) {
                if (isAlive(known, now)) {
                    return known;
                }
                // What cut this one has most likely cut the others.
                pool.invalidate();
            }
            giveUp(known);
        } else if (opened == 0) {
            pool.keepDatabase();
            return answering(open(now));
        }
        try {
            return open(now);
        } catch (SQLException e) {
            return null;
        }
    }

    private Connection open(long now) throws SQLException {
        Connection made = opener.open();
        connection = made;
        invalid = false;
        opened = now;
        return made;
    }

    /** A file that is no database opens all the same; the pool, too, asks its first connection. */
    private Connection answering(Connection made) throws SQLException {
        try {
            if (made.isValid(Pool.PING_SECONDS)) {
                pool.answered();
                return made;
            }
            throw new SQLException("the database does not answer on a new connection", "08001");
        } catch (SQLException e) {
            opened = 0;
            giveUp(made);
            throw e;
        }
    }

    private boolean isAlive(Connection known, long now) {
        try {
            return !prePing && now - used < UNASKED || known.isValid(Pool.PING_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private void giveUp(Connection known) {
        connection = null;
        try {
            known.close();
        } catch (SQLException e) {
            // It is of no use any more, which is why it was to be closed.
            Discarding.close(known);
        }
    }

    @Override
    public void release(Connection returned) throws SQLException {
        if (returned != connection) {
            pool.release(returned);
            return;
        }
        try {
            returned.clearWarnings();
            used = System.nanoTime();
            if (invalid) {
                giveUp(returned);
            }
        } catch (SQLException e) {
            // Whoever gives it back is done with it; the next one gets another.
            giveUp(returned);
        } finally {
            leave();
        }
    }

    private void leave() {
        inUse.set(false);
        if (closed) {
            closeIdle();
        }
    }

    private void closeIdle() {
        if (inUse.compareAndSet(false, true)) {
            Connection idle = connection;
            if (idle != null) {
                giveUp(idle);
            }
        }
    }

    @Override
    public void discard(Connection lost) {
        if (lost != connection) {
            pool.discard(lost);
            return;
        }
        connection = null;
        try {
            Discarding.close(lost);
        } finally {
            leave();
        }
    }

    @Override
    public void verify(Connection checked) throws SQLException {
        opener.verify(checked);
    }

    @Override
    public Connection further() throws SQLException {
        return opener.open();
    }

    @Override
    public void invalidate() {
        invalid = true;
        pool.invalidate();
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        closeIdle();
        pool.close();
    }
}
