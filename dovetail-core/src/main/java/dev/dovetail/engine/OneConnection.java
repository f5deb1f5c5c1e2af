package dev.dovetail.engine;

import dev.dovetail.UsageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Exactly one connection, opened when it is first asked for and kept until the end: an in-memory database is its
 * connection, a second one would see another database. Whoever asks while it is in use waits.
 */
final class OneConnection implements ConnectionSource {

    private final ConnectionOpener opener;
    private final Duration timeout;
    private final Semaphore free = new Semaphore(1, true);
    private volatile @Nullable Thread user;
    private @Nullable Connection connection;
    private boolean closed;

    OneConnection(ConnectionOpener opener, Duration timeout) {
        this.opener = opener;
        this.timeout = timeout;
    }

    @Override
    public Connection acquire() throws SQLException {
        Thread current = Thread.currentThread();
        if (!free.tryAcquire() && (user == current || !await())) {
            throw inUse(current);
        }
        user = current;
        try {
            return open();
        } catch (SQLException | RuntimeException e) {
            leave();
            throw e;
        }
    }

    private synchronized Connection open() throws SQLException {
        if (closed) {
            throw new UsageException("DVT-ENGINE-CLOSED", "the engine is closed, and opens no more connections");
        }
        // A connection that had to be given up is closed, and its database is gone with it.
        if (connection == null || connection.isClosed()) {
            connection = opener.open();
        }
        return connection;
    }

    private boolean await() {
        try {
            return free.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // A thread that waited for itself would wait for the whole time, and for nothing.
    private UsageException inUse(Thread current) {
        Thread holder = user;
        String by = holder == current ? "this thread" : "thread " + (holder == null ? "?" : holder.getName());
        return new UsageException(
                "DVT-ENGINE-ONE-CONNECTION",
                "the in-memory database has one connection, and " + by + " is using it: close the other connection or"
                        + " session first, or use a database in a file");
    }

    @Override
    public void release(Connection returned) throws SQLException {
        try {
            closeIfOver();
        } finally {
            leave();
        }
    }

    @Override
    public void discard(Connection returned) {
        Discarding.close(returned);
        leave();
    }

    @Override
    public void verify(Connection inUse) throws SQLException {
        opener.verify(inUse);
    }

    @Override
    public Connection further() throws SQLException {
        throw new SQLException("there is one connection");
    }

    @Override
    public void invalidate() {
        // The one that was lost is closed, and there is no other.
    }

    private void leave() {
        user = null;
        free.release();
    }

    private synchronized void closeIfOver() throws SQLException {
        if (closed && connection != null) {
            connection.close();
        }
    }

    @Override
    public void close() throws SQLException {
        synchronized (this) {
            closed = true;
        }
        // Whoever uses it closes it in the end.
        if (free.tryAcquire()) {
            try {
                closeIfOver();
            } finally {
                free.release();
            }
        }
    }
}
