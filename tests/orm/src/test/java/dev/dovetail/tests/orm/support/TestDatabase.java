package dev.dovetail.tests.orm.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.Dialect;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.orm.FlushSavepoint;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.reflect.Inspector;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.Servers;
import dev.dovetail.tests.servers.TestServer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * A database with the tables of some entities, and a record of what is sent to it. {@code -Dorm.database=} says which; the
 * build runs the tests once for each.
 */
public final class TestDatabase implements AutoCloseable {

    private static final TestServer SERVER = Servers.named(System.getProperty("orm.database", "sqlite-memory"));

    /** Databases of the server that are empty again; to make one takes longer than most tests. */
    private static final Queue<FreshDatabase> EMPTY = new ConcurrentLinkedQueue<>();

    private static final Dialect DIALECT = findDialect();

    /** A failed flush is alike on all databases with them, and so are the statements of one that succeeds. */
    private static final SessionOptions OPTIONS = SessionOptions.DEFAULT.withFlushUnderSavepoint(FlushSavepoint.NEVER);

    private final FreshDatabase database;
    private final Engine engine;
    private final SessionFactory sessions;
    private final Statements statements = new Statements();

    private TestDatabase(FreshDatabase database, SessionOptions options, Class<?>... entities) {
        this.database = database;
        engine = Engine.create(database.url());
        try {
            Class<?>[] more = new Class<?>[entities.length - 1];
            System.arraycopy(entities, 1, more, 0, more.length);
            sessions = SessionFactory.of(engine, entities[0], more).with(options);
            sessions.metadata().createAll(engine);
            engine.addListener(statements);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** An empty database; SQLite's is in memory and has one connection. */
    public static TestDatabase of(Class<?>... entities) {
        return with(OPTIONS, entities);
    }

    /** An empty database whose sessions have options. */
    public static TestDatabase with(SessionOptions options, Class<?>... entities) {
        return new TestDatabase(empty(), options, entities);
    }

    /** An empty database for several connections: SQLite's is in a file, where they wait for each other. */
    public static TestDatabase shared(Class<?>... entities) {
        FreshDatabase database = onSqlite() ? Servers.named("sqlite").fresh() : empty();
        String waiting = onSqlite() ? "?busy_timeout=60000&synchronous=OFF" : "";
        return new TestDatabase(new FreshDatabase(database.url() + waiting, database.drop()), OPTIONS, entities);
    }

    /**
     * A database for entities that not all databases can have. Where this one lacks what they need, the test goes no
     * further than to see that their tables are refused, and is reported as skipped.
     */
    public static TestDatabase requiring(Capability capability, Class<?>... entities) {
        if (!dialect().has(capability)) {
            assertThatThrownBy(() -> of(entities)).isInstanceOf(UsageException.class);
            Assumptions.abort(SERVER.name() + " lacks " + capability);
        }
        return of(entities);
    }

    /** Skips a test, by name, where the database lacks what it is about. */
    public static void require(Capability capability) {
        if (!DIALECT.has(capability)) {
            Assumptions.abort(SERVER.name() + " lacks " + capability);
        }
    }

    /** Skips a test on other databases than those that have what it is about. */
    public static void only(String what, String... databases) {
        if (!List.of(databases).contains(DIALECT.name())) {
            Assumptions.abort(what + ": not on " + SERVER.name());
        }
    }

    /** Skips a test where the database in memory has one connection. */
    public static void requireSeveralConnections() {
        if (onSqlite()) {
            Assumptions.abort(SERVER.name() + " has one connection");
        }
    }

    private static FreshDatabase empty() {
        FreshDatabase known = EMPTY.poll();
        return known == null ? SERVER.fresh() : known;
    }

    private static Dialect findDialect() {
        FreshDatabase any = empty();
        try (Engine engine = Engine.create(any.url())) {
            return engine.dialect();
        } finally {
            EMPTY.add(any);
        }
    }

    /** {@return the dialect of the database that the tests run on now} */
    public static Dialect dialect() {
        return DIALECT;
    }

    /** {@return whether the tests run on SQLite now} */
    public static boolean onSqlite() {
        return SERVER.name().startsWith("sqlite");
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
        if (onSqlite() || !emptied()) {
            database.close();
        } else {
            EMPTY.add(database);
        }
    }

    /** Drops the tables; {@return whether nothing else is left} */
    private boolean emptied() {
        try (Engine cleaner = Engine.create(database.url())) {
            sessions.metadata().dropAll(cleaner);
            Inspector left = Inspector.of(cleaner);
            return left.tables().isEmpty()
                    && left.views().isEmpty()
                    && left.sequences().isEmpty()
                    && left.enums().isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
