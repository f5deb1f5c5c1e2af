package dev.dovetail.tests.conformance;

import dev.dovetail.tests.conformance.compare.NamedExcuse;
import dev.dovetail.tests.conformance.compare.Rule;
import dev.dovetail.tests.conformance.corpus.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code excuses.json}. */
final class ExcuseReader {

    private ExcuseReader() {}

    @SuppressWarnings("unchecked")
    static List<NamedExcuse> read(String json) {
        List<NamedExcuse> excuses = new ArrayList<>();
        for (Object each : (List<Object>) Objects.requireNonNull(Json.read(json))) {
            Map<String, @Nullable Object> excuse = (Map<String, @Nullable Object>) each;
            excuses.add(new NamedExcuse(
                    (String) Objects.requireNonNull(excuse.get("scenario")),
                    (String) excuse.get("on"),
                    ((Long) Objects.requireNonNull(excuse.get("step"))).intValue(),
                    Rule.valueOf((String) Objects.requireNonNull(excuse.get("rule"))),
                    (String) excuse.get("raises"),
                    (List<String>) Objects.requireNonNullElse(excuse.get("writes"), List.of()),
                    (Map<String, @Nullable Object>) Objects.requireNonNullElse(excuse.get("shows"), Map.of())));
        }
        return excuses;
    }
}
