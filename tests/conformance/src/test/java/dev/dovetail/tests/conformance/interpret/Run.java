package dev.dovetail.tests.conformance.interpret;

import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.inspect.ColumnState;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Returned;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.SessionSettings;
import dev.dovetail.tests.conformance.corpus.Step;
import dev.dovetail.tests.conformance.corpus.StepResult;
import dev.dovetail.tests.conformance.generate.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of one scenario. */
final class Run {

    private final Mapped mapped;
    private final SessionFactory sessions;
    private final Recorder recorder;
    private final Database database;
    private final Schema schema;
    private final ObjectNames names = new ObjectNames();
    private final Map<String, NestedTransaction> savepoints = new HashMap<>();
    private final Observer observer;
    private SessionSettings settings = new SessionSettings(true, true);
    private @Nullable Session open;

    Run(Mapped mapped, SessionFactory sessions, Recorder recorder, Database database, Schema schema) {
        this.mapped = mapped;
        this.sessions = sessions;
        this.recorder = recorder;
        this.database = database;
        this.schema = schema;
        this.observer = new Observer(mapped, names);
    }

    Result run(Scenario scenario) {
        settings = scenario.session();
        List<StepResult> steps = new ArrayList<>();
        try {
            scenario.steps().forEach(step -> steps.add(run(step)));
            recorder.take();
            session().close();
        } finally {
            if (open != null) {
                open.close();
            }
        }
        return new Result(List.copyOf(steps), recorder.take(), database.tables(schema));
    }

    private StepResult run(Step step) {
        Returned returned = null;
        Raised raised = null;
        try {
            returned = perform(step);
        } catch (RuntimeException e) {
            raised = Errors.named(e);
        }
        var sent = recorder.take();
        observer.discover(session());
        return new StepResult(
                sent,
                raised,
                List.of(),
                returned,
                observer.objects(session()),
                observer.sets(session()),
                Observer.transaction(session()));
    }

    /** Does what a step says; {@return what it returns, null if nothing} */
    private @Nullable Returned perform(Step step) {
        switch (step.op()) {
            case NEW -> create(step);
            case ADD -> add(step.texts("objs"));
            case APPEND -> many(step).add(object(step, "value"));
            case REMOVE -> remove(step);
            case ASSIGN -> assign(object(step, "obj"), step.text("attr"), step.value("value"));
            case DEL_ATTR -> assign(object(step, "obj"), step.text("attr"), null);
            case SET -> mapped.set(object(step, "obj"), step.text("attr"), step.value("value"));
            case READ -> {
                return new Returned(read(object(step, "obj"), step.text("attr")));
            }
            case FLUSH -> session().flush();
            case COMMIT -> session().commit();
            case ROLLBACK -> session().rollback();
            case BEGIN_NESTED -> savepoints.put(step.text("as"), session().beginNested());
            case SP_COMMIT -> savepoint(step).commit();
            case SP_ROLLBACK -> savepoint(step).rollback();
            case DELETE -> session().delete(object(step, "obj"));
            case EXPUNGE -> session().expunge(object(step, "obj"));
            case MAKE_TRANSIENT -> session().makeTransient(object(step, "obj"));
            case EXPIRE -> expire(object(step, "obj"), attributes(step));
            case REFRESH -> refresh(object(step, "obj"), attributes(step));
            case EXPIRE_ALL -> session().expireAll();
            case EXPUNGE_ALL -> session().expungeAll();
            case CLOSE -> close();
            case NEW_SESSION -> {
                close();
                settings = step.settings();
            }
            case GET -> {
                return new Returned(get(step));
            }
            case MERGE -> {
                return new Returned(merge(step));
            }
            case QUERY_ALL -> {
                return new Returned(queryAll(step.text("entity")));
            }
            case SQL -> {
                return new Returned(sql(step));
            }
            case EXTERNAL -> {
                return new Returned(database.execute(step.text("sql"), step.map("params")));
            }
        }
        return null;
    }

    private Session session() {
        Session current = open;
        if (current == null) {
            current = sessions.with(SessionOptions.DEFAULT
                            .withAutoflush(settings.autoflush())
                            .withFlushUnderSavepoint(false)
                            .withStaleAfterCommit(settings.expireOnCommit()))
                    .open();
            open = current;
        }
        return current;
    }

    /** SQLAlchemy's sessions go on after close; the next one here is another with the same options. */
    private void close() {
        Session current = session();
        open = null;
        current.close();
    }

    private void create(Step step) {
        Object object = mapped.instantiate(step.text("entity"));
        names.label(step.text("as"), object);
        step.map("set").forEach((column, value) -> mapped.set(object, column, value));
        step.map("rel").forEach((relationship, value) -> assign(object, relationship, value));
    }

    private void add(List<String> labels) {
        List<Object> objects = labels.stream().map(this::object).toList();
        if (objects.size() == 1) {
            session().add(objects.get(0));
        } else {
            session().addAll(objects);
        }
    }

    private void remove(Step step) {
        if (!many(step).remove(object(step, "value"))) {
            throw new Errors.PythonError("ValueError", step + ": it is not in the list");
        }
    }

    @SuppressWarnings("unchecked") // the holder itself refuses what does not fit
    private void assign(Object object, String attribute, @Nullable Object value) {
        if (mapped.isColumn(object, attribute)) {
            mapped.set(object, attribute, value);
            return;
        }
        Holder<?> holder = mapped.holder(object, attribute);
        if (holder instanceof One<?> one) {
            ((One<Object>) one).set(value == null ? null : names.labelled((String) value));
        } else {
            List<String> labels = value == null ? List.of() : (List<String>) value;
            ((Many<Object>) holder).setAll(labels.stream().map(this::object).toList());
        }
    }

    private @Nullable Object read(Object object, String attribute) {
        if (mapped.isColumn(object, attribute)) {
            touch(object, attribute);
            return mapped.get(object, attribute);
        }
        Holder<?> holder = mapped.holder(object, attribute);
        if (holder instanceof One<?> one) {
            return name(one.get());
        }
        return names(List.copyOf((Many<?>) holder));
    }

    /** A field never loads: the session is asked for what is stale of the object. */
    private void touch(Object object, String column) {
        var inspected = session().inspect(object);
        boolean stale = inspected.column(column).filter(ColumnState::stale).isPresent();
        if (stale && session().contains(object)) {
            session()
                    .refresh(
                            object,
                            inspected.columns().stream()
                                    .filter(state -> state.stale() && !state.changed())
                                    .map(ColumnState::attribute)
                                    .toArray(String[]::new));
        }
    }

    private static String[] attributes(Step step) {
        return step.texts("attrs").stream().map(Names::lower).toArray(String[]::new);
    }

    private void expire(Object object, String[] attributes) {
        if (attributes.length == 0) {
            session().expire(object);
        } else {
            session().expire(object, attributes);
        }
    }

    private void refresh(Object object, String[] attributes) {
        if (attributes.length == 0) {
            session().refresh(object);
        } else {
            session().refresh(object, attributes);
        }
    }

    private @Nullable String get(Step step) {
        String entity = step.text("entity");
        Object found = session().get(mapped.entityClass(entity), Mapped.key(step.values("pk")));
        names.label(step.text("as"), found);
        return name(found);
    }

    private @Nullable String merge(Step step) {
        Object given = object(step, "obj");
        Object merged =
                step.flag("load", true) ? session().merge(given) : session().mergeWithoutLoading(given);
        names.label(step.text("as"), merged);
        return name(merged);
    }

    private List<String> queryAll(String entity) {
        return names(session().list(mapped.all(entity)));
    }

    private long sql(Step step) {
        RawStatement statement = Sql.sql(step.text("sql"));
        for (var parameter : step.map("params").entrySet()) {
            statement = statement.bind(parameter.getKey(), Objects.requireNonNull(parameter.getValue()));
        }
        return session().connection().execute(statement);
    }

    private NestedTransaction savepoint(Step step) {
        NestedTransaction savepoint = savepoints.get(step.text("sp"));
        if (savepoint == null) {
            throw new Errors.PythonError("AttributeError", step + ": it was never opened");
        }
        return savepoint;
    }

    @SuppressWarnings("unchecked") // the holder itself refuses what does not fit
    private Many<Object> many(Step step) {
        return (Many<Object>) mapped.holder(object(step, "obj"), step.text("attr"));
    }

    private Object object(Step step, String field) {
        return object(step.text(field));
    }

    private Object object(String label) {
        Object object = names.labelled(label);
        if (object == null) {
            throw new Errors.PythonError("AttributeError", label + " is no object");
        }
        return object;
    }

    private List<String> names(List<?> objects) {
        observer.discover(session());
        return objects.stream().map(names::of).toList();
    }

    private @Nullable String name(@Nullable Object object) {
        observer.discover(session());
        return object == null ? null : names.of(object);
    }
}
