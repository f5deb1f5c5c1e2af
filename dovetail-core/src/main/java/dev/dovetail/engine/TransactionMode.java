package dev.dovetail.engine;

import dev.dovetail.compile.ReadOnlyTransactions;
import dev.dovetail.compile.ReadOnlyTransactions.Refuser;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Gives a JDBC connection the isolation and the readiness to write that a transaction wants, and later its own ones back. */
final class TransactionMode {

    private final ReadOnlyTransactions form;
    private @Nullable Integer own;
    private TransactionOptions applied = TransactionOptions.options();

    TransactionMode(ReadOnlyTransactions form) {
        this.form = form;
    }

    /** Outside of a transaction only: most databases refuse to change this within one, and some wait for the next. */
    void apply(Connection connection, TransactionOptions wanted) throws SQLException {
        if (wanted.isolation() == applied.isolation() && wanted.readOnly() == applied.readOnly()) {
            return;
        }
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        if (wanted.isolation() != applied.isolation()) {
            if (own == null) {
                own = connection.getTransactionIsolation();
            }
            connection.setTransactionIsolation(
                    wanted.isolation() == null ? own : wanted.isolation().jdbcCode());
        }
        if (wanted.readOnly() != applied.readOnly()) {
            readOnly(connection, wanted.readOnly());
        }
        applied = wanted;
    }

    private void readOnly(Connection connection, boolean readOnly) throws SQLException {
        String command = readOnly ? form.on() : form.off();
        if (form.refuser() == Refuser.DRIVER) {
            connection.setReadOnly(readOnly);
        } else if (command != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(command);
            }
        }
    }

    /** Whether it is left to the engine to refuse what writes. */
    boolean refusesWrites() {
        return applied.readOnly() && form.refuser() == Refuser.ENGINE;
    }
}
