package dev.dovetail.tests.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** H2 in this process: each database is in memory, with a name of its own. */
final class H2Server implements TestServer {

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public FreshDatabase fresh() {
        // Without the delay it would be gone with its last connection.
        String url = "jdbc:h2:mem:" + Names.next() + ";DB_CLOSE_DELAY=-1";
        return new FreshDatabase(url, () -> shutDown(url));
    }

    private static void shutDown(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            throw new IllegalStateException("H2 did not shut " + url + " down", e);
        }
    }
}
