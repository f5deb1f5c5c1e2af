package dev.dovetail.benchmarks.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** Inserts rows in batches and gives each object the key of its row; one by one where a batch has no keys. */
final class KeyedBatch<T> {

    private final PreparedStatement insert;
    private final boolean batched;
    private final int size;
    private final ObjLongConsumer<T> keys;
    private final List<T> waiting = new ArrayList<>();

    KeyedBatch(PreparedStatement insert, boolean batched, int size, ObjLongConsumer<T> keys) {
        this.insert = insert;
        this.batched = batched;
        this.size = size;
        this.keys = keys;
    }

    /** Adds the row whose values are bound. */
    void add(T object) throws SQLException {
        waiting.add(object);
        if (!batched) {
            try (ResultSet rows = insert.executeQuery()) {
                take(rows);
            }
            return;
        }
        insert.addBatch();
        if (waiting.size() == size) {
            send();
        }
    }

    void send() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        insert.executeBatch();
        try (ResultSet rows = insert.getGeneratedKeys()) {
            take(rows);
        }
    }

    private void take(ResultSet rows) throws SQLException {
        for (T object : waiting) {
            if (!rows.next()) {
                throw new SQLException("a row without a key");
            }
            keys.accept(object, rows.getLong(1));
        }
        waiting.clear();
    }
}
