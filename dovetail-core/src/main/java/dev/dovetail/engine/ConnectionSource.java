package dev.dovetail.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** Where an engine gets its physical connections from. Thread-safe; opens nothing before it is asked. */
interface ConnectionSource {

    /** A connection in auto-commit mode that nobody else uses; it goes back by {@link #release}. */
    Connection acquire() throws SQLException;

    /** Takes a connection back, in auto-commit mode again. */
    void release(Connection connection) throws SQLException;

    /** Takes a connection back that nobody may have any more: rolls back what is open, and closes it for good. */
    void discard(Connection connection);

    /** Verifies that a connection does what it has to, as a new one does. */
    void verify(Connection connection) throws SQLException;

    /** A connection beside all others, for a command that cannot wait; to be closed. */
    Connection further() throws SQLException;

    /** Whether {@link #further} waits for nobody else's connection. */
    default boolean furtherIsApart() {
        return true;
    }

    /** Gives up all connections that there are; those in use when they come back. */
    void invalidate();

    /** Closes the connections that are not in use, and the others when they come back. */
    void close() throws SQLException;
}
