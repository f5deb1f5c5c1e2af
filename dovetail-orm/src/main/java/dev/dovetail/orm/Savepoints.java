package dev.dovetail.orm;

import dev.dovetail.TransactionState;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Savepoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One point in the transactions of a session: a savepoint for each connection that has been used since. */
final class Savepoints {

    /** Empty for the beginning of a transaction. */
    private final Map<Connection, Optional<Savepoint>> points = new LinkedHashMap<>();

    private final boolean beginnings;

    private Savepoints(boolean beginnings) {
        this.beginnings = beginnings;
    }

    static Savepoints ofNested() {
        return new Savepoints(false);
    }

    /**
     * Where a flush begins the transaction there is nothing else in it, and no savepoint is needed; but one that is to be
     * committed in two phases cannot be begun again.
     */
    static Savepoints ofFlush(SessionOptions options) {
        return new Savepoints(!options.twoPhase());
    }

    /** A statement is going to be sent: the savepoint has to be there before it. */
    void begin(Connection connection) {
        points.computeIfAbsent(
                connection,
                used -> beginnings && used.transactionState() == TransactionState.NONE
                        ? Optional.empty()
                        : Optional.of(used.savepoint()));
    }

    void release() {
        points.forEach((connection, point) -> point.ifPresent(connection::release));
    }

    /** {@return whether there was a point to roll back to} */
    boolean rollBack() {
        points.forEach((connection, point) ->
                point.ifPresentOrElse(connection::rollbackTo, () -> Connections.rollBackWhole(connection)));
        return !points.isEmpty();
    }
}
