package dev.dovetail.engine;

import dev.dovetail.UsageException;
import dev.dovetail.compile.ConnectionSetup;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens physical connections, makes them fit for use and verifies that they are. A DataSource only for the pool's sake. */
final class ConnectionOpener implements DataSource {

    private final @Nullable Driver driver;
    private final String url;
    private final Properties properties;
    private final ConnectionSetup setup;

    ConnectionOpener(@Nullable Driver driver, String url, Properties properties, ConnectionSetup setup) {
        this.driver = driver;
        this.url = url;
        this.properties = properties;
        this.setup = setup;
    }

    Connection open() throws SQLException {
        if (driver == null) {
            throw new IllegalStateException("connections come from the program's own data source");
        }
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("the driver does not take the URL " + url, "08001");
        }
        return prepare(connection);
    }

    /** Sends the setup, outside of a transaction, and verifies it; closes the connection if that fails. */
    Connection prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!connection.getAutoCommit()) {
                // As a program's own data source may give it: a rollback would take the setup back.
                connection.setAutoCommit(true);
            }
            for (String sql : setup.statements()) {
                statement.execute(sql);
            }
            verify(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.close();
            } catch (SQLException secondary) {
                e.addSuppressed(secondary);
            }
            throw e;
        }
    }

    /** Verifies that a connection is set up. */
    void verify(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (ConnectionSetup.Check check : setup.checks()) {
                verify(statement, check);
            }
        }
    }

    private static void verify(Statement statement, ConnectionSetup.Check check) throws SQLException {
        try (ResultSet answer = statement.executeQuery(check.query())) {
            String found = answer.next() ? answer.getString(1) : null;
            if (!check.expected().equals(found)) {
                throw new UsageException(
                        "DVT-ENGINE-SETUP",
                        check.otherwise() + " (" + check.query() + " answers " + found + ", not " + check.expected()
                                + ").");
            }
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return open();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("user and password are given with the engine");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {
        // There is nothing to log.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The pool sets it; the driver's own properties decide.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("there is no logger");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
