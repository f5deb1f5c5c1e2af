package dev.dovetail.dialect.mysql;

import dev.dovetail.TransactionState;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorReport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What an error has left of a transaction. Most codes say it. A lock that does not come in time undoes the statement, or
 * everything, as the server is set up:
 * https://dev.mysql.com/doc/refman/9.7/en/innodb-parameters.html#sysvar_innodb_rollback_on_timeout.
 */
final class MySqlState {

    private MySqlState() {}

    static @Nullable TransactionState of(Connection connection, @Nullable ErrorReport report) throws SQLException {
        if (report == null || report.kind() != ErrorKind.LOCK_TIMEOUT) {
            return null;
        }
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT @@innodb_rollback_on_timeout")) {
            return answer.next() && answer.getBoolean(1) ? TransactionState.ROLLED_BACK : TransactionState.ACTIVE;
        }
    }
}
