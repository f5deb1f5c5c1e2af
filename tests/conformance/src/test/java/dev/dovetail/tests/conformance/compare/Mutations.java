package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Returned;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.SentStatement;
import dev.dovetail.tests.conformance.corpus.SessionSets;
import dev.dovetail.tests.conformance.corpus.StepResult;
import dev.dovetail.tests.conformance.corpus.Transaction;
import dev.dovetail.tests.conformance.replay.Replay;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every single change of a recorded result that a comparison has to report. */
final class Mutations {

    private static final Set<String> COMMANDS = Set.of("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE");

    private final Schema schema;
    private final Scenario scenario;
    private final Result result;
    private final Replay replay;
    private final Consumer<Mutation> sink;

    private Mutations(Schema schema, Scenario scenario, Result result, Replay replay, Consumer<Mutation> sink) {
        this.schema = schema;
        this.scenario = scenario;
        this.result = result;
        this.replay = replay;
        this.sink = sink;
    }

    /** Gives each mutation of a result to a consumer. */
    static void of(Schema schema, Scenario scenario, String backend, Consumer<Mutation> sink) {
        Result result = Objects.requireNonNull(scenario.results().get(backend));
        Replay replay = Replay.of(schema, scenario, result, backend.equals("postgresql"));
        new Mutations(schema, scenario, result, replay, sink).all();
    }

    private void all() {
        for (int i = 0; i < result.steps().size(); i++) {
            StepResult step = result.steps().get(i);
            if (step.raised() != null && step.raised().type().equals("ValueError")) {
                return; // what comes after Python's own error is not compared
            }
            if (!scenario.marks().partial().contains(i)) {
                statements(i, step);
                dependencies(i, step);
                objects(i, step);
                sets(i, step);
                returned(i, step);
                transaction(i, step);
            }
            exceptions(i, step);
        }
        tables();
    }

    private void statements(int i, StepResult step) {
        List<SentStatement> sql = step.sql();
        for (int s = 0; s < sql.size(); s++) {
            SentStatement statement = sql.get(s);
            if (COMMANDS.contains(statement.text().split(" ")[0])) {
                sql(i, step, "dropped command", without(sql, s));
                sql(i, step, "repeated command", inserted(sql, s, statement));
            } else if (statement.text().startsWith("SELECT")) {
                if (!scenario.marks().selectsVary().contains(i)) {
                    sql(i, step, "one SELECT more", inserted(sql, s, statement));
                }
            } else if (!ownSql(i)) {
                rows(i, step, s);
            }
        }
        sql(i, step, "extra write", inserted(sql, sql.size(), write()));
    }

    private boolean ownSql(int i) {
        Op op = scenario.steps().get(i).op();
        return op == Op.SQL || op == Op.EXTERNAL;
    }

    /** An UPDATE that no scenario has. */
    private SentStatement write() {
        Schema.Table table = schema.tables().get(0);
        String column = table.columns().get(table.columns().size() - 1).name();
        List<@Nullable Object> values = new ArrayList<>(List.of("other"));
        table.primaryKey().forEach(key -> values.add(-1L));
        String where = table.primaryKey().stream()
                .map(key -> table.name() + "." + key + " = ?")
                .collect(Collectors.joining(" AND "));
        return new SentStatement("UPDATE " + table.name() + " SET " + column + "=? WHERE " + where, List.of(values));
    }

    private void rows(int i, StepResult step, int s) {
        SentStatement statement = step.sql().get(s);
        List<List<@Nullable Object>> rows = statement.rows();
        for (int r = 0; r < rows.size(); r++) {
            List<@Nullable Object> row = rows.get(r);
            if (!equalValues(i, s, r)) {
                rows(i, step, s, "dropped write", without(rows, r));
            }
            rows(i, step, s, "repeated write", inserted(rows, r, row));
            for (int v = 0; v < row.size(); v++) {
                List<@Nullable Object> other = new ArrayList<>(row);
                other.set(v, other(row.get(v)));
                rows(i, step, s, "another value written", replaced(rows, r, other));
            }
            if (r > 0
                    && !rows.get(r - 1).equals(row)
                    && !scenario.marks().unordered().contains(i)) {
                List<List<@Nullable Object>> swapped = replaced(replaced(rows, r, rows.get(r - 1)), r - 1, row);
                rows(i, step, s, "another order within a table", swapped);
            }
        }
    }

    /** Whether the row has the values already that an UPDATE writes, or is given them once more. */
    private boolean equalValues(int i, int s, int r) {
        Written written = written(i).get(place(i, s, r));
        boolean twice = written(i).stream()
                        .filter(other -> other.write().equals(written.write()))
                        .count()
                > 1;
        return twice
                || written.before() != null
                        && !written.write().set().isEmpty()
                        && written.before()
                                .entrySet()
                                .containsAll(written.write().set().entrySet());
    }

    private List<Written> written(int i) {
        return StepPair.written(replay.steps().get(i));
    }

    private int place(int i, int s, int r) {
        int place = r;
        for (SentStatement earlier : result.steps().get(i).sql().subList(0, s)) {
            place += earlier.rows().isEmpty() || earlier.text().startsWith("SELECT")
                    ? 0
                    : earlier.rows().size();
        }
        return place;
    }

    /** Writes that depend on each other, the other way round. */
    private void dependencies(int i, StepResult step) {
        if (ownSql(i)) {
            return;
        }
        Dependencies dependencies = new Dependencies(schema);
        List<SentStatement> single = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (SentStatement statement : step.sql()) {
            if (statement.rows().isEmpty() || statement.text().startsWith("SELECT")) {
                single.add(statement);
            } else {
                for (List<@Nullable Object> row : statement.rows()) {
                    places.add(single.size());
                    single.add(new SentStatement(statement.text(), List.of(row)));
                }
            }
        }
        List<Written> written = written(i);
        for (int a = 0; a < written.size(); a++) {
            for (int b = a + 1; b < written.size(); b++) {
                if (dependencies.requires(written.get(a), written.get(b))) {
                    List<SentStatement> swapped = new ArrayList<>(single);
                    swapped.set(places.get(a), single.get(places.get(b)));
                    swapped.set(places.get(b), single.get(places.get(a)));
                    sql(i, step, "another order across a dependency", swapped);
                }
            }
        }
    }

    private void exceptions(int i, StepResult step) {
        Raised raised = step.raised();
        if (raised == null) {
            raised(i, step, "an exception", new Raised("IntegrityError", "unique", null));
            return;
        }
        raised(i, step, "no exception", null);
        raised(i, step, "another exception", new Raised("OtherError", raised.kind(), raised.message()));
        if (raised.kind() != null) {
            raised(i, step, "another constraint", new Raised(raised.type(), "other", raised.message()));
        }
    }

    private void objects(int i, StepResult step) {
        step.objects().forEach((name, state) -> {
            object(i, step, name, "another state", new ObjectState("other", state.columns(), state.relationships()));
            state.columns()
                    .forEach((column, value) -> object(
                            i,
                            step,
                            name,
                            "another column value",
                            new ObjectState(
                                    state.lifeCycle(),
                                    with(state.columns(), column, other(value)),
                                    state.relationships())));
            state.relationships().forEach((relationship, value) -> {
                for (Object other : others(value)) {
                    object(
                            i,
                            step,
                            name,
                            "another relationship content",
                            new ObjectState(
                                    state.lifeCycle(),
                                    state.columns(),
                                    with(state.relationships(), relationship, other)));
                }
            });
        });
    }

    /** A list without its first element, with one more, reversed; or another name. */
    private static List<Object> others(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return List.of(value + "x");
        }
        List<Object> others = new ArrayList<>();
        List<@Nullable Object> more = new ArrayList<>(list);
        more.add("x");
        others.add(more);
        if (!list.isEmpty()) {
            others.add(list.subList(1, list.size()));
        }
        List<@Nullable Object> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        if (!reversed.equals(list)) {
            others.add(reversed);
        }
        return others;
    }

    private void sets(int i, StepResult step) {
        SessionSets sets = step.sets();
        String label = step.objects().keySet().stream()
                .filter(name -> !Names.automatic(name))
                .findFirst()
                .orElse(null);
        if (label != null) {
            sets(i, step, "another new", new SessionSets(toggled(sets.pending(), label), sets.dirty(), sets.deleted()));
            sets(
                    i,
                    step,
                    "another deleted",
                    new SessionSets(sets.pending(), sets.dirty(), toggled(sets.deleted(), label)));
        }
    }

    private static List<String> toggled(List<String> names, String name) {
        List<String> other = new ArrayList<>(names);
        if (!other.remove(name)) {
            other.add(name);
        }
        other.sort(null);
        return other;
    }

    private void returned(int i, StepResult step) {
        if (step.returned() != null && !ownSql(i)) {
            Object value = step.returned().value();
            List<Object> others = value instanceof List<?> ? others(value) : Arrays.asList(other(value));
            for (Object other : others) {
                returned(i, step, "another return value", new Returned(other));
            }
            returned(i, step, "no return value", null);
        }
    }

    private void transaction(int i, StepResult step) {
        for (Transaction other : Transaction.values()) {
            boolean none = other == Transaction.NONE || other == Transaction.ACTIVE;
            boolean was = step.transaction() == Transaction.NONE || step.transaction() == Transaction.ACTIVE;
            if (other != step.transaction() && !(none && was)) {
                put(
                        i,
                        "another transaction",
                        other.name(),
                        new StepResult(
                                step.sql(),
                                step.raised(),
                                step.warnings(),
                                step.returned(),
                                step.objects(),
                                step.sets(),
                                other));
            }
        }
    }

    private void tables() {
        for (Schema.Table table : schema.tables()) {
            List<List<@Nullable Object>> rows =
                    Objects.requireNonNull(result.tables().get(table.name()));
            List<@Nullable Object> row = new ArrayList<>();
            table.columns().forEach(column -> row.add(-1L));
            table(table.name(), "one final row more", inserted(rows, 0, row));
            for (int r = 0; r < rows.size(); r++) {
                table(table.name(), "one final row less", without(rows, r));
                for (int c = 0; c < rows.get(r).size(); c++) {
                    List<@Nullable Object> other = new ArrayList<>(rows.get(r));
                    other.set(c, other(other.get(c)));
                    table(table.name(), "another final row", replaced(rows, r, other));
                }
            }
        }
    }

    private static Object other(@Nullable Object value) {
        return value instanceof Long number ? (Object) (number + 1000) : value + "x";
    }

    private void table(String table, String kind, List<List<@Nullable Object>> rows) {
        Map<String, List<List<@Nullable Object>>> tables = new LinkedHashMap<>(result.tables());
        tables.put(table, rows);
        sink.accept(new Mutation(
                kind, result.steps().size(), table + " " + rows, new Result(result.steps(), result.endSql(), tables)));
    }

    private void rows(int i, StepResult step, int s, String kind, List<List<@Nullable Object>> rows) {
        SentStatement changed = new SentStatement(step.sql().get(s).text(), rows);
        sql(i, step, kind, rows.isEmpty() ? without(step.sql(), s) : replaced(step.sql(), s, changed));
    }

    private void sql(int i, StepResult step, String kind, List<SentStatement> sql) {
        put(
                i,
                kind,
                sql.toString(),
                new StepResult(
                        sql,
                        step.raised(),
                        step.warnings(),
                        step.returned(),
                        step.objects(),
                        step.sets(),
                        step.transaction()));
    }

    private void raised(int i, StepResult step, String kind, @Nullable Raised raised) {
        put(
                i,
                kind,
                String.valueOf(raised),
                new StepResult(
                        step.sql(),
                        raised,
                        step.warnings(),
                        step.returned(),
                        step.objects(),
                        step.sets(),
                        step.transaction()));
    }

    private void object(int i, StepResult step, String name, String kind, ObjectState state) {
        put(
                i,
                kind,
                name + " " + state,
                new StepResult(
                        step.sql(),
                        step.raised(),
                        step.warnings(),
                        step.returned(),
                        with(step.objects(), name, state),
                        step.sets(),
                        step.transaction()));
    }

    private void sets(int i, StepResult step, String kind, SessionSets sets) {
        put(
                i,
                kind,
                sets.toString(),
                new StepResult(
                        step.sql(),
                        step.raised(),
                        step.warnings(),
                        step.returned(),
                        step.objects(),
                        sets,
                        step.transaction()));
    }

    private void returned(int i, StepResult step, String kind, @Nullable Returned returned) {
        put(
                i,
                kind,
                String.valueOf(returned),
                new StepResult(
                        step.sql(),
                        step.raised(),
                        step.warnings(),
                        returned,
                        step.objects(),
                        step.sets(),
                        step.transaction()));
    }

    private void put(int i, String kind, String what, StepResult step) {
        sink.accept(new Mutation(
                kind, i, what, new Result(replaced(result.steps(), i, step), result.endSql(), result.tables())));
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> changed = new ArrayList<>(list);
        changed.remove(index);
        return changed;
    }

    private static <T> List<T> inserted(List<T> list, int index, T element) {
        List<T> changed = new ArrayList<>(list);
        changed.add(index, element);
        return changed;
    }

    private static <T> List<T> replaced(List<T> list, int index, T element) {
        List<T> changed = new ArrayList<>(list);
        changed.set(index, element);
        return changed;
    }

    private static <V extends @Nullable Object> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
