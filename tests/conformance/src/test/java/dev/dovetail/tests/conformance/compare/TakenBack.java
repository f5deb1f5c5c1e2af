package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.replay.Command;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An object whose INSERT was rolled back is as it was before the flush, generated and copied keys included. */
final class TakenBack implements Difference {

    @Override
    public Rule rule() {
        return Rule.D8;
    }

    @Override
    public boolean column(Place place) {
        ObjectState before = beforeFlush(place);
        return isRow(place)
                || before != null
                        && Objects.equals(place.actual(), before.columns().get(place.attribute()));
    }

    @Override
    public boolean relationship(Place place) {
        ObjectState before = beforeFlush(place);
        if (before == null) {
            return false;
        }
        Map<String, @Nullable Object> was = before.relationships();
        return was.containsKey(place.attribute())
                ? Objects.equals(place.actual(), was.get(place.attribute()))
                : place.actual() == null || place.actual().equals(List.of());
    }

    /** Whether a detached object has its row's value, after the session was closed on what it had flushed. */
    private static boolean isRow(Place place) {
        StepPair now = place.course().now();
        Map<String, @Nullable Object> row = place.course().row(now.actual(), place.object(), place.actualState());
        return place.expectedState().lifeCycle().equals("detached")
                && place.actualState().lifeCycle().equals("detached")
                && now.actual().events().contains(Command.ROLLBACK)
                && row != null
                && Objects.equals(row.get(place.attribute()), place.actual());
    }

    /** The object's last state before it had a row, if that row was rolled back. */
    private static @Nullable ObjectState beforeFlush(Place place) {
        String lifeCycle = place.actualState().lifeCycle();
        if (!List.of("transient", "pending").contains(lifeCycle)
                || !place.expectedState().lifeCycle().equals(lifeCycle)
                || place.course().now().step().names(place.object())) {
            return null;
        }
        List<StepPair> pairs = place.course().pairs();
        boolean rolledBack = false;
        ObjectState before = null;
        for (int i = pairs.size() - 2; i >= 0; i--) {
            ObjectState state = pairs.get(i).actual().result().objects().get(place.object());
            if (state == null) {
                return null;
            }
            boolean transients = state.lifeCycle().equals("transient");
            rolledBack |= rolledBack(pairs.get(i + 1)) && !transients;
            before = before == null && (transients || state.lifeCycle().equals("pending")) ? state : before;
            if (rolledBack && before != null) {
                return before;
            }
        }
        return null;
    }

    private static boolean rolledBack(StepPair pair) {
        return Stream.concat(pair.actual().events().stream(), pair.expected().events().stream())
                .anyMatch(event -> event == Command.ROLLBACK || event == Command.ROLLBACK_TO);
    }
}
