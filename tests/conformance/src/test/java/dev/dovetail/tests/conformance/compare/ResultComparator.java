package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Returned;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.Step;
import dev.dovetail.tests.conformance.corpus.Transaction;
import dev.dovetail.tests.conformance.replay.Command;
import dev.dovetail.tests.conformance.replay.Replay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two results of one scenario, strictly, after {@code shared/oracle/README.md}: exceptions, states, loaded values,
 * what was returned, rows written and their order, the number of SELECTs, commands of the transaction, the session's sets, and
 * the tables at the end. From the first step that differs on, only the tables are compared.
 */
public final class ResultComparator {

    /** Python's own errors; what its failed operation did before is its own too. */
    private static final Set<String> PYTHON = Set.of("ValueError", "AttributeError", "KeyError");

    private static final List<Departure> DEPARTURES = List.of(
            new CutCycle(),
            new UniqueGivenUp(),
            new OrphanByOldKey(),
            new NothingLoaded(),
            new BelowDeleted(),
            new MovedMeanwhile(),
            new GoneByDatabase(),
            new KeysApart(),
            new SwitchedRow(),
            new ClosedOnNew());
    private static final List<Suspension> SUSPENSIONS =
            List.of(new RefusedFirst(), new RefusedCommit(), new MemoryKept());
    private static final Set<Op> ENDS = EnumSet.of(Op.ROLLBACK, Op.SP_ROLLBACK, Op.CLOSE, Op.NEW_SESSION);

    /** How the two are to each other: alike, failed until a rollback, one behind the other, or gone apart. */
    private enum Mode {
        ALIKE,
        SUSPENDED,
        BEHIND,
        DEPARTED
    }

    private final Schema schema;
    private final Scenario scenario;
    private final String backend;
    private final Result expected;
    private final Result actual;
    private final List<NamedExcuse> named;
    private final List<Disagreement> disagreements = new ArrayList<>();
    private final List<Excuse> excuses = new ArrayList<>();
    private Mode mode = Mode.ALIKE;

    private ResultComparator(Schema schema, Scenario scenario, String backend, Result actual, List<NamedExcuse> named) {
        this.schema = schema;
        this.scenario = scenario;
        this.backend = backend;
        this.expected = Names.canonical(scenario, recorded(scenario, backend));
        this.actual = Names.canonical(scenario, actual);
        this.named = named.stream()
                .filter(excuse -> excuse.scenario().equals(scenario.name()))
                .filter(excuse -> excuse.on() == null || excuse.on().equals(backend))
                .toList();
    }

    private static Result recorded(Scenario scenario, String backend) {
        return Objects.requireNonNull(
                scenario.results().get(backend), () -> scenario.name() + " was not recorded on " + backend);
    }

    /** Compares what Dovetail did on a backend with what SQLAlchemy was recorded to do there. */
    public static Verdict compare(Schema schema, Scenario scenario, String backend, Result actual) {
        return compare(schema, scenario, backend, actual, List.of());
    }

    /**
     * The same, with steps that are excused by name. An excuse that does not say what came, or that is not needed, is a
     * disagreement.
     */
    public static Verdict compare(
            Schema schema, Scenario scenario, String backend, Result actual, List<NamedExcuse> named) {
        return new ResultComparator(schema, scenario, backend, actual, named).run();
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
            List<Disagreement> found =
                    mode == Mode.ALIKE ? comparison.compare(labels) : catchUp(course, comparison, labels);
            NamedExcuse excuse = named(step);
            if (excuse != null) {
                if (found.isEmpty()) {
                    disagreements.add(new Disagreement(
                            step.number(), Aspect.EXCEPTION, "another way, by " + excuse.rule(), "nothing to excuse"));
                } else {
                    List<String> missing = excuse.missing(pair.actual());
                    missing.forEach(one -> disagreements.add(new Disagreement(
                            step.number(), Aspect.WRITES, excuse.rule() + " " + one, found.toString())));
                    excuses.add(new Excuse(step.number(), excuse.rule(), found.toString()));
                }
                return verdict();
            }
            if (!found.isEmpty() && !explained(course, comparison, found)) {
                disagreements.addAll(found);
                break;
            }
            if (mode == Mode.DEPARTED) {
                return verdict();
            }
        }
        if (disagreements.isEmpty() && mode == Mode.ALIKE) {
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

    private @Nullable NamedExcuse named(Step step) {
        return named.stream()
                .filter(excuse -> excuse.step() == step.number())
                .findFirst()
                .orElse(null);
    }

    private static StepPair.Half half(Result result, Replay replay, int number) {
        return new StepPair.Half(
                result.steps().get(number),
                replay.steps().get(number),
                replay.contents().get(number));
    }

    /** What differs in a step before which the two had differed on purpose. */
    private List<Disagreement> catchUp(Course course, StepComparison comparison, Set<String> labels) {
        if (mode == Mode.BEHIND) {
            List<Disagreement> found = comparison.compareBehind();
            if (found.isEmpty() && Lag.over(course)) {
                mode = Mode.ALIKE;
                return comparison.compareStates(labels);
            }
            return found;
        }
        boolean failed = course.now().expected().result().raised() != null
                || course.now().actual().result().raised() != null;
        if (!failed && ENDS.contains(course.now().step().op())) {
            mode = Mode.ALIKE;
            if (Commands.of(course.now().actual().events()).contains(Command.ROLLBACK)
                    || course.now().expected().result().transaction() == Transaction.NONE) {
                comparison.restart();
            }
            return comparison.compareStates(labels);
        }
        return List.of();
    }

    private boolean explained(Course course, StepComparison comparison, List<Disagreement> found) {
        if (mode == Mode.BEHIND) {
            Raised raised = course.now().expected().result().raised();
            boolean deleted = raised != null
                    && raised.type().equals("InvalidRequestError")
                    && course.now().actual().result().raised() == null;
            return deleted && excuse(course, Rule.D11, Mode.DEPARTED, found);
        }
        for (Suspension suspension : SUSPENSIONS) {
            boolean inScope =
                    found.stream().allMatch(one -> suspension.aspects().contains(one.aspect()));
            if (inScope && suspension.explains(course)) {
                return excuse(course, suspension.rule(), Mode.SUSPENDED, found);
            }
        }
        boolean written = found.stream().anyMatch(one -> one.aspect() == Aspect.WRITES);
        Rule lag = written ? Lag.begins(course) : null;
        if (lag != null) {
            return excuse(course, lag, Mode.BEHIND, found);
        }
        for (Departure departure : DEPARTURES) {
            if (departure.explains(course)) {
                return excuse(course, departure.rule(), Mode.DEPARTED, found);
            }
        }
        return false;
    }

    private boolean excuse(Course course, Rule rule, Mode next, List<Disagreement> found) {
        excuses.add(new Excuse(course.now().number(), rule, found.toString()));
        mode = next;
        return true;
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
