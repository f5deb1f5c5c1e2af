package dev.dovetail.engine;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Closes connections for good. Closing alone gives a connection of a pool back to it, and some drivers do nothing when
 * they are told to abort, so the connection behind the pool's is closed as well. What fails on the way is of no interest: the
 * connection is given up because it is not to be trusted, and the error for which it is has been reported.
 */
final class Discarding {

    private Discarding() {}

    private interface Step {
        void run() throws SQLException;
    }

    static void close(Connection connection) {
        attempt(connection::rollback);
        attempt(() -> connection.abort(Runnable::run));
        attempt(() -> connection.unwrap(Connection.class).close());
        attempt(connection::close);
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            // See above: the next step is the answer.
            return;
        }
    }
}
