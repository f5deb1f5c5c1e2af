package dev.dovetail.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source that the program brought with it, and that it closes itself. */
final class GivenDataSource implements ConnectionSource {

    private final DataSource dataSource;
    private final ConnectionOpener opener;

    GivenDataSource(DataSource dataSource, ConnectionOpener opener) {
        this.dataSource = dataSource;
        this.opener = opener;
    }

    // Whether this is a new connection or one from a pool cannot be seen, so each is set up and verified.
    @Override
    public Connection acquire() throws SQLException {
        Connection connection = dataSource.getConnection();
        return opener.prepare(connection);
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
