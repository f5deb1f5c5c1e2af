package dev.dovetail.engine;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Streaming;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** How the rows of one query come: as the driver likes, or a stated number at a time. */
final class ResultFetch {

    private final Streaming form;
    private final @Nullable Integer size;
    private final ConnectionSource source;
    private @Nullable String connectionNumber;

    ResultFetch(Streaming form, @Nullable Integer size, ConnectionSource source) {
        this.form = form;
        this.size = size;
        this.source = source;
    }

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
        if (size == null) {
            return;
        }
        if (form.on() != null) {
            send(connection, form.on());
        }
        Streaming.Kill kill = form.kill();
        if (kill != null) {
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery(kill.question())) {
                connectionNumber = answer.next() ? answer.getString(1) : null;
            }
        }
    }

    void prepare(Statement statement) throws SQLException {
        if (size != null) {
            statement.setFetchSize(form.fetchSize(size));
        }
    }

    void close(PreparedStatement statement, ResultSet resultSet, boolean exhausted) throws SQLException {
        boolean killed = !exhausted && kill();
        try {
            resultSet.close();
        } catch (SQLException e) {
            if (!killed) {
                throw e;
            }
            // That the rest of the rows does not come is what was asked for.
        }
        if (size != null && form.off() != null) {
            send(statement.getConnection(), form.off());
        }
    }

    private boolean kill() throws SQLException {
        Streaming.Kill kill = form.kill();
        if (kill == null || connectionNumber == null) {
            return false;
        }
        try (Connection other = source.further()) {
            send(other, kill.command() + connectionNumber);
        }
        return true;
    }

    private static void send(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
