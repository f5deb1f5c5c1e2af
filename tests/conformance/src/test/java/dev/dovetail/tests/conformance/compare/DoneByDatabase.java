package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a foreign key's own rule did to rows, the session knows: an object whose row was deleted by ON DELETE CASCADE is deleted,
 * one whose key was changed by SET NULL or ON UPDATE CASCADE has the row's value when it is touched.
 */
final class DoneByDatabase implements Difference {

    @Override
    public Rule rule() {
        return Rule.D13;
    }

    @Override
    public boolean lifeCycle(Place place) {
        return Objects.equals(place.expected(), "persistent")
                && (Objects.equals(place.actual(), "deleted") || Objects.equals(place.actual(), "detached"))
                && cascades(place)
                && gone(place);
    }

    private static boolean cascades(Place place) {
        return place.course().tables(place.object()).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> "CASCADE".equals(key.onDelete()));
    }

    /** Whether the object's row is not there. Where its key was never loaded, there are fewer rows than objects. */
    private static boolean gone(Place place) {
        Course course = place.course();
        Table table = course.tables(place.object()).get(0);
        boolean known = table.primaryKey().stream().allMatch(key -> course.lastKnown(place.object(), key) != null);
        if (known) {
            return course.row(course.now().actual(), place.object(), place.actualState()) == null;
        }
        long objects = course.now().expected().result().objects().entrySet().stream()
                .filter(object -> object.getValue().lifeCycle().equals("persistent"))
                .filter(object -> course.tables(object.getKey()).contains(table))
                .count();
        return Objects.requireNonNull(course.now().actual().rows().get(table.name()))
                        .size()
                < objects;
    }

    @Override
    public boolean column(Place place) {
        Map<String, @Nullable Object> row =
                place.course().row(place.course().now().actual(), place.object(), place.actualState());
        return row != null
                && Objects.equals(row.get(place.attribute()), place.actual())
                && place.course().foreignKeys(place.object(), place.attribute()).stream()
                        .anyMatch(DoneByDatabase::changes);
    }

    private static boolean changes(ForeignKey key) {
        return "SET NULL".equals(key.onDelete()) || "CASCADE".equals(key.onUpdate());
    }
}
