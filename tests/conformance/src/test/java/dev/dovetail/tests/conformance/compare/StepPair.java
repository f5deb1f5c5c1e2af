package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Step;
import dev.dovetail.tests.conformance.corpus.StepResult;
import dev.dovetail.tests.conformance.replay.Event;
import dev.dovetail.tests.conformance.replay.Query;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step as SQLAlchemy and as Dovetail did it. */
record StepPair(Step step, Half expected, Half actual) {

    /**
     * What one of the two did.
     *
     * @param rows the rows after the step as the session's transaction sees them, by table
     */
    record Half(StepResult result, List<Event> events, Map<String, List<Map<String, @Nullable Object>>> rows) {

        List<Written> written() {
            return StepPair.written(events);
        }

        List<Query> queries() {
            return StepPair.queries(events);
        }
    }

    int number() {
        return step.number();
    }

    static List<Written> written(List<Event> events) {
        return only(events, Written.class);
    }

    static List<Query> queries(List<Event> events) {
        return only(events, Query.class);
    }

    private static <T extends Event> List<T> only(List<Event> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
