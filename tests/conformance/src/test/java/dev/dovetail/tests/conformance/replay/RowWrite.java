package dev.dovetail.tests.conformance.replay;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row that a statement writes.
 *
 * @param set the columns that an INSERT or UPDATE gives a value to
 * @param where the columns by which an UPDATE or DELETE finds the row
 */
public record RowWrite(
        Verb verb, String table, Map<String, @Nullable Object> set, Map<String, @Nullable Object> where) {

    @Override
    public String toString() {
        return verb + " " + table + (set.isEmpty() ? "" : " " + set) + (where.isEmpty() ? "" : " where " + where);
    }
}
