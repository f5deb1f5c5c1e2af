package dev.dovetail.dialect.postgresql;

import dev.dovetail.TransactionState;
import dev.dovetail.compile.ErrorReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What an error has left of a transaction. PostgreSQL aborts it with every error that the server itself reports; an error
 * of the driver leaves it alone, and where it is not known whose it was, any statement tells.
 */
final class PostgreSqlState {

    private static final String ABORTED = "25P02";

    private PostgreSqlState() {}

    static @Nullable TransactionState of(Connection connection, @Nullable ErrorReport report) throws SQLException {
        if (report != null && report.transactionState() != null) {
            return report.transactionState();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            return TransactionState.ACTIVE;
        } catch (SQLException e) {
            if (ABORTED.equals(e.getSQLState())) {
                return TransactionState.FAILED;
            }
            throw e;
        }
    }
}
