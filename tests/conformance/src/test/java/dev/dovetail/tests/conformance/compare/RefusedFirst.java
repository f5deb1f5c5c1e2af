package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.Schema.Column;
import dev.dovetail.tests.conformance.replay.Verb;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A child that was taken from its parent and put nowhere else, and whose key cannot be NULL, is refused before anything is
 * written, where SQLAlchemy sends the UPDATE and the database refuses it.
 */
final class RefusedFirst implements Suspension {

    @Override
    public Rule rule() {
        return Rule.D16;
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.complementOf(EnumSet.of(Aspect.TABLES, Aspect.ORDER, Aspect.SELECTS));
    }

    @Override
    public boolean explains(Course course) {
        Raised expected = course.now().expected().result().raised();
        Raised actual = course.now().actual().result().raised();
        return expected != null
                && Objects.equals(expected.kind(), "not_null")
                && actual != null
                && actual.type().equals("InvalidRequestError")
                && course.now().actual().written().isEmpty()
                && takesKeyAway(course, course.now().expected().written());
    }

    private static boolean takesKeyAway(Course course, List<Written> rows) {
        return rows.stream()
                .filter(row -> row.failed() && row.write().verb() == Verb.UPDATE)
                .anyMatch(row -> row.write().set().entrySet().stream().anyMatch(set -> {
                    Column column = course.schema().table(row.write().table()).column(set.getKey());
                    return set.getValue() == null && !column.nullable();
                }));
    }
}
