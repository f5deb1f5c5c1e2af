package dev.dovetail.engine;

import dev.dovetail.type.Codec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends the rows of an INSERT several at a time, as rows of VALUES, and what is left over one by one. */
final class ValuesSender extends RowsTogether {

    private final ReadyStatement ready;
    private final ReadyStatement several;
    private final int perStatement;
    private final List<Codec<?>> returned;
    private final Preparing preparing;
    private @Nullable Savepoint savepoint;

    /**
     * A sender.
     *
     * @param ready the statement for one row
     * @param several the statement for several
     * @param perStatement how many
     */
    ValuesSender(
            ReadyStatement ready,
            ReadyStatement several,
            int perStatement,
            List<@Nullable Object[]> rows,
            List<Codec<?>> returned,
            Preparing preparing) {
        super(rows, !returned.isEmpty());
        this.ready = ready;
        this.several = several;
        this.perStatement = perStatement;
        this.returned = returned;
        this.preparing = preparing;
    }

    /** Prepares a text, whose generated keys are wanted or not. */
    @FunctionalInterface
    interface Preparing {
        PreparedStatement prepare(ReadyStatement text) throws SQLException;
    }

    @Override
    ReadyStatement ready() {
        return ready;
    }

    @Override
    void send(Connection connection, Function<PreparedStatement, RunningStatement> running) throws SQLException {
        savepoint = connection.setSavepoint();
        int together = rows.size() / perStatement * perStatement;
        send(several, perStatement, 0, together, running);
        if (together < rows.size()) {
            send(ready, 1, together, rows.size(), running);
        }
        if (!returned.isEmpty()) {
            requireKeysInOrder(0, rows.size(), rows.size());
        }
        connection.releaseSavepoint(savepoint);
    }

    @Override
    boolean takeBack(Connection connection) throws SQLException {
        if (savepoint != null) {
            connection.rollback(savepoint);
        }
        return true;
    }

    private void send(
            ReadyStatement text, int size, int from, int to, Function<PreparedStatement, RunningStatement> running)
            throws SQLException {
        try (PreparedStatement prepared = preparing.prepare(text)) {
            RunningStatement sent = running.apply(prepared);
            try {
                for (int first = from; first < to; first += size) {
                    for (int row = 0; row < size; row++) {
                        ready.bind(prepared, rows.get(first + row), row);
                    }
                    int written = prepared.executeUpdate();
                    Arrays.fill(counts, first, first + size, written == size ? 1 : java.sql.Statement.SUCCESS_NO_INFO);
                    readKeys(prepared, first, size);
                }
                sent.requireNotCancelled();
            } finally {
                sent.over();
            }
        }
    }

    private void readKeys(PreparedStatement prepared, int first, int size) throws SQLException {
        if (returned.isEmpty()) {
            return;
        }
        int row = first;
        try (ResultSet generated = prepared.getGeneratedKeys()) {
            for (; generated.next() && row < first + size; row++) {
                @Nullable Object[] back = new Object[returned.size()];
                for (int i = 0; i < back.length; i++) {
                    back[i] = returned.get(i).read(generated, i + 1);
                }
                values.set(row, back);
            }
        }
        if (row < first + size) {
            requireKeysInOrder(first, row - first, size);
        }
    }
}
