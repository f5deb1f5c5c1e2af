package dev.dovetail.tests.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tests.conformance.Corpus;
import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparatorTest {

    private static final List<Scenario> SCENARIOS = Corpus.scenarios();
    private static final Map<String, List<Rule>> DEMANDED = Map.of(
            "another relationship content", List.of(Rule.D15),
            "another return value", List.of(Rule.D15),
            "another transaction", List.of(Rule.D17),
            "another deleted", List.of(Rule.D7),
            "dropped write", List.of(Rule.D3, Rule.D18),
            "dropped command", List.of(Rule.D2));

    @Test
    void recordsAgreeWithThemselves() {
        for (Scenario scenario : SCENARIOS) {
            for (String backend : Corpus.BACKENDS) {
                Result recorded = scenario.results().get(backend);
                Verdict verdict = ResultComparator.compare(Corpus.schema(scenario), scenario, backend, recorded);

                assertThat(verdict.disagreements())
                        .as(scenario.name() + " " + backend)
                        .isEmpty();
            }
        }
    }

    @Test
    void everyDeliberateChangeIsReported() {
        Map<String, Integer> tried = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        for (Scenario scenario : SCENARIOS) {
            Mutations.of(Corpus.schema(scenario), scenario, "sqlite", mutation -> {
                tried.merge(mutation.kind(), 1, Integer::sum);
                Verdict verdict =
                        ResultComparator.compare(Corpus.schema(scenario), scenario, "sqlite", mutation.result());
                if (verdict.agrees() && !isWhatARuleDemands(mutation, verdict)) {
                    missed.add(verdict.excuses() + " " + scenario.name() + " step " + mutation.step() + ", "
                            + mutation.kind() + ": " + mutation.what());
                }
            });
        }
        assertThat(missed).isEmpty();
        assertThat(tried).hasSize(24);
    }

    /**
     * Whether a change makes the result what a rule demands of Dovetail: what is no longer there is out of a collection, a flush
     * that failed under a savepoint leaves the session in it, what is deleted is not deleted again, a row that goes is not
     * written before, and a transaction is rolled back without its savepoints.
     */
    private static boolean isWhatARuleDemands(Mutation mutation, Verdict verdict) {
        List<Rule> demanding = DEMANDED.getOrDefault(mutation.kind(), List.of());
        return verdict.excuses().stream()
                .anyMatch(excuse -> demanding.contains(excuse.rule()) && excuse.step() == mutation.step());
    }
}
