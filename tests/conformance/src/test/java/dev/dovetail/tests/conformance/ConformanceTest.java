package dev.dovetail.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tests.conformance.compare.ResultComparator;
import dev.dovetail.tests.conformance.compare.Verdict;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.interpret.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs a corpus and compares: the stories, probes and training scenarios, or the folder or file that {@code -Dcorpus} names.
 * {@code -Dscenario} is a pattern for names, and shows all that these did. What differs is printed, and written to {@code target/conformance-DATABASE.txt}. A disagreement fails the test, with {@code -Dcorpus} only if {@code -Dstrict=true} says so.
 */
class ConformanceTest {

    private static final String NAMES = System.getProperty("scenario", ".*");

    static Stream<String> databases() {
        List<String> chosen = List.of(System.getProperty("databases", String.join(",", Corpus.BACKENDS))
                .split(","));
        return Corpus.BACKENDS.stream().filter(chosen::contains);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void agrees(String database) throws IOException {
        List<Scenario> scenarios = chosen().stream()
                .filter(scenario -> scenario.results().containsKey(database))
                .filter(scenario -> scenario.name().matches(NAMES))
                .toList();
        assertThat(scenarios).as("scenarios to run").isNotEmpty();
        Report report = new Report(database);
        try (Interpreter interpreter = new Interpreter(database, Corpus.schemas())) {
            Map<String, List<Scenario>> bySchema = scenarios.stream()
                    .collect(Collectors.groupingBy(Scenario::schema, TreeMap::new, Collectors.toList()));
            bySchema.forEach((schema, some) -> run(interpreter, some, database, report));
        }
        Files.writeString(Path.of("target", "conformance-" + database + ".txt"), report.toString());
        System.out.println(report);
        if (System.getProperty("corpus") == null || Boolean.getBoolean("strict")) {
            assertThat(report.disagreeing()).as(report.summary()).isSubsetOf(Corpus.open());
        }
    }

    private static void run(Interpreter interpreter, List<Scenario> scenarios, String database, Report report) {
        try {
            interpreter.run(scenarios, (scenario, result) -> {
                Verdict verdict =
                        ResultComparator.compare(Corpus.schema(scenario), scenario, database, result, Corpus.excuses());
                report.add(Corpus.schema(scenario).family(), scenario, verdict);
                if (!NAMES.equals(".*")) {
                    report.show(scenario, result);
                }
            });
        } catch (IllegalStateException e) {
            report.add(scenarios, e.getMessage());
        }
    }

    /** A relative path counts from here, or from the root of the repository. */
    private static List<Scenario> chosen() {
        String corpus = System.getProperty("corpus");
        if (corpus == null) {
            return Corpus.scenarios();
        }
        Path here = Path.of(corpus);
        return Corpus.scenarios(Files.exists(here) ? here : Path.of("../..").resolve(corpus));
    }
}
