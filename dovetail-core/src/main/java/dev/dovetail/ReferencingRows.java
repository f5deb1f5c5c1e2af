package dev.dovetail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table that refer to a row by one foreign key, or that break a constraint that was to be added. The look-up is bounded, so the count is too.
 *
 * @param table their table
 * @param columns the columns of the constraint
 * @param constraint the constraint's name
 * @param count how many rows were counted
 * @param more whether there are more than were counted
 * @param sampleKeys the primary keys of the first rows, each with one value for each key column
 */
public record ReferencingRows(
        String table,
        List<String> columns,
        @Nullable String constraint,
        int count,
        boolean more,
        List<List<@Nullable Object>> sampleKeys) {

    /** Copies the collections. */
    public ReferencingRows {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> keys = new ArrayList<>();
        sampleKeys.forEach(key -> keys.add(Collections.unmodifiableList(new ArrayList<>(key))));
        sampleKeys = Collections.unmodifiableList(keys);
    }
}
