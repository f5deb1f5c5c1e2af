package dev.dovetail.tests.orm.support;

import dev.dovetail.engine.StatementEvent;
import dev.dovetail.engine.StatementListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records what goes to the database, one entry for each row that is written and for each command of the transaction:
 * {@code INSERT INTO child (name, parent_id) VALUES (?, ?) [C1, 1]}. Identifiers lose their quotes.
 */
public final class Statements implements StatementListener {

    private final List<String> all = new ArrayList<>();
    private int sent;

    @Override
    public synchronized void onBegin() {
        all.add("BEGIN");
    }

    @Override
    public synchronized void onPrepare(String name) {
        all.add("PREPARE");
    }

    @Override
    public synchronized void onCommit() {
        all.add("COMMIT");
    }

    @Override
    public synchronized void onRollback() {
        all.add("ROLLBACK");
    }

    @Override
    public synchronized void onSavepoint(String name) {
        all.add("SAVEPOINT");
    }

    @Override
    public synchronized void onRollbackTo(String name) {
        all.add("ROLLBACK TO");
    }

    @Override
    public synchronized void onRelease(String name) {
        all.add("RELEASE");
    }

    @Override
    public synchronized void onStatement(StatementEvent event) {
        sent++;
        String sql = event.sql()
                .replaceAll("[\"`]", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" RETURNING .*", "")
                .replaceAll("CAST\\(\\? AS \\w+\\)", "?");
        for (List<@Nullable Object> row : event.parameters()) {
            all.add(row.isEmpty() ? sql : sql + " " + row);
        }
        if (event.parameters().isEmpty()) {
            all.add(sql);
        }
    }

    /** Forgets what was recorded. */
    public synchronized void clear() {
        all.clear();
        sent = 0;
    }

    /** {@return everything, and forgets it} */
    public synchronized List<String> all() {
        List<String> result = List.copyOf(all);
        clear();
        return result;
    }

    /** {@return one entry for each row written, and forgets everything} */
    public List<String> writes() {
        return all().stream()
                .filter(line -> line.startsWith("INSERT") || line.startsWith("UPDATE") || line.startsWith("DELETE"))
                .toList();
    }

    /** {@return the SELECTs, and forgets everything} */
    public List<String> reads() {
        return all().stream().filter(line -> line.startsWith("SELECT")).collect(Collectors.toList());
    }

    /** {@return how many statements were sent since the record was last emptied; a batch is one} */
    public synchronized int sent() {
        return sent;
    }
}
