package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Returned;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.SessionSets;
import dev.dovetail.tests.conformance.corpus.Step;
import dev.dovetail.tests.conformance.corpus.StepResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of objects that do not depend on what was loaded when. A result calls an object that was loaded before it was labelled
 * {@code Child#2} ever after; here it has its first label from the beginning.
 */
final class Names {

    private final Map<String, String> labels = new LinkedHashMap<>();

    private Names(Scenario scenario, Result result) {
        for (Step step : scenario.steps()) {
            Returned returned = result.steps().get(step.number()).returned();
            if ((step.op() == Op.GET || step.op() == Op.MERGE)
                    && returned != null
                    && returned.value() instanceof String name
                    && automatic(name)) {
                labels.putIfAbsent(name, step.text("as"));
            }
        }
    }

    static Result canonical(Scenario scenario, Result result) {
        Names names = new Names(scenario, result);
        return new Result(result.steps().stream().map(names::step).toList(), result.endSql(), result.tables());
    }

    /** Whether a name was made up when the object was loaded. */
    static boolean automatic(String name) {
        return name.indexOf('#') >= 0 || name.indexOf('+') >= 0;
    }

    private StepResult step(StepResult step) {
        Map<String, ObjectState> objects = new LinkedHashMap<>();
        step.objects().forEach((name, state) -> objects.put(of(name), object(state)));
        return new StepResult(
                step.sql(),
                step.raised(),
                step.warnings(),
                step.returned() == null
                        ? null
                        : new Returned(value(step.returned().value())),
                Collections.unmodifiableMap(objects),
                new SessionSets(
                        all(step.sets().pending()),
                        all(step.sets().dirty()),
                        all(step.sets().deleted())),
                step.transaction());
    }

    private ObjectState object(ObjectState state) {
        Map<String, @Nullable Object> relationships = new LinkedHashMap<>();
        state.relationships().forEach((name, value) -> relationships.put(name, value(value)));
        return new ObjectState(state.lifeCycle(), state.columns(), relationships);
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> renamed = new ArrayList<>();
            list.forEach(element -> renamed.add(value(element)));
            return renamed;
        }
        return value instanceof String name ? of(name) : value;
    }

    private List<String> all(List<String> names) {
        return names.stream().map(this::of).sorted().toList();
    }

    private String of(String name) {
        return labels.getOrDefault(name, name);
    }
}
