package dev.dovetail.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;

/** A data source that the program brought with it, and that it closes itself. */
final class GivenDataSource implements ConnectionSource {

    private final DataSource dataSource;
    private final ConnectionOpener opener;
    /** Connections to the database, as the driver has them, that are set up. */
    private final Set<Connection> prepared =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    GivenDataSource(DataSource dataSource, ConnectionOpener opener) {
        this.dataSource = dataSource;
        this.opener = opener;
    }

    // To set up and verify takes as long as a few queries: once for what a pool gives again and again.
    @Override
    public Connection acquire() throws SQLException {
        Connection connection = dataSource.getConnection();
        Connection physical = physical(connection);
        if (!prepared.contains(physical)) {
            opener.prepare(connection);
            prepared.add(physical);
        } else if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        return connection;
    }

    /** What a pool has wrapped; of a connection that is not wrapped, or whose pool does not say, itself. */
    private static Connection physical(Connection connection) {
        try {
            Connection inner = connection.unwrap(Connection.class);
            return inner == connection ? connection : physical(inner);
        } catch (SQLException e) {
            return connection;
        }
    }

    @Override
    public void release(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public void discard(Connection connection) {
        Discarding.close(connection);
    }

    @Override
    public void verify(Connection connection) throws SQLException {
        opener.verify(connection);
    }

    @Override
    public Connection further() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public boolean furtherIsApart() {
        return false;
    }

    @Override
    public void invalidate() {
        // The program's own pool looks after its connections.
    }

    @Override
    public void close() {
        // It is not the engine's to close.
    }
}
