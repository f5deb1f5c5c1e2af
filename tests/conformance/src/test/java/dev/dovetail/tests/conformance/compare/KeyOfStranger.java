package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import java.util.List;
import java.util.Objects;

/** A flush writes no keys into objects that it does not insert. */
final class KeyOfStranger implements Difference {

    @Override
    public Rule rule() {
        return Rule.D7;
    }

    @Override
    public boolean column(Place place) {
        StepPair before = place.course().before();
        boolean stranger =
                List.of("transient", "detached").contains(place.actualState().lifeCycle());
        boolean key =
                !place.course().foreignKeys(place.object(), place.attribute()).isEmpty();
        if (!stranger || !key || before == null) {
            return false;
        }
        ObjectState was = before.actual().result().objects().get(place.object());
        return was != null && Objects.equals(place.actual(), was.columns().get(place.attribute()));
    }
}
