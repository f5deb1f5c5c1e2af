package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.replay.Command;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object whose INSERT was not committed when its session was closed is new again, where SQLAlchemy takes it for one with a row. */
final class ClosedOnNew implements Departure {

    @Override
    public Rule rule() {
        return Rule.D8;
    }

    @Override
    public boolean explains(Course course) {
        Op op = course.now().step().op();
        if (op != Op.CLOSE && op != Op.NEW_SESSION
                || !course.now().actual().events().contains(Command.ROLLBACK)) {
            return false;
        }
        Map<String, ObjectState> expected = course.now().expected().result().objects();
        Map<String, ObjectState> actual = course.now().actual().result().objects();
        return actual.keySet().stream().anyMatch(name -> isNewAgain(course, name, expected.get(name), actual.get(name)))
                && actual.keySet().stream()
                        .filter(expected::containsKey)
                        .allMatch(name -> expected.get(name)
                                        .lifeCycle()
                                        .equals(actual.get(name).lifeCycle())
                                || isNewAgain(course, name, expected.get(name), actual.get(name)));
    }

    private static boolean isNewAgain(Course course, String name, @Nullable ObjectState expected, ObjectState actual) {
        return expected != null
                && expected.lifeCycle().equals("detached")
                && actual.lifeCycle().equals("transient")
                && course.row(course.now().actual(), name, expected) == null;
    }
}
