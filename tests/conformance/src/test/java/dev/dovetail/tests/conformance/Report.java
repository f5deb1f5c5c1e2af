package dev.dovetail.tests.conformance;

import dev.dovetail.tests.conformance.compare.Disagreement;
import dev.dovetail.tests.conformance.compare.Excuse;
import dev.dovetail.tests.conformance.compare.Rule;
import dev.dovetail.tests.conformance.compare.Verdict;
import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.Step;
import dev.dovetail.tests.conformance.corpus.StepResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came of comparing a corpus on one database, as text. */
final class Report {

    /** How many scenarios of a family there are, and how many of them agree. */
    private static final class Count {
        private int all;
        private int agreeing;
    }

    private final String database;
    private final Map<String, Count> families = new TreeMap<>();
    private final Map<Rule, Integer> rules = new EnumMap<>(Rule.class);
    private final List<String> lines = new ArrayList<>();
    private final List<String> disagreeing = new ArrayList<>();
    private int all;
    private int agreeing;

    Report(String database) {
        this.database = database;
    }

    void add(String family, Scenario scenario, Verdict verdict) {
        Count count = families.computeIfAbsent(family, ignored -> new Count());
        count.all++;
        all++;
        verdict.excuses().stream().map(Excuse::rule).distinct().forEach(rule -> rules.merge(rule, 1, Integer::sum));
        if (verdict.agrees()) {
            count.agreeing++;
            agreeing++;
            return;
        }
        disagreeing.add(verdict.scenario());
        lines.add(verdict.scenario() + " (" + scenario.schema() + ")");
        for (Disagreement disagreement : verdict.disagreements()) {
            int step = disagreement.step();
            String where = step < scenario.steps().size()
                    ? "step " + step + " " + scenario.steps().get(step).op() + " "
                            + scenario.steps().get(step).fields()
                    : "end";
            lines.add("  " + where + ": " + disagreement.aspect());
            lines.add("    expected " + disagreement.expected());
            lines.add("    came     " + disagreement.actual());
        }
    }

    /** Adds all that a scenario did. */
    void show(Scenario scenario, Result result) {
        lines.add(scenario.name() + " did:");
        for (Step step : scenario.steps()) {
            StepResult did = result.steps().get(step.number());
            lines.add("  " + step);
            did.sql().forEach(sent -> lines.add("      " + sent.text() + " " + sent.rows()));
            if (did.raised() != null) {
                lines.add("    raised " + did.raised());
            }
            if (did.returned() != null) {
                lines.add("    returned " + did.returned().value());
            }
            lines.add("    " + did.transaction() + " new " + did.sets().pending() + " deleted "
                    + did.sets().deleted());
            did.objects().forEach((name, state) -> lines.add("    " + name + " " + state));
        }
        lines.add("  tables " + result.tables());
    }

    /** Adds scenarios that could not be run. */
    void add(List<Scenario> scenarios, String why) {
        for (Scenario scenario : scenarios) {
            families.computeIfAbsent(Corpus.schema(scenario).family(), ignored -> new Count()).all++;
            all++;
            disagreeing.add(scenario.name());
            lines.add(scenario.name() + " (" + scenario.schema() + ") cannot be run: " + why);
        }
    }

    /** {@return the names of the scenarios that do not agree} */
    List<String> disagreeing() {
        return disagreeing;
    }

    /** {@return how many agree} */
    String summary() {
        return database + ": " + agreeing + " of " + all + " scenarios agree";
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(summary()).append("\n\n");
        families.forEach((family, count) ->
                text.append(String.format(Locale.ROOT, "  %-12s %4d of %4d%n", family, count.agreeing, count.all)));
        if (!rules.isEmpty()) {
            text.append("\nscenarios in which a rule of DIFFERENCES.md was needed: ")
                    .append(rules)
                    .append('\n');
        }
        if (!lines.isEmpty()) {
            text.append('\n').append(String.join("\n", lines)).append('\n');
        }
        return text.toString();
    }
}
