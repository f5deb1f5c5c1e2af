package dev.dovetail.tests.conformance.replay;

import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.SentStatement;
import dev.dovetail.tests.conformance.corpus.Step;
import dev.dovetail.tests.conformance.corpus.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a result sent, step by step: commands, queries, and the rows written, one by one. A batch counts as its rows, a
 * set-based statement as the rows that it touched.
 *
 * @param steps the events of each step
 * @param contents the rows after each step as the session's transaction sees them, by table
 * @param end the events of closing the session
 * @param tables what is committed at the end, by these statements
 */
public record Replay(
        List<List<Event>> steps,
        List<Map<String, List<Map<String, @Nullable Object>>>> contents,
        List<Event> end,
        Map<String, List<List<@Nullable Object>>> tables) {

    private static final Pattern NAMED = Pattern.compile(":([A-Za-z_]\\w*)");

    /**
     * Replays a result.
     *
     * @param sequences whether generated keys come from sequences
     */
    public static Replay of(Schema schema, Scenario scenario, Result result, boolean sequences) {
        Tables tables = new Tables(schema, scenario.fixture(), sequences);
        List<List<Event>> steps = new ArrayList<>();
        List<Map<String, List<Map<String, @Nullable Object>>>> contents = new ArrayList<>();
        for (int i = 0; i < result.steps().size(); i++) {
            steps.add(step(tables, scenario.steps().get(i), result.steps().get(i)));
            contents.add(tables.rows());
        }
        List<Event> end = events(tables, result.endSql(), false, -1);
        return new Replay(List.copyOf(steps), List.copyOf(contents), end, tables.contents());
    }

    private static List<Event> step(Tables tables, Step step, StepResult result) {
        boolean own = step.op() == Op.SQL || step.op() == Op.EXTERNAL;
        if (step.op() == Op.EXTERNAL) {
            if (result.raised() == null) {
                sent(tables, named(step), true, false);
            }
            return events(tables, result.sql(), false, -1);
        }
        int failed = -1;
        if (result.raised() != null && result.raised().type().equals("IntegrityError")) {
            for (int i = 0; i < result.sql().size(); i++) {
                Command command = Command.of(result.sql().get(i).text());
                failed = command == null || command == Command.COMMIT ? i : failed;
            }
        }
        return events(tables, result.sql(), own, failed);
    }

    /** The scenario's SQL with its named values in their places. */
    private static SentStatement named(Step step) {
        List<@Nullable Object> values = new ArrayList<>();
        String sql = step.text("sql");
        StringBuilder text = new StringBuilder();
        int from = 0;
        var matcher = NAMED.matcher(sql);
        while (matcher.find()) {
            text.append(sql, from, matcher.start()).append('?');
            values.add(step.map("params").get(matcher.group(1)));
            from = matcher.end();
        }
        return new SentStatement(text.append(sql.substring(from)).toString(), List.of(values));
    }

    private static List<Event> events(Tables tables, List<SentStatement> statements, boolean own, int failed) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            events.addAll(sent(tables, statements.get(i), own, i == failed));
        }
        return List.copyOf(events);
    }

    private static List<? extends Event> sent(Tables tables, SentStatement sent, boolean own, boolean failed) {
        Command command = Command.of(sent.text());
        if (command != null) {
            tables.command(command == Command.COMMIT && failed ? Command.ROLLBACK : command);
            return List.of(command);
        }
        if (sent.text().stripLeading().regionMatches(true, 0, "SELECT", 0, 6)) {
            return List.of(new Query(sent.text(), SqlReader.tablesOf(sent.text()), sent.rows()));
        }
        List<Written> written = new ArrayList<>();
        for (List<@Nullable Object> row :
                sent.rows().isEmpty() ? List.<List<@Nullable Object>>of(List.of()) : sent.rows()) {
            written.addAll(tables.write(SqlReader.read(sent.text(), row, tables::of), own, failed));
        }
        return written;
    }
}
