package dev.dovetail.tests.conformance.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.ScenarioReader;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.SchemaReader;
import dev.dovetail.tests.conformance.corpus.SentStatement;
import dev.dovetail.tests.conformance.corpus.StepResult;
import dev.dovetail.tests.conformance.corpus.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {

    private static final Path ORACLE = Path.of("src/test/resources/oracle");

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void recordsWhatAStoryDoes(String server) throws IOException {
        List<Schema> schemas = SchemaReader.read(Files.readString(ORACLE.resolve("schemas.json")));
        Scenario story =
                ScenarioReader.read(ORACLE.resolve("seed-stories.json")).get(0);
        List<Result> results = new ArrayList<>();
        try (Interpreter interpreter = new Interpreter(server, schemas)) {
            interpreter.run(List.of(story, story), (scenario, result) -> results.add(result));
        }
        assertThat(results.get(1)).isEqualTo(results.get(0));
        Result result = results.get(0);
        assertThat(result.tables())
                .containsEntry("parent", List.of(List.of(1L, "p")))
                .containsEntry("child", List.of(List.of(1L, "c1", 1L), List.of(2L, "c2", 1L)));
        assertThat(result.steps()).hasSameSizeAs(story.steps());
        StepResult commit = result.steps().get(4);
        assertThat(commit.sql())
                .extracting(SentStatement::text)
                .startsWith("BEGIN", "INSERT INTO parent (name) VALUES (?)")
                .endsWith("COMMIT");
        assertThat(commit.objects().get("c1").lifeCycle()).isEqualTo("persistent");
        assertThat(commit.sets().pending()).isEmpty();
        assertThat(result.steps().get(3).sets().pending()).containsExactly("c1", "c2", "p1");
        assertThat(result.steps().get(6).transaction()).isEqualTo(Transaction.INACTIVE);
    }
}
