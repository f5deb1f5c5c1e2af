package dev.dovetail.tests.conformance.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads scenarios: objects with arrays of them, arrays, or one in each line. */
public final class ScenarioReader {

    private ScenarioReader() {}

    /**
     * The scenarios of a file, or of every {@code .json} and {@code .jsonl} below a folder, files in the order of their names.
     * What is no scenario, such as a list of schemas, is passed over.
     */
    public static List<Scenario> read(Path path) throws IOException {
        List<Path> files = List.of(path);
        if (Files.isDirectory(path)) {
            try (Stream<Path> found = Files.walk(path)) {
                files = found.filter(file -> file.toString().endsWith(".json")
                                || file.toString().endsWith(".jsonl"))
                        .sorted()
                        .toList();
            }
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (Path file : files) {
            scenarios.addAll(parse(Files.readString(file), file.toString().endsWith(".jsonl")));
        }
        return scenarios;
    }

    /** The scenarios of a text: one in each line, or one JSON value that holds them. */
    public static List<Scenario> parse(String text, boolean lines) {
        Stream<JsonNode> nodes =
                lines ? text.lines().filter(line -> !line.isBlank()).map(Json::parse) : candidates(Json.parse(text));
        return nodes.filter(node -> node.has("steps") && node.has("results"))
                .map(ScenarioReader::scenario)
                .toList();
    }

    private static Stream<JsonNode> candidates(JsonNode node) {
        if (node.has("steps")) {
            return Stream.of(node);
        }
        Stream<JsonNode> members = StreamSupport.stream(node.spliterator(), false);
        return node.isArray()
                ? members
                : members.filter(JsonNode::isArray).flatMap(array -> StreamSupport.stream(array.spliterator(), false));
    }

    private static Scenario scenario(JsonNode node) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : node.get("steps")) {
            Map<String, Object> fields = new LinkedHashMap<>(Json.map(step, Json::value));
            fields.remove("op");
            steps.add(new Step(steps.size(), Op.of(Json.need(step, "op")), fields));
        }
        JsonNode session = node.path("session");
        return new Scenario(
                Json.need(node, "name"),
                Json.need(node, "schema"),
                Json.text(node, "doc"),
                new SessionSettings(
                        Json.flag(session, "expire_on_commit", true), Json.flag(session, "autoflush", true)),
                Json.list(
                        node.get("fixture"),
                        row -> new FixtureRow(row.get(0).textValue(), Json.map(row.get(1), Json::value))),
                List.copyOf(steps),
                Objects.requireNonNullElse(Json.text(node, "outcome"), ""),
                new Marks(
                        Json.numbers(node.get("unordered")),
                        Json.numbers(node.get("selects_vary")),
                        Json.numbers(node.get("partial")),
                        Json.numbers(node.get("loose"))),
                ResultReader.results(node.get("results")));
    }
}
