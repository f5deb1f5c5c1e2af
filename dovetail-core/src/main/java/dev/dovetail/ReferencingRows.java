package dev.dovetail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table that refer to a row by one foreign key. The look-up is bounded, so the count is too.
 *
 * @param table the referring table
 * @param columns the columns of the foreign key
 * @param constraint the foreign key's name
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
