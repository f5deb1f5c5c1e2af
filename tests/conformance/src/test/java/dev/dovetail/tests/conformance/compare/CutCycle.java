package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Raised;
import java.util.List;
import java.util.Map;

/** Where SQLAlchemy gives up a cycle of rows, Dovetail cuts it and writes all that there is to write. */
final class CutCycle implements Departure {

    @Override
    public Rule rule() {
        return Rule.D5;
    }

    @Override
    public boolean explains(Course course) {
        StepPair now = course.now();
        StepPair before = course.before();
        Raised raised = now.expected().result().raised();
        return raised != null
                && raised.type().equals("CircularDependencyError")
                && now.actual().result().raised() == null
                && before != null
                && !now.actual().written().isEmpty()
                && all(before.actual().result().sets().pending(), now, "persistent")
                && all(before.actual().result().sets().deleted(), now, "deleted", "detached");
    }

    private static boolean all(List<String> names, StepPair now, String... lifeCycles) {
        Map<String, ObjectState> objects = now.actual().result().objects();
        return names.stream().allMatch(name -> {
            ObjectState state = objects.get(name);
            return state == null || List.of(lifeCycles).contains(state.lifeCycle());
        });
    }
}
