package dev.dovetail.compile;

import java.util.List;
import java.util.Map;

/**
 * What makes a new connection fit for use.
 *
 * @param driverProperties given to the driver with the URL
 * @param statements sent on each new connection, in order
 * @param checks made after the statements, on each new connection
 * @param lifetime how long the database lives
 */
public record ConnectionSetup(
        Map<String, String> driverProperties, List<String> statements, List<Check> checks, Lifetime lifetime) {
    /** Copies the collections. */
    public ConnectionSetup {
        driverProperties = Map.copyOf(driverProperties);
        statements = List.copyOf(statements);
        checks = List.copyOf(checks);
    }

    /** How long a database lives, seen from its connections. */
    public enum Lifetime {
        /** Longer than they do. */
        LASTING,
        /** As long as at least one is open: one is kept open as long as the engine. */
        LAST_CONNECTION,
        /** As long as its one connection; another one would see another database. */
        ONE_CONNECTION
    }

    /**
     * A question whose answer shows that a statement had its effect.
     *
     * @param query gives one row of one column
     * @param expected the answer, as text
     * @param otherwise what it means if the answer is another, and what to do
     */
    public record Check(String query, String expected, String otherwise) {}
}
