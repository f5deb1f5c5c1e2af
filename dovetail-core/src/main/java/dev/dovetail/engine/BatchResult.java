package dev.dovetail.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement did for each of the rows that it was given, in their order. */
public final class BatchResult {

    private final int[] counts;
    private final List<@Nullable Object @Nullable []> values;

    BatchResult(int[] counts, List<@Nullable Object @Nullable []> values) {
        this.counts = counts;
        this.values = Collections.unmodifiableList(values);
    }

    /**
     * How many rows of the table each given row touched.
     *
     * @return a new array with one count for each given row
     */
    public int[] counts() {
        return counts.clone();
    }

    /**
     * The keys that the database generated.
     *
     * @return one key for each given row, of the key column's Java class; empty if none were asked for
     */
    public List<@Nullable Object> keys() {
        List<@Nullable Object> keys = new ArrayList<>(values.size());
        values.forEach(row -> keys.add(row == null ? null : row[0]));
        return keys;
    }

    /**
     * What a given row's columns have that were asked back, of their Java classes.
     *
     * @param row the place of the given row
     * @return the columns' values, in the order in which they were asked for; null if the row touched none
     */
    public @Nullable Object @Nullable [] returned(int row) {
        return values.get(row);
    }
}
