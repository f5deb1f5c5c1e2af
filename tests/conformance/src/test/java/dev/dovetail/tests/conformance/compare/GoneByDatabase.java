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
        ObjectState known = actual.get(object);
        return known != null
                && expected.containsKey(object)
                && List.of("persistent", "detached")
                        .contains(expected.get(object).lifeCycle())
                && List.of("deleted", "detached").contains(known.lifeCycle())
                && course.row(course.now().actual(), object, known) == null
                && course.tables(object).stream()
                        .flatMap(table -> table.foreignKeys().stream())
                        .anyMatch(key -> "CASCADE".equals(key.onDelete()));
    }
}
