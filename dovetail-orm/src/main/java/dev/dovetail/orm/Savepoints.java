package dev.dovetail.orm;

import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Savepoint;
import java.util.LinkedHashMap;
import java.util.Map;

/** One point in the transactions of a session: a savepoint for each connection that has been used since. */
final class Savepoints {

    private final Map<Connection, Savepoint> points = new LinkedHashMap<>();

    /** A statement is going to be sent: the savepoint has to be there before it. */
    void begin(Connection connection) {
        points.computeIfAbsent(connection, Connection::savepoint);
    }

    void release() {
        points.forEach(Connection::release);
    }

    /** {@return whether there was a savepoint to roll back to} */
    boolean rollBack() {
        points.forEach(Connection::rollbackTo);
        return !points.isEmpty();
    }
}
