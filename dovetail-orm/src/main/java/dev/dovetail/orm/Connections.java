package dev.dovetail.orm;

import dev.dovetail.TransactionState;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.ExecutionOptions;
import dev.dovetail.engine.Savepoint;
import dev.dovetail.integrity.StatementOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a session's transaction: one for each engine, taken when it is first needed. On a connection that the
 * session was given, whose transaction is the caller's, its own is a savepoint.
 */
final class Connections {

    private final SessionState session;
    /** In the order in which they were first used; hardly ever more than one. */
    private final List<Connection> open = new ArrayList<>(1);

    private @Nullable Savepoint joined;
    private @Nullable ExecutionOptions execution;
    /** What a connection of the caller's has to be given back with. */
    private @Nullable ExecutionOptions outerExecution;

    private @Nullable TwoPhases phases;

    Connections(SessionState session) {
        this.session = session;
    }

    /** {@return how statements are run, as far as the session says so} */
    ExecutionOptions execution() {
        return execution == null ? session.options.execution() : execution;
    }

    void execution(ExecutionOptions how) {
        execution = how;
        open.forEach(this::execute);
    }

    /** A connection of the caller's has options already. */
    private void execute(Connection connection) {
        connection.options(
                joins(connection) && outerExecution != null ? execution().over(outerExecution) : execution());
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    Collection<Connection> all() {
        return open;
    }

    Connection of(Engine engine) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).engine() == engine) {
                return open.get(i);
            }
        }
        Connection connection = connect(engine);
        open.add(connection);
        return connection;
    }

    private Connection connect(Engine engine) {
        Connection connection;
        if (session.outer != null && session.outer.engine() == engine) {
            connection = session.outer;
            joined = connection.savepoint();
            outerExecution = connection.options();
        } else if (session.reading) {
            connection = engine.reading();
        } else {
            connection = session.transactions == null ? engine.connect() : engine.connect(session.transactions);
        }
        if (session.options.twoPhase() && !session.reading) {
            phases = phases == null ? new TwoPhases() : phases;
            phases.begin(connection);
        }
        if (connection != session.outer) {
            connection.explainBy(new ModelOrigin(session.factory.mappings(), session.identityMap, false));
        }
        if (connection == session.outer || execution() != ExecutionOptions.options()) {
            execute(connection);
        }
        return left(connection);
    }

    private static Connection left(Connection connection) {
        connection.leaveEndTo("the session whose connection it is");
        return connection;
    }

    /** Rolls a transaction back that the session then begins anew. A lost connection stays lost, and says so. */
    static void rollBackWhole(Connection connection) {
        if (connection.transactionState() == TransactionState.CLOSED) {
            connection.savepoint();
        }
        ending(connection).rollback();
        left(connection);
    }

    /** Commits one after the other, in the order in which they were first used; in two phases, if the session wants that. */
    void commit(StatementOrigin origin) {
        if (phases != null && open.size() > 1) {
            open.forEach(Connections::ending);
            phases.commit(origin);
            return;
        }
        int committed = 0;
        for (Connection connection : open) {
            try {
                if (joins(connection)) {
                    ending(connection).release(Objects.requireNonNull(joined));
                } else {
                    ending(connection).commit(origin);
                }
                committed++;
            } catch (RuntimeException e) {
                if (committed == 0) {
                    throw e;
                }
                throw new PartialCommitException(committed, open.size(), e);
            }
        }
    }

    @Nullable
    RuntimeException rollback() {
        RuntimeException error = null;
        for (Connection connection : open) {
            try {
                Connection ended = ending(connection);
                if (joins(connection)) {
                    ended.rollbackTo(Objects.requireNonNull(joined));
                } else if (!session.reading) {
                    ended.rollback();
                }
            } catch (RuntimeException e) {
                error = join(error, e);
            }
        }
        return error;
    }

    @Nullable
    RuntimeException giveBack(@Nullable RuntimeException earlier) {
        RuntimeException error = earlier;
        for (Connection connection : open) {
            try {
                if (!joins(connection)) {
                    connection.close();
                } else if (outerExecution != null) {
                    connection.options(outerExecution);
                }
            } catch (RuntimeException e) {
                error = join(error, e);
            }
        }
        forget();
        return error;
    }

    /** Lets go of connections whose transactions are over. */
    void forget() {
        open.clear();
        joined = null;
        phases = null;
    }

    private boolean joins(Connection connection) {
        return connection == session.outer;
    }

    private static RuntimeException join(@Nullable RuntimeException earlier, RuntimeException later) {
        if (earlier == null) {
            return later;
        }
        earlier.addSuppressed(later);
        return earlier;
    }

    /** Only the session ends its transaction; those it hands the connection to do not. */
    private static Connection ending(Connection connection) {
        connection.leaveEndTo(null);
        return connection;
    }
}
