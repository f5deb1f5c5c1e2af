package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Marks;
import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.Returned;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.Step;
import dev.dovetail.tests.conformance.corpus.StepResult;
import dev.dovetail.tests.conformance.corpus.Transaction;
import dev.dovetail.tests.conformance.replay.Command;
import dev.dovetail.tests.conformance.replay.Event;
import dev.dovetail.tests.conformance.replay.Query;
import dev.dovetail.tests.conformance.replay.RowWrite;
import dev.dovetail.tests.conformance.replay.Verb;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares one step after the other. What is written and raised must agree; where an object is in another state, a rule may say
 * that it has to be.
 */
final class StepComparison {

    private static final Set<Op> RETURNING = EnumSet.of(Op.GET, Op.READ, Op.MERGE, Op.QUERY_ALL);

    private static final List<Difference> DIFFERENCES = List.of(
            new TakenBack(),
            new KeyAtOnce(),
            new DoneByDatabase(),
            new DetachedAfterCommit(),
            new InStep(),
            new KeyOfStranger());

    private final Course course;
    private final Dependencies dependencies;
    private final Marks marks;
    private final List<Excuse> excuses;
    private final Queries queries;
    /** The two values of attributes that a rule has explained; they may stay what they are. */
    private final Map<List<String>, List<@Nullable Object>> standing = new HashMap<>();

    private final Set<RowWrite> twice = new HashSet<>();
    private Commands commands = new Commands();
    private List<Disagreement> found = new ArrayList<>();
    private int number;

    StepComparison(Course course, List<Excuse> excuses) {
        this.course = course;
        this.dependencies = new Dependencies(course.schema());
        this.marks = course.scenario().marks();
        this.excuses = excuses;
        this.queries = new Queries(course);
    }

    /**
     * What differs in the step that the course has come to.
     *
     * @param labels the objects that have a label by now
     */
    List<Disagreement> compare(Set<String> labels) {
        found = new ArrayList<>();
        StepPair pair = course.now();
        number = pair.number();
        StepResult expected = pair.expected().result();
        StepResult actual = pair.actual().result();
        boolean detached = DetachedRead.allows(course);
        if (detached) {
            excuses.add(new Excuse(number, Rule.D1, "a detached object answers with what it has"));
        } else {
            exception(expected.raised(), actual.raised());
        }
        if (marks.partial().contains(number)) {
            return found;
        }
        if (!detached
                && RETURNING.contains(pair.step().op())
                && !Objects.equals(expected.returned(), actual.returned())) {
            returned(pair.step(), expected.returned(), actual.returned());
        }
        sent(pair.expected().events(), pair.actual().events());
        states(labels);
        return found;
    }

    /** What differs in objects and session only, after a step that is not compared otherwise. */
    List<Disagreement> compareStates(Set<String> labels) {
        found = new ArrayList<>();
        number = course.now().number();
        states(labels);
        return found;
    }

    /** What differs in exceptions and commands only, in a step in which one of the two is behind. */
    List<Disagreement> compareBehind() {
        found = new ArrayList<>();
        StepPair pair = course.now();
        number = pair.number();
        queries.more(pair.expected().queries(), pair.actual().queries());
        exception(pair.expected().result().raised(), pair.actual().result().raised());
        if (!commands.agree(pair.expected().events(), pair.actual().events())) {
            differ(
                    Aspect.COMMANDS,
                    Commands.of(pair.expected().events()),
                    Commands.of(pair.actual().events()));
        }
        return found;
    }

    /** Forgets the commands so far: the next statement begins a transaction. */
    void restart() {
        commands = new Commands();
    }

    private void states(Set<String> labels) {
        StepResult expected = course.now().expected().result();
        StepResult actual = course.now().actual().result();
        objects(expected.objects(), actual.objects(), labels);
        set("new", expected.sets().pending(), actual.sets().pending());
        set("deleted", expected.sets().deleted(), actual.sets().deleted());
        if (kind(expected.transaction()) != kind(actual.transaction())) {
            differ(Aspect.TRANSACTION, expected.transaction(), actual.transaction());
        }
    }

    /** What is read of an attribute may differ as the attribute may. */
    private void returned(Step step, @Nullable Returned expected, @Nullable Returned actual) {
        if (step.op() == Op.READ && expected != null && actual != null) {
            Place place = new Place(
                    course, course.named(step.text("obj")), step.text("attr"), expected.value(), actual.value());
            if (place.known() && (excused(place, Difference::relationship) || excused(place, Difference::column))) {
                return;
            }
        }
        differ(Aspect.RETURNED, expected, actual);
    }

    /** What differs in closing the session. */
    List<Disagreement> compareEnd(int step, List<Event> expected, List<Event> actual) {
        found = new ArrayList<>();
        number = step;
        sent(expected, actual);
        return found;
    }

    private void exception(@Nullable Raised expected, @Nullable Raised actual) {
        boolean same = expected == null || actual == null
                ? expected == actual
                : type(expected).equals(type(actual)) && Objects.equals(expected.kind(), actual.kind());
        if (!same) {
            differ(Aspect.EXCEPTION, expected, actual);
        }
    }

    /** To refresh an object whose row is gone is an InvalidRequestError in SQLAlchemy, of which the other is a subclass. */
    private String type(Raised raised) {
        boolean gone = raised.type().equals("ObjectDeletedError")
                && course.now().step().op() == Op.REFRESH;
        return gone ? "InvalidRequestError" : raised.type();
    }

    private void sent(List<Event> expected, List<Event> actual) {
        if (!commands.agree(expected, actual)) {
            if (commands.agreeWithoutSavepoints(expected, actual)) {
                excuses.add(new Excuse(number, Rule.D2, "no ROLLBACK TO before ROLLBACK"));
            } else {
                differ(Aspect.COMMANDS, Commands.of(expected), Commands.of(actual));
            }
        }
        Writes.of(StepPair.written(expected), StepPair.written(actual))
                .needless()
                .forEach(row -> excuses.add(new Excuse(number, row.changes() ? Rule.D18 : Rule.D3, "without " + row)));
        boolean takenBack = excuses.stream().anyMatch(excuse -> excuse.rule() == Rule.D8);
        Writes writes = Writes.of(StepPair.written(expected), StepPair.written(actual))
                .without(row -> row.before() == null && twice.contains(row.write()))
                .withGeneratedKeys(takenBack ? course.schema() : null);
        if (!writes.agree()) {
            differ(Aspect.WRITES, StepPair.written(expected), StepPair.written(actual));
        } else {
            String misordered =
                    writes.misordered(dependencies, marks.unordered().contains(number));
            if (misordered == null) {
                misordered = elsewhere(writes, expected, actual);
            }
            if (misordered != null) {
                differ(Aspect.ORDER, StepPair.written(expected), misordered);
            }
        }
        if (!marks.selectsVary().contains(number)) {
            List<Query> more = queries.more(StepPair.queries(expected), StepPair.queries(actual));
            if (!more.isEmpty()) {
                differ(Aspect.SELECTS, StepPair.queries(expected), more);
            }
        }
    }

    /** A row written on the other side of a command; null if there is none. */
    private static @Nullable String elsewhere(Writes writes, List<Event> expected, List<Event> actual) {
        Map<Event, Integer> before = new IdentityHashMap<>();
        if (count(before, expected) != count(before, actual)) {
            return null;
        }
        return writes.pairs().stream()
                .filter(pair -> !Objects.equals(before.get(pair.expected()), before.get(pair.actual())))
                .map(pair -> pair.actual() + " among other commands of the transaction")
                .findFirst()
                .orElse(null);
    }

    private static int count(Map<Event, Integer> before, List<Event> events) {
        int commands = 0;
        for (Event event : events) {
            if (event instanceof Written) {
                before.put(event, commands);
            } else if (event instanceof Command && event != Command.BEGIN) {
                commands++;
            }
        }
        return commands;
    }

    private void objects(Map<String, ObjectState> expected, Map<String, ObjectState> actual, Set<String> labels) {
        expected.forEach((name, state) -> {
            ObjectState other = actual.get(name);
            if (other != null) {
                object(name, state, other);
            } else if (labels.contains(name)) {
                differ(Aspect.LIFE_CYCLE, name + " " + state.lifeCycle(), "no " + name);
            }
        });
    }

    private void object(String name, ObjectState expected, ObjectState actual) {
        if (!expected.lifeCycle().equals(actual.lifeCycle())
                && !excused(
                        new Place(course, name, "state", expected.lifeCycle(), actual.lifeCycle()),
                        Difference::lifeCycle)) {
            differ(Aspect.LIFE_CYCLE, name + " " + expected.lifeCycle(), name + " " + actual.lifeCycle());
        }
        values(Aspect.COLUMN, Difference::column, name, expected.columns(), actual.columns());
        values(Aspect.RELATIONSHIP, Difference::relationship, name, expected.relationships(), actual.relationships());
    }

    private void values(
            Aspect aspect,
            BiPredicate<Difference, Place> allows,
            String name,
            Map<String, @Nullable Object> expected,
            Map<String, @Nullable Object> actual) {
        expected.forEach((attribute, value) -> {
            Place place = new Place(course, name, attribute, value, actual.get(attribute));
            if (actual.containsKey(attribute)
                    && !Objects.equals(value, actual.get(attribute))
                    && !excused(place, allows)) {
                String path = name + "." + attribute + " = ";
                differ(aspect, path + value, path + actual.get(attribute));
            }
        });
    }

    private boolean excused(Place place, BiPredicate<Difference, Place> allows) {
        List<String> path = List.of(place.object(), place.attribute());
        List<@Nullable Object> values = Arrays.asList(place.expected(), place.actual());
        if (values.equals(standing.get(path))) {
            return true;
        }
        for (Difference difference : DIFFERENCES) {
            if (allows.test(difference, place)) {
                excuses.add(new Excuse(
                        number, difference.rule(), place.object() + "." + place.attribute() + " = " + place.actual()));
                standing.put(path, values);
                return true;
            }
        }
        return false;
    }

    /** An object without a label is compared where both know it. */
    private void set(String set, List<String> expected, List<String> actual) {
        List<String> wanted = known(expected, course.now().actual().result());
        List<String> given = known(actual, course.now().expected().result());
        wanted.removeIf(name -> !given.contains(name) && deletedAlready(name));
        if (!wanted.equals(given)) {
            differ(Aspect.SESSION, set + " " + wanted, set + " " + given);
        }
    }

    /** SQLAlchemy takes an object whose row it has deleted once more, and warns at the flush. */
    private boolean deletedAlready(String name) {
        StepPair before = course.before();
        ObjectState state =
                before == null ? null : before.actual().result().objects().get(name);
        boolean again = state != null
                && state.lifeCycle().equals("deleted")
                && Objects.requireNonNull(
                                course.now().actual().result().objects().get(name))
                        .lifeCycle()
                        .equals("deleted");
        if (again) {
            excuses.add(new Excuse(number, Rule.D7, name + " is deleted already"));
            twice.add(deletion(name));
        }
        return again;
    }

    private RowWrite deletion(String object) {
        Schema.Table table = course.tables(object).get(0);
        Map<String, @Nullable Object> where = new HashMap<>();
        table.primaryKey().forEach(key -> where.put(key, course.lastKnown(object, key)));
        return new RowWrite(Verb.DELETE, table.name(), Map.of(), where);
    }

    private static List<String> known(List<String> names, StepResult other) {
        return names.stream()
                .filter(name -> !Names.automatic(name) || other.objects().containsKey(name))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static int kind(Transaction transaction) {
        return switch (transaction) {
            case NONE, ACTIVE -> 0;
            case NESTED -> 1;
            case INACTIVE -> 2;
        };
    }

    private void differ(Aspect aspect, @Nullable Object expected, @Nullable Object actual) {
        found.add(new Disagreement(number, aspect, String.valueOf(expected), String.valueOf(actual)));
    }
}
