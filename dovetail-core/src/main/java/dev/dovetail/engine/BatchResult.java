package dev.dovetail.engine;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement did for each of the rows that it was given, in their order. */
public final class BatchResult {

    private final int[] counts;
    private final List<@Nullable Object> keys;

    BatchResult(int[] counts, List<@Nullable Object> keys) {
        this.counts = counts;
        this.keys = Collections.unmodifiableList(keys);
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
        return keys;
    }
}
