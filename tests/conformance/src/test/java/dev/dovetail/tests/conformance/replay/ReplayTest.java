package dev.dovetail.tests.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tests.conformance.Corpus;
import dev.dovetail.tests.conformance.corpus.FixtureRow;
import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTest {

    @Test
    void theStatementsOfEveryRecordLeadToItsTables() {
        for (Scenario scenario : Corpus.scenarios()) {
            for (String backend : Corpus.BACKENDS) {
                Result result = scenario.results().get(backend);
                Replay replay = Replay.of(Corpus.schema(scenario), scenario, result, backend.equals("postgresql"));

                assertThat(replay.tables()).as(scenario.name() + " " + backend).isEqualTo(result.tables());
            }
        }
    }

    @Test
    void aSetBasedStatementCountsAsTheRowsThatItTouched() {
        Scenario scenario = Corpus.scenarios().stream()
                .filter(candidate -> candidate.name().equals("i"))
                .findFirst()
                .orElseThrow();
        Tables tables = new Tables(
                Corpus.schema(scenario),
                List.of(
                        new FixtureRow("parent", Map.of("id", 1L)),
                        new FixtureRow("child", Map.of("id", 2L, "parent_id", 1L)),
                        new FixtureRow("child", Map.of("id", 1L, "parent_id", 1L)),
                        new FixtureRow("child", Map.of("id", 3L, "name", "it's"))),
                false);

        assertThat(write(
                        tables,
                        "UPDATE \"child\" SET \"name\" = ? WHERE \"child\".\"parent_id\" IN (?, ?)",
                        "n",
                        1L,
                        7L))
                .containsExactly("UPDATE child {name=n} where {id=1}", "UPDATE child {name=n} where {id=2}");
        assertThat(write(
                        tables,
                        "UPDATE child SET parent_id = parent_id + 1, name = NULL WHERE NOT (id = ? OR id = 2)",
                        1L))
                .containsExactly("UPDATE child {parent_id=null, name=null} where {id=3}");
        assertThat(write(
                        tables,
                        "DELETE FROM child WHERE parent_id IN (SELECT parent.id FROM parent WHERE id = ?) AND name IS NOT NULL",
                        1L))
                .containsExactly("DELETE child where {id=1}", "DELETE child where {id=2}");
        assertThat(write(
                        tables,
                        "INSERT INTO child (name, parent_id) VALUES (?, NULL), ('it''s', ?) RETURNING \"id\"",
                        "a",
                        1L))
                .containsExactly("INSERT child {name=a, parent_id=null}", "INSERT child {name=it's, parent_id=1}");
        assertThat(write(tables, "DELETE FROM child WHERE (id, parent_id) IN ((4, 9), (?, 1))", 5L))
                .containsExactly("DELETE child where {id=5}");
        assertThat(write(tables, "DELETE FROM child WHERE id = ?", 99L)).containsExactly("DELETE child where {id=99}");
        assertThat(write(tables, "DELETE FROM child WHERE parent_id = ?", 99L)).isEmpty();
        assertThat(tables.contents().get("child"))
                .containsExactly(Arrays.asList(3L, null, null), Arrays.asList(4L, "a", null));
    }

    private static List<String> write(Tables tables, String sql, Object... values) {
        return tables.write(SqlReader.read(sql, List.of(values), tables::of), false, false).stream()
                .map(Written::toString)
                .toList();
    }
}
