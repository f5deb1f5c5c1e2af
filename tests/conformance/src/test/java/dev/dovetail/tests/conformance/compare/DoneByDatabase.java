package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
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
                && hadRow(place)
                && place.course().row(place.course().now().actual(), place.object(), known(place)) == null;
    }

    private static boolean cascades(Place place) {
        return place.course().tables(place.object()).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> "CASCADE".equals(key.onDelete()));
    }

    private static boolean hadRow(Place place) {
        return place.course().pairs().stream()
                .anyMatch(pair -> place.course().row(pair.actual(), place.object(), known(place)) != null);
    }

    /** The last state in which the object's key was loaded. */
    private static ObjectState known(Place place) {
        ObjectState known = place.actualState();
        for (StepPair pair : place.course().pairs()) {
            ObjectState state = pair.expected().result().objects().get(place.object());
            if (state != null && !state.columns().isEmpty()) {
                known = state;
            }
        }
        return place.actualState().columns().isEmpty() ? known : place.actualState();
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
