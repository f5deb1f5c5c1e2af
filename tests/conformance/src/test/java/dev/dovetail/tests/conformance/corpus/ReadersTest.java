package dev.dovetail.tests.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {

    private static final Path ORACLE = Path.of("src/test/resources/oracle");

    private static final String RECORD = """
            {"name": "n", "schema": "s", "session": {"autoflush": false}, "fixture": [["parent", {"id": 1}]],
             "steps": [{"op": "get", "entity": "Parent", "pk": [1], "as": "p"},
                       {"op": "set", "obj": "p", "attr": "name", "value": null}, {"op": "commit"}],
             "outcome": "clean:updates", "unordered": [2],
             "results": {
              "sqlite": {"steps": [
                {"ret": "p", "sql": [["BEGIN"], ["SELECT 1", [[1]]]], "tx": "active",
                 "state": {"p": {"st": "persistent", "c": {"id": 1}}}},
                {"ses": {"new": [], "dirty": ["p"], "deleted": []}},
                {"exc": {"class": "IntegrityError", "kind": "not_null"}, "tx": "inactive",
                 "state": {"p": {"st": "persistent", "r": {"children": ["c"]}}}}],
               "end_sql": [], "tables": {"parent": [[1, null]]}},
              "postgresql": {"steps": ["=", "=", {"tx": "none"}], "end_sql": "=", "tables": {"parent": []}},
              "sqlite_fkoff": null, "other": "="}}""";

    @Test
    void stepsKnowAllThatIsSoAfterThem() {
        Scenario scenario = only(ScenarioReader.parse(RECORD.replace("\n", " "), true));

        assertThat(scenario.session()).isEqualTo(new SessionSettings(true, false));
        assertThat(scenario.fixture()).containsExactly(new FixtureRow("parent", Map.of("id", 1L)));
        assertThat(scenario.steps()).extracting(Step::op).containsExactly(Op.GET, Op.SET, Op.COMMIT);
        assertThat(scenario.steps().get(1).has("value")).isTrue();
        assertThat(scenario.steps().get(1).value("value")).isNull();
        assertThat(scenario.marks().unordered()).containsExactly(2);

        List<StepResult> steps = scenario.results().get("sqlite").steps();
        assertThat(steps.get(0).sql())
                .containsExactly(
                        new SentStatement("BEGIN", List.of()), new SentStatement("SELECT 1", List.of(List.of(1L))));
        assertThat(steps.get(0).returned()).isEqualTo(new Returned("p"));
        assertThat(steps.get(1).returned()).isNull();
        assertThat(steps.get(1).transaction()).isEqualTo(Transaction.ACTIVE);
        assertThat(steps.get(1).objects())
                .containsEntry("p", new ObjectState("persistent", Map.of("id", 1L), Map.of()));
        assertThat(steps.get(2).sets().dirty()).containsExactly("p");
        assertThat(steps.get(2).raised()).isEqualTo(new Raised("IntegrityError", "not_null", null));
        assertThat(steps.get(2).objects())
                .containsEntry("p", new ObjectState("persistent", Map.of(), Map.of("children", List.of("c"))));
        assertThat(scenario.results().get("sqlite").tables()).containsEntry("parent", List.of(Arrays.asList(1L, null)));
    }

    @Test
    void whatEqualsSqliteIsSqlites() {
        Map<String, Result> results =
                only(ScenarioReader.parse("[" + RECORD + "]", false)).results();

        Result sqlite = results.get("sqlite");
        Result postgresql = results.get("postgresql");
        assertThat(results).containsOnlyKeys("sqlite", "postgresql", "other");
        assertThat(results.get("other")).isEqualTo(sqlite);
        assertThat(postgresql.steps().subList(0, 2)).isEqualTo(sqlite.steps().subList(0, 2));
        assertThat(postgresql.steps().get(2).raised()).isNull();
        assertThat(postgresql.steps().get(2).objects())
                .containsEntry("p", new ObjectState("persistent", Map.of("id", 1L), Map.of()));
        assertThat(postgresql.steps().get(2).transaction()).isEqualTo(Transaction.NONE);
        assertThat(postgresql.tables()).containsEntry("parent", List.of());
    }

    @Test
    void scenariosAreInFilesAndFoldersOfEitherForm(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"stories\": [" + RECORD + "]}");
        Path lines = Files.createDirectory(folder.resolve("more")).resolve("b.jsonl");
        Files.writeString(lines, RECORD.replace("\n", " ") + "\n\n" + RECORD.replace("\n", " ") + "\n");
        Files.writeString(folder.resolve("other.json"), "{\"q41b\": [4, \"writes\"], \"cases\": [{\"name\": \"x\"}]}");
        Files.writeString(folder.resolve("README.md"), "no JSON");

        assertThat(ScenarioReader.read(folder)).hasSize(3);
        assertThat(ScenarioReader.read(lines)).hasSize(2);
        assertThat(ScenarioReader.read(ORACLE)).hasSize(24 + 111 + 403);
    }

    @Test
    void schemasHaveTheirDefaults() throws IOException {
        List<Schema> schemas = SchemaReader.read(Files.readString(ORACLE.resolve("schemas.json")));

        assertThat(schemas).hasSize(78);
        Schema schema = schemas.stream()
                .filter(candidate -> candidate.name().equals("bp_def_null"))
                .findFirst()
                .orElseThrow();
        assertThat(schema.table("child").primaryKey()).containsExactly("id");
        assertThat(schema.table("child").column("parent_id").nullable()).isTrue();
        assertThat(schema.table("child").foreignKeys())
                .containsExactly(
                        new Schema.ForeignKey(List.of("parent_id"), "parent", List.of("id"), null, null, false));
        Schema.Relationship children = schema.entity("Parent").relationships().get(0);
        assertThat(children.kind().collection()).isTrue();
        assertThat(children.cascades()).containsExactly("save-update", "merge");
        assertThat(children.passiveDeletes()).isEqualTo(Schema.PassiveDeletes.FALSE);
        assertThat(children.passiveUpdates()).isTrue();
    }

    private static Scenario only(List<Scenario> scenarios) {
        assertThat(scenarios).hasSize(1);
        return scenarios.get(0);
    }
}
