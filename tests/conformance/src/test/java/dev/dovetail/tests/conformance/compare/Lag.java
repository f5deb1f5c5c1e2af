package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.replay.Verb;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one of the two writes later what the other wrote at once, because it need not load, and therefore not flush, to append to
 * a collection, or because SQLAlchemy puts a delete off. What they wrote is compared when both have: the tables must be equal.
 */
final class Lag {

    private static final Set<Op> CHANGING = EnumSet.of(Op.APPEND, Op.ASSIGN, Op.NEW);

    private Lag() {}

    /** The rule by which one of the two is behind after the step that is being compared, or null. */
    static @Nullable Rule begins(Course course) {
        StepPair now = course.now();
        if (now.expected().result().raised() != null || now.actual().result().raised() != null) {
            return null;
        }
        List<Written> expected = now.expected().written();
        List<Written> actual = now.actual().written();
        boolean noLoad =
                now.actual().queries().size() < now.expected().queries().size();
        if (CHANGING.contains(now.step().op()) && actual.isEmpty() && !expected.isEmpty() && noLoad) {
            return Rule.D11;
        }
        Writes writes = Writes.of(expected, actual);
        boolean putOff = !writes.extra().isEmpty()
                && writes.extra().stream().allMatch(row -> row.write().verb() == Verb.DELETE && row.before() != null)
                && writes.missing().stream()
                        .allMatch(row -> writes.extra().stream().anyMatch(gone -> sameRow(row, gone)));
        return putOff && !now.expected().result().sets().deleted().isEmpty() ? Rule.D18 : null;
    }

    static boolean sameRow(Written a, Written b) {
        return a.write().table().equals(b.write().table())
                && a.write().where().equals(b.write().where());
    }

    /** Whether both have written the same by now. */
    static boolean over(Course course) {
        return course.now().expected().rows().equals(course.now().actual().rows());
    }
}
