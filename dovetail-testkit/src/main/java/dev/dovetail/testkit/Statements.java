package dev.dovetail.testkit;

import dev.dovetail.engine.Engine;
import dev.dovetail.engine.StatementEvent;
import dev.dovetail.engine.StatementListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Records the statements that an engine sends, so that a test can count and read them. What Dovetail asks of itself, to
 * explain an error, is not among them. Thread-safe.
 */
public final class Statements implements StatementListener {

    private static final int LAST = 5;

    private final List<StatementEvent> events = new ArrayList<>();

    /** Makes an empty record, to be given to an engine as a listener. */
    public Statements() {}

    /**
     * Makes a record of what an engine sends from now on.
     *
     * @param engine the engine
     * @return the record
     */
    public static Statements of(Engine engine) {
        Statements statements = new Statements();
        engine.addListener(statements);
        return statements;
    }

    @Override
    public synchronized void onStatement(StatementEvent event) {
        events.add(event);
    }

    /** Forgets what has been recorded. */
    public synchronized void clear() {
        events.clear();
    }

    /**
     * What has been sent.
     *
     * @return the statements since the record was last cleared, those that failed among them
     */
    public synchronized List<StatementEvent> events() {
        return List.copyOf(events);
    }

    /**
     * The text of what has been sent.
     *
     * @return one text for each statement since the record was last cleared
     */
    public List<String> sql() {
        return events().stream().map(StatementEvent::sql).toList();
    }

    /**
     * Requires that a number of statements has been sent since the record was last cleared, and clears it.
     *
     * @param count how many
     * @throws AssertionError if there were more or fewer; it lists them
     */
    public synchronized void expectStatements(int count) {
        List<String> sent = sql();
        clear();
        if (sent.size() != count) {
            throw new AssertionError(
                    count + " statements were expected, and " + sent.size() + " sent:\n" + String.join("\n", sent));
        }
    }

    /**
     * Requires that exactly these statements have been sent since the record was last cleared, and clears it.
     *
     * @param sql their texts
     * @throws AssertionError if they differ; it lists both
     */
    public synchronized void expectSql(String... sql) {
        List<String> sent = sql();
        clear();
        if (!sent.equals(List.of(sql))) {
            throw new AssertionError(
                    "expected:\n" + String.join("\n", sql) + "\nand sent:\n" + String.join("\n", sent));
        }
    }

    String lastLines() {
        List<String> sent = sql();
        return sent.subList(Math.max(0, sent.size() - LAST), sent.size()).stream()
                .collect(Collectors.joining("\n"));
    }
}
