package dev.dovetail.tests.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The URL of a server, taken apart.
 *
 * @param head all before the name of the database, with the slash
 * @param database the database that administrators connect to; may be empty
 * @param parameters what comes after it, with the question mark; may be empty
 */
record ServerUrl(String head, String database, String parameters) {

    static ServerUrl of(String url) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        int slash = path.lastIndexOf('/');
        if (slash < 0 || path.charAt(slash - 1) == '/') {
            throw new IllegalArgumentException(
                    "the URL has to look like jdbc:product://host:port/database, not " + url);
        }
        return new ServerUrl(
                path.substring(0, slash + 1), path.substring(slash + 1), question < 0 ? "" : url.substring(question));
    }

    String withDatabase(String name) {
        return head + name + parameters;
    }

    /** Runs a command as the administrator. */
    void run(String... commands) {
        try (Connection connection = DriverManager.getConnection(withDatabase(database));
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the test server at " + head + " refused " + String.join("; ", commands), e);
        }
    }
}
