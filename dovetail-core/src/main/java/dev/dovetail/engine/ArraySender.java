package dev.dovetail.engine;

import dev.dovetail.compile.BindSlot;
import dev.dovetail.compile.CompiledStatement;
import dev.dovetail.compile.Dialect;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Write;
import dev.dovetail.type.Codec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends the rows of a write as arrays: one statement for many rows, in one round trip with the savepoint that takes it back
 * where an error has to be told as that of a row.
 */
final class ArraySender extends RowsTogether {

    /** From so many rows on it is quicker than a batch (PostgreSQL 18 on the same machine; over a network, earlier). */
    static final int LEAST = 5;

    /** Beyond, a longer array saves no time worth its memory. */
    private static final int MOST = 2500;

    private static final int MOST_CHARACTERS = 4_000_000;

    private static final String SAVEPOINT = "SAVEPOINT dovetail_rows";
    private static final String RELEASE = "RELEASE " + SAVEPOINT;
    private static final String ROLLBACK = "ROLLBACK TO " + SAVEPOINT;

    private final ReadyStatement ready;
    private final boolean inserts;
    private final boolean counted;
    private final List<ArrayColumn> columns = new ArrayList<>();
    private final CompiledStatement collecting;
    private boolean begun;
    private boolean released;

    ArraySender(Dialect dialect, Write statement, ReadyStatement ready, List<@Nullable Object[]> rows) {
        super(rows, !ready.compiled().codecs().isEmpty());
        this.ready = ready;
        this.inserts = statement instanceof Insert;
        this.counted = inserts && !ready.compiled().codecs().isEmpty();
        List<BindSlot<?>> slots = new ArrayList<>();
        for (BindSlot<?> slot : ready.compiled().slots()) {
            ArrayColumn column = new ArrayColumn(dialect, Math.min(rows.size(), MOST));
            columns.add(column);
            slots.add(column.slot(slot));
        }
        this.collecting = new CompiledStatement(ready.sql(), slots, List.of(), false);
    }

    /** Whether each row has a key of its own, so that it does not matter which comes first. */
    static boolean distinct(List<@Nullable Object[]> rows, int[] key) {
        return key.length == 0 || ascending(rows, key) || different(rows, key);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // of one class, which is checked
    private static boolean ascending(List<@Nullable Object[]> rows, int[] key) {
        Object before = null;
        for (@Nullable Object[] row : rows) {
            Object value = key[0] < row.length ? row[key[0]] : null;
            if (!(value instanceof Comparable next)
                    || before != null && (before.getClass() != next.getClass() || next.compareTo(before) <= 0)) {
                return false;
            }
            before = value;
        }
        return true;
    }

    private static boolean different(List<@Nullable Object[]> rows, int[] key) {
        Set<List<@Nullable Object>> seen = new HashSet<>(rows.size() * 2);
        for (@Nullable Object[] row : rows) {
            @Nullable Object[] parts = new Object[key.length];
            for (int i = 0; i < key.length; i++) {
                parts[i] = key[i] < row.length ? row[key[i]] : null;
            }
            if (!seen.add(Arrays.asList(parts))) {
                return false;
            }
        }
        return true;
    }

    @Override
    ReadyStatement ready() {
        return ready;
    }

    @Override
    void send(Connection connection, Function<PreparedStatement, RunningStatement> running) throws SQLException {
        if (rows.size() <= MOST) {
            String text = SAVEPOINT + "; " + ready.sql() + "; " + RELEASE;
            try (PreparedStatement prepared = connection.prepareStatement(text)) {
                if (collect(prepared, 0) == rows.size()) {
                    execute(prepared, 0, true, running.apply(prepared));
                    return;
                }
            }
            columns.forEach(ArrayColumn::clear);
        }
        execute(connection, SAVEPOINT);
        begun = true;
        try (PreparedStatement prepared = connection.prepareStatement(ready.sql())) {
            for (int from = 0; from < rows.size(); ) {
                int to = collect(prepared, from);
                execute(prepared, from, false, running.apply(prepared));
                from = to;
            }
        }
        execute(connection, RELEASE);
    }

    @Override
    boolean takeBack(Connection connection) throws SQLException {
        if (begun && !released) {
            execute(connection, ROLLBACK + "; " + RELEASE);
        }
        return !released;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** {@return the row before which the next statement begins} */
    private int collect(PreparedStatement prepared, int from) throws SQLException {
        int to = from;
        long size = 0;
        while (to < rows.size() && to - from < MOST && size < MOST_CHARACTERS) {
            collecting.bind(prepared, ready.constants(), rows.get(to++));
            size = 0;
            for (ArrayColumn column : columns) {
                size += column.size();
            }
        }
        return to;
    }

    private void execute(PreparedStatement prepared, int from, boolean withSavepoint, RunningStatement running)
            throws SQLException {
        int sent = columns.get(0).count();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).bind(prepared, i + 1);
        }
        begun = true;
        try {
            boolean result = prepared.execute();
            released = withSavepoint;
            if (withSavepoint) {
                result = prepared.getMoreResults();
            }
            if (result) {
                try (ResultSet written = prepared.getResultSet()) {
                    read(written, from, sent);
                }
            } else {
                Arrays.fill(
                        counts, from, from + sent, prepared.getUpdateCount() == sent ? 1 : Statement.SUCCESS_NO_INFO);
            }
            running.requireNotCancelled();
        } finally {
            running.over();
        }
    }

    private void read(ResultSet written, int from, int sent) throws SQLException {
        List<Codec<?>> codecs = ready.compiled().codecs();
        int first = inserts ? 1 : 2;
        int row = from;
        while (written.next()) {
            if (!inserts) {
                row = from + written.getInt(1) - 1;
            }
            counts[row] = 1;
            if (!codecs.isEmpty()) {
                @Nullable Object[] back = new Object[codecs.size()];
                for (int i = 0; i < back.length; i++) {
                    back[i] = codecs.get(i).read(written, i + first);
                }
                values.set(row, back);
            }
            row++;
        }
        if (counted) {
            requireKeysInOrder(from, row - from, sent);
        }
    }
}
