package dev.dovetail.testkit;

import dev.dovetail.compile.Capability;
import dev.dovetail.compile.ConnectionSetup;
import dev.dovetail.compile.Dialect;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.EngineBuilder;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The database of one run of one test: empty at first, made when it is first asked for, gone after the test. For one
 * thread, but for the engines, which any may use.
 */
public final class Database {

    private final TestDatabase testDatabase;
    private final Statements statements = new Statements();
    private final List<Engine> engines = new ArrayList<>();
    private TestDatabase.@Nullable Place place;
    private @Nullable Engine engine;

    Database(TestDatabase testDatabase) {
        this.testDatabase = testDatabase;
    }

    /**
     * Which database this is.
     *
     * @return the name of the {@link TestDatabase}
     */
    public String name() {
        return testDatabase.name();
    }

    /**
     * Where the database is.
     *
     * @return the URL
     */
    public String url() {
        TestDatabase.Place known = place;
        if (known == null) {
            known = testDatabase.create();
            place = known;
        }
        return known.url();
    }

    /**
     * The engine, which the test does not close. Its statements are recorded.
     *
     * @return always the same
     */
    public Engine engine() {
        Engine known = engine;
        if (known == null) {
            known = engine(settings -> settings.listener(statements));
            engine = known;
        }
        return known;
    }

    /**
     * A further engine for the same database, with settings of its own. Its statements are not recorded, and a database
     * in memory that has one connection is another one for it.
     *
     * @param settings what is to be set
     * @return the engine, which the test need not close
     */
    public Engine engine(Consumer<EngineBuilder> settings) {
        EngineBuilder builder = Engine.builder().url(url());
        settings.accept(builder);
        Engine built = builder.build();
        engines.add(built);
        return built;
    }

    /**
     * What Dovetail knows of the database.
     *
     * @return the dialect
     */
    public Dialect dialect() {
        return engine().dialect();
    }

    /**
     * Whether the database can do something.
     *
     * @param capability what
     * @return true if its dialect says so
     */
    public boolean has(Capability capability) {
        return dialect().has(capability);
    }

    /**
     * Whether the database is its only connection, so that a second one at the same time cannot be had.
     *
     * @return true if it is
     */
    public boolean hasOneConnection() {
        return dialect().connectionSetup(url()).lifetime() == ConnectionSetup.Lifetime.ONE_CONNECTION;
    }

    /**
     * What the engine has sent.
     *
     * @return the record
     */
    public Statements statements() {
        return statements;
    }

    /**
     * Creates tables, which are not recorded.
     *
     * @param tables the tables, with all that they refer to
     */
    public void create(Table... tables) {
        MetaData.of(tables).createAll(engine());
        statements.clear();
    }

    Optional<String> cannotShow(Capability capability) {
        return testDatabase.cannotShow(capability);
    }

    void requireNothingInUse() {
        int inUse = engines.stream()
                .mapToInt(each -> each.statistics().connectionsInUse())
                .sum();
        if (inUse > 0) {
            throw new AssertionError(inUse + (inUse == 1 ? " connection is" : " connections are")
                    + " still in use at the end of the test; close connections, sessions, cursors and streams. Sent last:\n"
                    + statements.lastLines());
        }
    }

    void close() {
        engines.forEach(Engine::close);
        TestDatabase.Place known = place;
        if (known != null) {
            known.drop().run();
        }
    }
}
