package dev.dovetail.tests.orm.support;

import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.sql.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A SQLite database with the tables of some entities, and a record of what is sent to it. */
public final class TestDatabase implements AutoCloseable {

    private final Engine engine;
    private final SessionFactory sessions;
    private final Statements statements = new Statements();

    private TestDatabase(String url, SessionOptions options, Class<?>... entities) {
        engine = Engine.create(url);
        Class<?>[] more = new Class<?>[entities.length - 1];
        System.arraycopy(entities, 1, more, 0, more.length);
        sessions = SessionFactory.of(engine, entities[0], more).with(options);
        sessions.metadata().createAll(engine);
        engine.addListener(statements);
    }

    /** A database in memory. It has one connection. */
    public static TestDatabase of(Class<?>... entities) {
        return new TestDatabase("jdbc:sqlite::memory:", SessionOptions.DEFAULT, entities);
    }

    /** A database in memory whose sessions have options. */
    public static TestDatabase with(SessionOptions options, Class<?>... entities) {
        return new TestDatabase("jdbc:sqlite::memory:", options, entities);
    }

    /** A database in a file, for several connections. */
    public static TestDatabase inFile(Path folder, Class<?>... entities) {
        return new TestDatabase("jdbc:sqlite:" + folder.resolve("test.db"), SessionOptions.DEFAULT, entities);
    }

    /** {@return the engine} */
    public Engine engine() {
        return engine;
    }

    /** {@return the session factory} */
    public SessionFactory sessions() {
        return sessions;
    }

    /** {@return a new session} */
    public Session open() {
        return sessions.open();
    }

    /** {@return the record} */
    public Statements statements() {
        return statements;
    }

    /** Runs SQL past all sessions, on a connection of its own. */
    public void sql(String... texts) {
        engine.transaction(connection -> {
            for (String text : texts) {
                connection.execute(Sql.sql(text));
            }
        });
        statements.clear();
    }

    /** The rows of a query, past all sessions, each as {@code a|b|c}. */
    public List<String> rows(String query) {
        try (Connection connection = engine.connect()) {
            return rows(connection, query);
        }
    }

    /** The rows of a query as one connection sees them, in a session's own transaction for instance. */
    public List<String> rows(Connection connection, String query) {
        List<String> rows = connection.list(Sql.sql(query)).stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining("|")))
                .toList();
        statements.clear();
        return rows;
    }

    @Override
    public void close() {
        engine.close();
    }
}
