package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Returned;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.Step;
import dev.dovetail.tests.conformance.replay.Replay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Compares two results of one scenario, strictly, after {@code shared/oracle/README.md}: exceptions, states, loaded values,
 * what was returned, rows written and their order, the number of SELECTs, commands of the transaction, the session's sets, and
 * the tables at the end. From the first step that differs on, only the tables are compared.
 */
public final class ResultComparator {

    /** Python's own errors; what its failed operation did before is its own too. */
    private static final Set<String> PYTHON = Set.of("ValueError", "AttributeError", "KeyError");

    private static final List<Departure> DEPARTURES =
            List.of(new CutCycle(), new UniqueGivenUp(), new OrphanByOldKey());

    private final Schema schema;
    private final Scenario scenario;
    private final String backend;
    private final Result expected;
    private final Result actual;
    private final List<Disagreement> disagreements = new ArrayList<>();
    private final List<Excuse> excuses = new ArrayList<>();

    private ResultComparator(Schema schema, Scenario scenario, String backend, Result actual) {
        this.schema = schema;
        this.scenario = scenario;
        this.backend = backend;
        this.expected = Names.canonical(scenario, recorded(scenario, backend));
        this.actual = Names.canonical(scenario, actual);
    }

    private static Result recorded(Scenario scenario, String backend) {
        return Objects.requireNonNull(
                scenario.results().get(backend), () -> scenario.name() + " was not recorded on " + backend);
    }

    /** Compares what Dovetail did on a backend with what SQLAlchemy was recorded to do there. */
    public static Verdict compare(Schema schema, Scenario scenario, String backend, Result actual) {
        return new ResultComparator(schema, scenario, backend, actual).run();
    }

    private Verdict run() {
        boolean sequences = backend.equals("postgresql");
        Replay expectedReplay = Replay.of(schema, scenario, expected, sequences);
        Replay actualReplay = Replay.of(schema, scenario, actual, sequences);
        Course course = new Course(schema, scenario);
        StepComparison comparison = new StepComparison(course, excuses);
        Set<String> labels = new HashSet<>();
        for (Step step : scenario.steps()) {
            StepPair pair = new StepPair(
                    step, half(expected, expectedReplay, step.number()), half(actual, actualReplay, step.number()));
            Raised raised = pair.expected().result().raised();
            if (raised != null && PYTHON.contains(raised.type())) {
                excuses.add(new Excuse(step.number(), Rule.D7, raised.type()));
                return verdict();
            }
            course.add(pair);
            bind(labels, pair);
            List<Disagreement> found = comparison.compare(labels);
            if (!found.isEmpty()) {
                if (departs(course, found)) {
                    return verdict();
                }
                disagreements.addAll(found);
                break;
            }
        }
        if (disagreements.isEmpty()) {
            disagreements.addAll(
                    comparison.compareEnd(scenario.steps().size(), expectedReplay.end(), actualReplay.end()));
        }
        if (!expected.tables().equals(actual.tables())) {
            disagreements.add(new Disagreement(
                    scenario.steps().size(),
                    Aspect.TABLES,
                    expected.tables().toString(),
                    actual.tables().toString()));
        }
        return verdict();
    }

    private static StepPair.Half half(Result result, Replay replay, int number) {
        return new StepPair.Half(
                result.steps().get(number),
                replay.steps().get(number),
                replay.contents().get(number));
    }

    private boolean departs(Course course, List<Disagreement> found) {
        for (Departure departure : DEPARTURES) {
            if (departure.explains(course, found)) {
                excuses.add(new Excuse(course.now().number(), departure.rule(), found.toString()));
                return true;
            }
        }
        return false;
    }

    /** Notes the label that a step gives to an object. */
    private static void bind(Set<String> labels, StepPair pair) {
        Op op = pair.step().op();
        Returned returned = pair.expected().result().returned();
        if (op == Op.NEW && pair.expected().result().raised() == null) {
            labels.add(pair.step().text("as"));
        } else if ((op == Op.GET || op == Op.MERGE) && returned != null && returned.value() instanceof String name) {
            labels.add(name);
        }
    }

    private Verdict verdict() {
        return new Verdict(scenario.name(), backend, List.copyOf(disagreements), List.copyOf(excuses));
    }
}
