package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.replay.Verb;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A changed stale object whose column another transaction has changed is refused, where SQLAlchemy overwrites it. */
final class MovedMeanwhile implements Departure {

    @Override
    public Rule rule() {
        return Rule.D9;
    }

    @Override
    public boolean explains(Course course) {
        Raised raised = course.now().actual().result().raised();
        return raised != null
                && raised.type().equals("StaleDataError")
                && course.now().expected().result().raised() == null
                && course.now().actual().written().isEmpty()
                && course.now().expected().written().stream().anyMatch(row -> overwrites(course, row));
    }

    /** Whether a value is overwritten that is not the one that the object had when it was last loaded. */
    private static boolean overwrites(Course course, Written row) {
        return row.write().verb() == Verb.UPDATE
                && row.before() != null
                && row.write().set().keySet().stream()
                        .anyMatch(column -> !seen(
                                course,
                                row.write().table(),
                                column,
                                row.before().get(column)));
    }

    private static boolean seen(Course course, String table, String column, @Nullable Object value) {
        return course.pairs().stream()
                .flatMap(pair -> pair.expected().result().objects().entrySet().stream())
                .filter(object -> course.tables(object.getKey()).stream()
                        .anyMatch(candidate -> candidate.name().equals(table)))
                .anyMatch(object -> object.getValue().columns().containsKey(column)
                        && Objects.equals(object.getValue().columns().get(column), value));
    }
}
