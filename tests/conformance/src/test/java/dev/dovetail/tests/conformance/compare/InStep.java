package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Schema.EntityClass;
import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import dev.dovetail.tests.conformance.corpus.Schema.Kind;
import dev.dovetail.tests.conformance.corpus.Schema.Relationship;
import dev.dovetail.tests.conformance.corpus.Step;
import dev.dovetail.tests.conformance.replay.ForeignKeys;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A holder contradicts neither its other side nor, once flushed, its row: where SQLAlchemy's two sides disagree, or its loaded
 * attribute says what the row no longer says, Dovetail's holder has what the other side or the row says.
 */
final class InStep implements Difference {

    @Override
    public Rule rule() {
        return Rule.D15;
    }

    @Override
    public boolean relationship(Place place) {
        Relationship relationship = place.course().relationship(place.object(), place.attribute());
        if (relationship == null) {
            return false;
        }
        List<String> gone = difference(place.expected(), place.actual());
        List<String> come = difference(place.actual(), place.expected());
        return !(gone.isEmpty() && come.isEmpty())
                && gone.stream().allMatch(other -> leftBy(place, relationship, other))
                && come.stream().allMatch(other -> takenBy(place, relationship, other))
                && Keys.names(place.actual()).stream().noneMatch(other -> leftBy(place, relationship, other));
    }

    private static List<String> difference(@Nullable Object content, @Nullable Object other) {
        return Keys.names(content).stream()
                .filter(name -> !Keys.names(other, name))
                .toList();
    }

    private static boolean leftBy(Place place, Relationship relationship, String other) {
        String inverse = relationship.backPopulates();
        boolean otherSideLeft = inverse != null
                && Keys.doesNotName(place.actualState(other), inverse, place.object())
                && Keys.doesNotName(place.expectedState(other), inverse, place.object());
        return otherSideLeft || written(place, relationship, other) && !related(place, relationship, other);
    }

    private static boolean takenBy(Place place, Relationship relationship, String other) {
        String inverse = relationship.backPopulates();
        boolean otherSideTook = inverse != null
                && Keys.doesName(place.actualState(other), inverse, place.object())
                && Keys.doesName(place.expectedState(other), inverse, place.object());
        return otherSideTook || related(place, relationship, other);
    }

    /** Whether the rows say that the two belong together. */
    private static boolean related(Place place, Relationship relationship, String other) {
        boolean referring = relationship.kind() == Kind.MANY_TO_ONE;
        String child = referring ? place.object() : other;
        String parent = referring ? other : place.object();
        EntityClass owner = place.course().entity(place.object());
        ForeignKey key = owner == null ? null : Keys.of(place.course(), owner, relationship);
        Map<String, @Nullable Object> childRow = row(place, child);
        Map<String, @Nullable Object> parentRow = row(place, parent);
        return key != null && ForeignKeys.refers(key, childRow, parentRow);
    }

    private static @Nullable Map<String, @Nullable Object> row(Place place, String object) {
        ObjectState state = place.actualState(object);
        return state == null ? null : place.course().row(place.course().now().actual(), object, state);
    }

    /** Whether something was written since a step last put the two together. */
    private static boolean written(Place place, Relationship relationship, String other) {
        List<StepPair> pairs = place.course().pairs();
        for (int i = pairs.size() - 1; i >= 0; i--) {
            if (!pairs.get(i).actual().written().isEmpty()) {
                return true;
            }
            Step step = pairs.get(i).step();
            if (step.names(place.object()) || step.names(other)) {
                return false;
            }
        }
        return false;
    }
}
