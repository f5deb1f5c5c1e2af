package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.SessionSets;
import dev.dovetail.tests.conformance.replay.Command;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** After a flush that failed under a savepoint every object is what it was before it, new ones pending. */
final class MemoryKept implements Suspension {

    @Override
    public Rule rule() {
        return Rule.D17;
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(Aspect.LIFE_CYCLE, Aspect.COLUMN, Aspect.RELATIONSHIP, Aspect.SESSION, Aspect.TRANSACTION);
    }

    @Override
    public boolean explains(Course course) {
        StepPair before = course.before();
        Raised expected = course.now().expected().result().raised();
        Raised actual = course.now().actual().result().raised();
        return before != null
                && expected != null
                && actual != null
                && expected.type().equals(actual.type())
                && Objects.equals(expected.kind(), actual.kind())
                && course.now().actual().events().contains(Command.ROLLBACK_TO)
                && sets(before).equals(sets(course.now()))
                && course.now().actual().result().transaction()
                        == before.actual().result().transaction()
                && before.actual().result().objects().entrySet().stream()
                        .allMatch(object -> same(
                                object.getValue(),
                                course.now().actual().result().objects().get(object.getKey())));
    }

    private static List<List<String>> sets(StepPair pair) {
        SessionSets sets = pair.actual().result().sets();
        return List.of(sets.pending(), sets.deleted());
    }

    private static boolean same(ObjectState before, @Nullable ObjectState now) {
        return now != null
                && before.lifeCycle().equals(now.lifeCycle())
                && agrees(before.columns(), now.columns())
                && agrees(before.relationships(), now.relationships());
    }

    private static boolean agrees(Map<String, @Nullable Object> before, Map<String, @Nullable Object> now) {
        return before.entrySet().stream()
                .allMatch(value ->
                        !now.containsKey(value.getKey()) || Objects.equals(value.getValue(), now.get(value.getKey())));
    }
}
