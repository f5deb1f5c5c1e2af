package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of one scenario that differs by a rule which cannot tell by itself. What Dovetail does there is written down, and
 * checked; what comes after is not compared.
 *
 * @param on the one backend where it differs, null for all
 * @param raises the exception, as {@code IntegrityError(unique)}; null for none
 * @param writes the rows written, in order
 * @param shows states of objects ({@code c}) and values of columns ({@code c.ver}) after the step
 */
public record NamedExcuse(
        String scenario,
        @Nullable String on,
        int step,
        Rule rule,
        @Nullable String raises,
        List<String> writes,
        Map<String, @Nullable Object> shows) {

    /** What of this is not so in a step. */
    List<String> missing(StepPair.Half actual) {
        List<String> missing = new ArrayList<>();
        Raised raised = actual.result().raised();
        String came = raised == null ? null : new Raised(raised.type(), raised.kind(), null).toString();
        if (!Objects.equals(raises, came)) {
            missing.add("raises " + raises + ", not " + came);
        }
        List<String> written = actual.written().stream().map(Written::toString).toList();
        if (!writes.equals(written)) {
            missing.add("writes " + writes + ", not " + written);
        }
        shows.forEach((path, value) -> {
            Object is = shown(actual.result().objects(), path);
            if (!Objects.equals(value, is)) {
                missing.add(path + " is " + value + ", not " + is);
            }
        });
        return missing;
    }

    private static @Nullable Object shown(Map<String, ObjectState> objects, String path) {
        String[] parts = path.split("\\.");
        ObjectState state = objects.get(parts[0]);
        if (state == null) {
            return null;
        }
        return parts.length == 1 ? state.lifeCycle() : state.columns().get(parts[1]);
    }
}
