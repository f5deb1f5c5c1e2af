package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Step;
import dev.dovetail.tests.conformance.corpus.StepResult;
import dev.dovetail.tests.conformance.replay.Event;
import dev.dovetail.tests.conformance.replay.Query;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.List;

/** One step as SQLAlchemy and as Dovetail did it. */
record StepPair(
        Step step, StepResult expected, StepResult actual, List<Event> expectedEvents, List<Event> actualEvents) {

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
