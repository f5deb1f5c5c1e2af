package dev.dovetail.orm;

import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.integrity.StatementOrigin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The two phases in which the transactions of one session commit. What fails in the first is rolled back by the session; what
 * fails in the second stays prepared, because the others have committed or are going to.
 */
final class TwoPhases {

    /** Engines of one server have their names in common, so that each transaction has another one. */
    private final String name = "dovetail_" + UUID.randomUUID() + "_";

    private final Map<Connection, String> names = new LinkedHashMap<>();

    static void check(Engine engine) {
        if (engine.dialect().twoPhaseCommands() == null) {
            throw new UsageException(
                    "DVT-USE-TWO-PHASE",
                    "sessions are to commit in two phases, and "
                            + engine.dialect().name()
                            + " has no two-phase commit that another connection could finish; take"
                            + " withTwoPhase(false), or other databases");
        }
    }

    static UsageException joined() {
        return new UsageException(
                "DVT-USE-TWO-PHASE",
                "a session that joins a transaction leaves its commit to the caller, and cannot commit in two phases; open it"
                        + " from with(options.withTwoPhase(false))");
    }

    void begin(Connection connection) {
        String own = name + (names.size() + 1);
        connection.beginTwoPhase(own);
        names.put(connection, own);
    }

    void commit(StatementOrigin origin) {
        names.keySet().forEach(connection -> connection.prepare(origin));
        List<PartialCommitException.Prepared> left = new ArrayList<>();
        RuntimeException first = null;
        for (Map.Entry<Connection, String> each : names.entrySet()) {
            try {
                each.getKey().commit(origin);
            } catch (RuntimeException e) {
                if (each.getKey().transactionState() == TransactionState.CLOSED) {
                    left.add(new PartialCommitException.Prepared(each.getKey().engine(), each.getValue()));
                } // else it is committed, and a listener failed
                first = join(first, e);
            }
        }
        if (first != null && left.isEmpty()) {
            throw first;
        }
        if (first != null) {
            throw new PartialCommitException(names.size() - left.size(), left, first);
        }
    }

    private static RuntimeException join(@Nullable RuntimeException earlier, RuntimeException later) {
        if (earlier == null) {
            return later;
        }
        earlier.addSuppressed(later);
        return earlier;
    }
}
