package dev.dovetail.tests.conformance.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads results: what is written as "=" is SQLite's, and what a step does not mention is as it was before. */
final class ResultReader {

    private static final String BASE = "sqlite";

    private ResultReader() {}

    static Map<String, Result> results(JsonNode node) {
        JsonNode base = node.get(BASE);
        Map<String, Result> results = new LinkedHashMap<>();
        node.properties().forEach(member -> {
            JsonNode own = member.getValue();
            if (!own.isNull()) {
                results.put(member.getKey(), result(same(own) ? base : own, base));
            }
        });
        return Map.copyOf(results);
    }

    private static boolean same(JsonNode node) {
        return node.isTextual() && node.textValue().equals("=");
    }

    private static Result result(JsonNode own, JsonNode base) {
        List<StepResult> steps = new ArrayList<>();
        for (int i = 0; i < own.get("steps").size(); i++) {
            JsonNode step = own.get("steps").get(i);
            steps.add(step(same(step) ? base.get("steps").get(i) : step, steps.isEmpty() ? null : steps.get(i - 1)));
        }
        JsonNode tables = same(own.get("tables")) ? base.get("tables") : own.get("tables");
        return new Result(
                List.copyOf(steps),
                Json.list(same(own.get("end_sql")) ? base.get("end_sql") : own.get("end_sql"), ResultReader::sent),
                Json.map(tables, rows -> Json.list(rows, Json::values)));
    }

    private static StepResult step(JsonNode node, @Nullable StepResult before) {
        Map<String, ObjectState> objects = new LinkedHashMap<>(before == null ? Map.of() : before.objects());
        objects.putAll(Json.map(node.get("state"), ResultReader::object));
        return new StepResult(
                Json.list(node.get("sql"), ResultReader::sent),
                node.has("exc") ? raised(node.get("exc")) : null,
                Json.texts(node.get("warn")),
                node.has("ret") ? new Returned(Json.value(node.get("ret"))) : null,
                Collections.unmodifiableMap(objects),
                node.has("ses") ? sets(node.get("ses")) : before == null ? SessionSets.EMPTY : before.sets(),
                node.has("tx")
                        ? Transaction.valueOf(Json.need(node, "tx").toUpperCase(Locale.ROOT))
                        : before == null ? Transaction.NONE : before.transaction());
    }

    private static SentStatement sent(JsonNode node) {
        return new SentStatement(
                node.get(0).textValue(), node.size() < 2 ? List.of() : Json.list(node.get(1), Json::values));
    }

    private static Raised raised(JsonNode node) {
        return new Raised(Json.need(node, "class"), Json.text(node, "kind"), Json.text(node, "msg"));
    }

    private static ObjectState object(JsonNode node) {
        return new ObjectState(
                Json.need(node, "st"), Json.map(node.get("c"), Json::value), Json.map(node.get("r"), Json::value));
    }

    private static SessionSets sets(JsonNode node) {
        return new SessionSets(
                Json.texts(node.get("new")), Json.texts(node.get("dirty")), Json.texts(node.get("deleted")));
    }
}
