package dev.dovetail.tests.conformance.interpret;

import dev.dovetail.engine.Engine;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.Schema;
import java.util.List;

/** One schema on one database: its tables, made by Dovetail, and a session factory for its classes. */
final class Place implements AutoCloseable {

    private final Schema schema;
    private final Mapped mapped;
    private final Engine engine;
    private final SessionFactory sessions;
    private final Recorder recorder = new Recorder();
    private final Database database;

    Place(Schema schema, String url) {
        this.schema = schema;
        this.mapped = new Mapped(schema);
        this.engine = Engine.builder().url(url).poolSize(1).build();
        List<Class<?>> classes = mapped.classes();
        this.sessions = SessionFactory.of(
                engine, classes.get(0), classes.subList(1, classes.size()).toArray(Class<?>[]::new));
        sessions.metadata().createAll(engine);
        engine.addListener(recorder);
        this.database = new Database(url);
    }

    Result run(Scenario scenario) {
        database.empty(schema);
        database.insert(schema, scenario.fixture());
        recorder.take();
        return new Run(mapped, sessions, recorder, database, schema).run(scenario);
    }

    @Override
    public void close() {
        database.close();
        sessions.metadata().dropAll(engine);
        engine.close();
    }
}
