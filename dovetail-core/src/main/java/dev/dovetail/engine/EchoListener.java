package dev.dovetail.engine;

import dev.dovetail.ValueText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.StringJoiner;
import java.util.function.Consumer;

/**
 * Writes out what goes to the database, one line each for the transaction's commands, the statements and their
 * parameters. Look-ups that Dovetail makes of itself are left out.
 */
public final class EchoListener implements StatementListener {

    private final Consumer<String> lines;

    /**
     * Makes an echo.
     *
     * @param lines takes each line, without its end; called by all threads that use the engine
     */
    public EchoListener(Consumer<String> lines) {
        this.lines = lines;
    }

    /**
     * Makes an echo into a stream or a writer.
     *
     * @param target takes the lines, each with its end, one thread at a time
     */
    public EchoListener(Appendable target) {
        this(line -> append(target, line));
    }

    private static void append(Appendable target, String line) {
        synchronized (target) {
            try {
                target.append(line).append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void onBegin() {
        lines.accept("BEGIN");
    }

    @Override
    public void onPrepare(String name) {
        lines.accept("PREPARE " + name);
    }

    @Override
    public void onCommit() {
        lines.accept("COMMIT");
    }

    @Override
    public void onRollback() {
        lines.accept("ROLLBACK");
    }

    @Override
    public void onSavepoint(String name) {
        lines.accept("SAVEPOINT " + name);
    }

    @Override
    public void onRollbackTo(String name) {
        lines.accept("ROLLBACK TO SAVEPOINT " + name);
    }

    @Override
    public void onRelease(String name) {
        lines.accept("RELEASE SAVEPOINT " + name);
    }

    @Override
    public void onStatement(StatementEvent event) {
        lines.accept(event.sql());
        if (event.parameters().stream().allMatch(row -> row.isEmpty())) {
            return;
        }
        if (event.parameters().size() == 1) {
            lines.accept(ValueText.row(event.parameters().get(0)));
        } else {
            StringJoiner rows = new StringJoiner(", ", "[", "]");
            event.parameters().forEach(row -> rows.add(ValueText.row(row)));
            lines.accept(rows.toString());
        }
    }
}
