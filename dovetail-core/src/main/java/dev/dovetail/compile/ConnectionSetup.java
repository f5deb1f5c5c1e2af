package dev.dovetail.compile;

import java.util.List;
import java.util.Map;

/**
 * What makes a new connection fit for use.
 *
 * @param driverProperties given to the driver with the URL
 * @param statements sent on each new connection, in order
 * @param checks made after the statements, on each new connection
 * @param singleConnection whether the database lives in its one connection, as an in-memory database does
 */
public record ConnectionSetup(
        Map<String, String> driverProperties, List<String> statements, List<Check> checks, boolean singleConnection) {
    /** Copies the collections. */
    public ConnectionSetup {
        driverProperties = Map.copyOf(driverProperties);
        statements = List.copyOf(statements);
        checks = List.copyOf(checks);
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
