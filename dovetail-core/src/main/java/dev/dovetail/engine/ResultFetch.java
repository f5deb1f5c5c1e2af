package dev.dovetail.engine;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Streaming;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one query come: as the driver likes, or a stated number at a time.
 *
 * @param form what that takes
 * @param size how many rows at a time, null to leave it to the driver
 */
record ResultFetch(Streaming form, @Nullable Integer size) {

    void refuseOutsideTransaction(boolean autoCommit) {
        if (size != null && form.needsTransaction() && autoCommit) {
            throw new UsageException(
                    "DVT-CONN-STREAM",
                    "a fetch size of " + size
                            + " has an effect only in a transaction, and this connection has none: take"
                            + " one from connect(), or give no fetch size, for a result that fits into memory");
        }
    }

    void begin(Connection connection) throws SQLException {
        if (size != null && form.on() != null) {
            send(connection, form.on());
        }
    }

    void prepare(Statement statement) throws SQLException {
        if (size != null) {
            statement.setFetchSize(form.fetchSize(size));
        }
    }

    void close(PreparedStatement statement, ResultSet resultSet, boolean exhausted) throws SQLException {
        boolean cancelled = size != null && form.cancelsRest() && !exhausted;
        if (cancelled) {
            statement.cancel();
        }
        try {
            resultSet.close();
        } catch (SQLException e) {
            if (!cancelled) {
                throw e;
            }
            // That the rest of the rows does not come is what was asked for.
        }
        if (size != null && form.off() != null) {
            send(statement.getConnection(), form.off());
        }
    }

    private static void send(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
