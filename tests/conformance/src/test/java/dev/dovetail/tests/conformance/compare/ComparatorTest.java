package dev.dovetail.tests.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tests.conformance.Corpus;
import dev.dovetail.tests.conformance.corpus.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparatorTest {

    static final List<Scenario> SCENARIOS = Corpus.scenarios();

    @Test
    void recordsAgreeWithThemselves() {
        for (Scenario scenario : SCENARIOS) {
            for (String backend : Corpus.BACKENDS) {
                Verdict verdict = ResultComparator.compare(
                        Corpus.schema(scenario),
                        scenario,
                        backend,
                        scenario.results().get(backend));
                assertThat(verdict.disagreements())
                        .as(scenario.name() + " " + backend)
                        .isEmpty();
            }
        }
    }
}
