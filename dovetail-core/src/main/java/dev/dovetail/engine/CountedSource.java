package dev.dovetail.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections that are out. */
final class CountedSource implements ConnectionSource {

    private final ConnectionSource source;
    private final AtomicInteger inUse = new AtomicInteger();

    CountedSource(ConnectionSource source) {
        this.source = source;
    }

    int inUse() {
        return inUse.get();
    }

    @Override
    public Connection acquire() throws SQLException {
        Connection connection = source.acquire();
        inUse.incrementAndGet();
        return connection;
    }

    @Override
    public void release(Connection connection) throws SQLException {
        inUse.decrementAndGet();
        source.release(connection);
    }

    @Override
    public void discard(Connection connection) {
        inUse.decrementAndGet();
        source.discard(connection);
    }

    @Override
    public void verify(Connection connection) throws SQLException {
        source.verify(connection);
    }

    @Override
    public Connection further() throws SQLException {
        return source.further();
    }

    @Override
    public boolean furtherIsApart() {
        return source.furtherIsApart();
    }

    @Override
    public void invalidate() {
        source.invalidate();
    }

    @Override
    public void close() throws SQLException {
        source.close();
    }
}
