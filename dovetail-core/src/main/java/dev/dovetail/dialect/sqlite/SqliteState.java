package dev.dovetail.dialect.sqlite;

import dev.dovetail.TransactionState;
import dev.dovetail.compile.ErrorKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Asks SQLite what an error has left of the transaction. No error code says it: ON CONFLICT ROLLBACK, RAISE(ROLLBACK) and
 * some errors of I/O end the transaction, https://www.sqlite.org/lang_transaction.html, and the driver does not notice.
 */
final class SqliteState {

    private static final String IN_TRANSACTION = "within a transaction";
    private static final Set<ErrorKind> BROKEN_CONSTRAINTS =
            Set.of(ErrorKind.UNIQUE, ErrorKind.FOREIGN_KEY, ErrorKind.NOT_NULL, ErrorKind.CHECK, ErrorKind.TRIGGER);

    private SqliteState() {}

    /** BEGIN is refused exactly when a transaction is open; it takes no locks and reads nothing. */
    static TransactionState of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try {
                statement.execute("BEGIN");
            } catch (SQLException e) {
                if (String.valueOf(e.getMessage()).contains(IN_TRANSACTION)) {
                    return TransactionState.ACTIVE;
                }
                throw e;
            }
            statement.execute("ROLLBACK");
            return TransactionState.ROLLED_BACK;
        }
    }

    /**
     * OR FAIL and RAISE(FAIL) keep what the statement has done before the row that was refused, and changes() counts it;
     * otherwise it is 0 after a broken constraint, https://www.sqlite.org/lang_conflict.html.
     */
    static boolean keptPartOfFailed(Connection connection, ErrorKind kind) throws SQLException {
        if (!BROKEN_CONSTRAINTS.contains(kind)) {
            return false;
        }
        try (Statement statement = connection.createStatement();
                ResultSet changes = statement.executeQuery("SELECT changes()")) {
            return changes.next() && changes.getLong(1) > 0;
        }
    }
}
