package dev.dovetail.engine;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.TwoPhaseCommands;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A transaction with a name, which can be prepared first and committed afterwards, by whoever knows the name. */
final class TwoPhaseTransaction {

    /** What MariaDB and MySQL take, who take least, and nothing that a literal would have to quote. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    private final String name;
    private final TwoPhaseCommands commands;
    private boolean prepared;

    TwoPhaseTransaction(String name, TwoPhaseCommands commands) {
        this.name = name;
        this.commands = commands;
    }

    static TwoPhaseTransaction of(Dialect dialect, String name) {
        TwoPhaseCommands commands = dialect.twoPhaseCommands();
        if (commands == null) {
            throw refused(dialect.name() + " has no two-phase commit that another connection could finish");
        }
        if (!NAME.matcher(name).matches()) {
            throw refused("the name of the transaction is \"" + name
                    + "\"; it has to be of 1 to 64 letters, digits and _ . : -");
        }
        return new TwoPhaseTransaction(name, commands);
    }

    /** One that somebody has prepared before. */
    static TwoPhaseTransaction prepared(Dialect dialect, String name) {
        TwoPhaseTransaction transaction = of(dialect, name);
        transaction.prepared = true;
        return transaction;
    }

    static UsageException refused(String why) {
        return new UsageException("DVT-CONN-TWO-PHASE", why);
    }

    String name() {
        return name;
    }

    boolean prepared() {
        return prepared;
    }

    void begin(Connection connection) throws SQLException {
        if (commands.branch() != null) {
            send(connection, commands.branch().begin());
        }
    }

    void prepare(Connection connection) throws SQLException {
        if (commands.branch() != null) {
            send(connection, commands.branch().end());
        }
        send(connection, commands.prepare());
        prepared = true;
    }

    /** What has to be set at the server, if that is why it does not prepare. */
    @Nullable
    String missingSetting(SQLException error) {
        String setting =
                error.getSQLState() == null ? null : commands.settings().get(error.getSQLState());
        return setting == null ? null : name + " could not be prepared: " + setting;
    }

    void commit(Connection connection) throws SQLException {
        TwoPhaseCommands.Branch branch = commands.branch();
        if (prepared) {
            finish(connection, commands.commit());
        } else if (branch == null) {
            connection.commit();
        } else {
            send(connection, branch.end());
            send(connection, branch.commit());
        }
    }

    void rollback(Connection connection) throws SQLException {
        if (prepared) {
            finish(connection, commands.rollback());
        } else if (commands.branch() == null) {
            connection.rollback();
        } else {
            try {
                send(connection, commands.branch().end());
            } catch (SQLException e) {
                // The server has ended it already, because of a deadlock or a PREPARE that failed.
            }
            send(connection, commands.rollback());
        }
    }

    private void finish(Connection connection, String command) throws SQLException {
        if (commands.branch() == null && !connection.getAutoCommit()) {
            // The connection has let go of what is prepared; the driver would begin another transaction for the
            // command.
            connection.setAutoCommit(true);
        }
        send(connection, command);
    }

    private void send(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command.replace("{0}", "'" + name + "'"));
        }
    }
}
