package dev.dovetail.engine;

import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import dev.dovetail.compile.TwoPhaseCommands;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What was prepared and not yet committed or rolled back, seen from a connection of its own. */
final class PreparedTransactions {

    private final Engine engine;

    PreparedTransactions(Engine engine) {
        this.engine = engine;
    }

    List<String> names() {
        TwoPhaseCommands commands = engine.dialect().twoPhaseCommands();
        if (commands == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        run(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(commands.list())) {
                while (rows.next()) {
                    String name = commands.listed().name(rows);
                    if (name != null) {
                        names.add(name);
                    }
                }
            }
        });
        return names;
    }

    void commit(String name) {
        TwoPhaseTransaction transaction = prepared(name);
        run(transaction::commit);
        engine.tell(StatementListener::onCommit);
    }

    void rollback(String name) {
        TwoPhaseTransaction transaction = prepared(name);
        run(transaction::rollback);
        engine.tell(StatementListener::onRollback);
    }

    private TwoPhaseTransaction prepared(String name) {
        if (!names().contains(name)) {
            throw new UsageException(
                    "DVT-CONN-TWO-PHASE",
                    engine.dialect().name() + " has no prepared transaction " + name
                            + ": it was committed or rolled back already, or never prepared");
        }
        return TwoPhaseTransaction.prepared(engine.dialect(), name);
    }

    private interface Action {
        void run(java.sql.Connection connection) throws SQLException;
    }

    private void run(Action action) {
        try (Connection connection = engine.reading()) {
            action.run(connection.physical().connected());
        } catch (SQLException e) {
            throw engine.explain(e, TransactionState.NONE);
        }
    }
}
