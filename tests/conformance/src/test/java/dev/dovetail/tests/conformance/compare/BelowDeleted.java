package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.Step;
import java.util.List;
import java.util.Objects;

/**
 * A child is not put below a parent whose row is deleted: it is refused, all of it, where SQLAlchemy takes the child into the
 * session, refusing or not, and inserts it without a parent.
 */
final class BelowDeleted implements Departure {

    @Override
    public Rule rule() {
        return Rule.D19;
    }

    @Override
    public boolean explains(Course course) {
        Raised raised = course.now().actual().result().raised();
        StepPair before = course.before();
        Step step = course.now().step();
        return raised != null
                && raised.type().equals("InvalidRequestError")
                && before != null
                && List.of(Op.APPEND, Op.ASSIGN, Op.ADD).contains(step.op())
                && before.actual().result().objects().values().stream()
                        .anyMatch(object -> object.lifeCycle().equals("deleted"))
                && course.now().actual().written().isEmpty()
                && becomesPendingOnlyThere(course, before);
    }

    private static boolean becomesPendingOnlyThere(Course course, StepPair before) {
        return before.actual().result().objects().entrySet().stream()
                        .allMatch(object -> lifeCycle(course.now().actual(), object.getKey())
                                .equals(object.getValue().lifeCycle()))
                && before.actual().result().objects().keySet().stream()
                        .anyMatch(name -> lifeCycle(course.now().expected(), name)
                                        .equals("pending")
                                && lifeCycle(course.now().actual(), name).equals("transient"));
    }

    private static String lifeCycle(StepPair.Half half, String name) {
        ObjectState state = half.result().objects().get(name);
        return state == null ? "" : Objects.requireNonNull(state.lifeCycle());
    }
}
