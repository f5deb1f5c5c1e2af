package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Raised;
import java.util.List;
import java.util.Map;

/** An object whose row the database deleted is deleted: what is done to it is refused, where SQLAlchemy takes it for persistent. */
final class GoneByDatabase implements Departure {

    @Override
    public Rule rule() {
        return Rule.D13;
    }

    @Override
    public boolean explains(Course course) {
        StepPair before = course.before();
        Raised raised = course.now().actual().result().raised();
        if (before == null
                || raised == null
                || !raised.type().equals("InvalidRequestError")
                || !course.now().step().has("obj")
                || !course.now().actual().written().isEmpty()) {
            return false;
        }
        String object = course.named(course.now().step().text("obj"));
        Map<String, ObjectState> expected = before.expected().result().objects();
        Map<String, ObjectState> actual = before.actual().result().objects();
        return expected.containsKey(object)
                && actual.containsKey(object)
                && expected.get(object).lifeCycle().equals("persistent")
                && List.of("deleted", "detached").contains(actual.get(object).lifeCycle());
    }
}
