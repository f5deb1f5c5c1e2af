package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.replay.Verb;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object that takes the row of a deleted one gives it all its values. SQLAlchemy leaves columns that were never set on the new
 * object as the deleted one had them.
 */
final class SwitchedRow implements Departure {

    @Override
    public Rule rule() {
        return Rule.D20;
    }

    @Override
    public boolean explains(Course course) {
        Writes writes = Writes.of(
                course.now().expected().written(), course.now().actual().written());
        return course.now().actual().result().raised() == null
                && writes.missing().isEmpty()
                && !writes.extra().isEmpty()
                && writes.extra().stream().allMatch(row -> emptied(row) && switched(course, row));
    }

    private static boolean emptied(Written row) {
        return row.write().verb() == Verb.UPDATE
                && row.write().set().values().stream().allMatch(Objects::isNull);
    }

    /** Whether one object with the row's key was to be deleted, and another to be inserted. */
    private static boolean switched(Course course, Written row) {
        StepPair before = course.before();
        return before != null
                && before.actual().result().sets().deleted().stream().anyMatch(name -> hasKey(course, name, row))
                && before.actual().result().sets().pending().stream().anyMatch(name -> hasKey(course, name, row));
    }

    private static boolean hasKey(Course course, String object, Written row) {
        Map<String, @Nullable Object> where = row.write().where();
        return course.tables(object).stream()
                        .anyMatch(table -> table.name().equals(row.write().table()))
                && where.entrySet().stream()
                        .allMatch(key -> Objects.equals(course.lastKnown(object, key.getKey()), key.getValue()));
    }
}
