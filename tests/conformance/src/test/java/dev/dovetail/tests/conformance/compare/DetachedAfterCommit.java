package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.replay.Command;
import java.util.Objects;

/** A deleted object is detached after the commit, whether or not the commit makes the others stale. */
final class DetachedAfterCommit implements Difference {

    @Override
    public Rule rule() {
        return Rule.D14;
    }

    @Override
    public boolean lifeCycle(Place place) {
        return Objects.equals(place.expected(), "deleted")
                && Objects.equals(place.actual(), "detached")
                && keepsValues(place.course())
                && place.course().pairs().stream()
                        .anyMatch(pair -> pair.actual().events().contains(Command.COMMIT));
    }

    private static boolean keepsValues(Course course) {
        return !course.scenario().session().expireOnCommit()
                || course.scenario().steps().stream()
                        .anyMatch(step ->
                                step.op() == Op.NEW_SESSION && !step.settings().expireOnCommit());
    }
}
