package dev.dovetail.tests.conformance.interpret;

import dev.dovetail.engine.StatementEvent;
import dev.dovetail.engine.StatementListener;
import dev.dovetail.tests.conformance.corpus.SentStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records what a session sends, as the library writes it. */
final class Recorder implements StatementListener {

    private final List<SentStatement> sent = new ArrayList<>();

    /** {@return what was sent since the last call} */
    List<SentStatement> take() {
        List<SentStatement> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    @Override
    public void onBegin() {
        command("BEGIN");
    }

    @Override
    public void onCommit() {
        command("COMMIT");
    }

    @Override
    public void onRollback() {
        command("ROLLBACK");
    }

    @Override
    public void onSavepoint(String name) {
        command("SAVEPOINT " + name);
    }

    @Override
    public void onRollbackTo(String name) {
        command("ROLLBACK TO SAVEPOINT " + name);
    }

    @Override
    public void onRelease(String name) {
        command("RELEASE SAVEPOINT " + name);
    }

    private void command(String text) {
        sent.add(new SentStatement(text, List.of()));
    }

    @Override
    public void onStatement(StatementEvent event) {
        sent.add(new SentStatement(
                normal(event.sql()),
                event.parameters().stream().map(Recorder::row).toList()));
    }

    private static List<@Nullable Object> row(List<@Nullable Object> values) {
        List<@Nullable Object> row = new ArrayList<>();
        values.forEach(value -> row.add(Values.toJson(value)));
        return Collections.unmodifiableList(row);
    }

    /** Without quotes, RETURNING and superfluous space. */
    private static String normal(String sql) {
        return sql.replace("\"", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" RETURNING .*$", "")
                .strip();
    }
}
