package dev.dovetail.tests.conformance.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tests.conformance.Corpus;
import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.Schema.EntityClass;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import dev.dovetail.tests.conformance.corpus.Step;
import dev.dovetail.tests.conformance.corpus.StepResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever a program does, it gets errors that say what is wrong, and after a flush memory is what the database has.
 * {@code -Drandom.from=1000 -Drandom.count=50} runs other seeds, so many for each schema.
 */
class RandomScenariosTest {

    private static final Set<String> KNOWN = Set.of(
            "IntegrityError",
            "PendingRollbackError",
            "InvalidRequestError",
            "DetachedInstanceError",
            "ObjectDeletedError",
            "StaleDataError",
            "CircularDependencyError",
            "ResourceClosedError",
            "ValueError",
            "AttributeError");

    @Test
    void memoryIsWhatTheDatabaseHas() {
        long from = Long.getLong("random.from", 0);
        int count = Integer.getInteger("random.count", 4);
        List<Scenario> scenarios = new ArrayList<>();
        for (Schema schema : Corpus.schemas()) {
            for (long seed = from; seed < from + count; seed++) {
                scenarios.add(
                        RandomScenario.of(schema, seed * 1000 + schema.name().hashCode() % 1000));
            }
        }
        List<String> failures = new ArrayList<>();
        try (Interpreter interpreter = new Interpreter("sqlite", Corpus.schemas())) {
            interpreter.run(scenarios, (scenario, result) -> {
                String failure = failure(scenario, result);
                if (failure != null) {
                    failures.add(text(scenario, result, failure));
                }
            });
        }
        assertThat(failures).as("%s scenarios", scenarios.size()).isEmpty();
    }

    private static @Nullable String failure(Scenario scenario, Result result) {
        for (StepResult step : result.steps()) {
            if (step.raised() != null && !KNOWN.contains(step.raised().type())) {
                return "raised " + step.raised();
            }
        }
        StepResult flushed = result.steps().get(result.steps().size() - 2);
        StepResult committed = result.steps().get(result.steps().size() - 1);
        if (flushed.raised() != null || committed.raised() != null) {
            return "a flush after a rollback fails: " + flushed.raised() + ", " + committed.raised();
        }
        Map<String, EntityClass> entities = entities(scenario);
        for (Map.Entry<String, ObjectState> object : flushed.objects().entrySet()) {
            String name = object.getKey();
            EntityClass entity = entities.computeIfAbsent(
                    name, ignored -> Corpus.schema(scenario).entity(name.replaceAll("[#+].*", "")));
            if (object.getValue().lifeCycle().equals("persistent")
                    && entity.inherits() == null
                    && !isStored(object.getValue(), Corpus.schema(scenario).table(entity.table()), result)) {
                return name + " is " + object.getValue() + " in memory, and the tables are " + result.tables();
            }
        }
        return null;
    }

    private static Map<String, EntityClass> entities(Scenario scenario) {
        Map<String, EntityClass> entities = new LinkedHashMap<>();
        for (Step step : scenario.steps()) {
            if (step.op() == Op.NEW || step.op() == Op.GET) {
                entities.put(step.text("as"), Corpus.schema(scenario).entity(step.text("entity")));
            } else if (step.op() == Op.MERGE) {
                entities.put(step.text("as"), Objects.requireNonNull(entities.get(step.text("obj"))));
            }
        }
        return entities;
    }

    /** Whether what is known of an object is in its row; what is not known is not there. */
    private static boolean isStored(ObjectState object, Table table, Result result) {
        List<String> columns = table.columnNames();
        return !object.columns().keySet().containsAll(table.primaryKey())
                || Objects.requireNonNull(result.tables().get(table.name())).stream()
                        .anyMatch(row -> IntStream.range(0, columns.size())
                                .allMatch(i -> !object.columns().containsKey(columns.get(i))
                                        || Objects.equals(object.columns().get(columns.get(i)), row.get(i))));
    }

    private static String text(Scenario scenario, Result result, String failure) {
        StringBuilder text = new StringBuilder(scenario.name()).append(": ").append(failure);
        scenario.fixture().forEach(row -> text.append("\n    ").append(row));
        for (Step step : scenario.steps()) {
            StepResult done = result.steps().get(step.number());
            text.append("\n  ").append(step);
            if (done.raised() != null) {
                text.append("\n      ").append(done.raised().type());
            }
        }
        return text.append('\n').toString();
    }
}
