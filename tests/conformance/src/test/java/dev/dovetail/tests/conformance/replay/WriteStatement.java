package dev.dovetail.tests.conformance.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT, UPDATE or DELETE with its values.
 *
 * @param set one map for each row of an INSERT, one for an UPDATE, none for a DELETE
 * @param where null for all rows
 */
record WriteStatement(
        Verb verb,
        String table,
        List<Map<String, Expression>> set,
        @Nullable Expression where) {

    /** The columns and values of a condition that is nothing but equations, or null. */
    @Nullable
    Map<String, @Nullable Object> equations() {
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        return where != null && collect(where, found) ? found : null;
    }

    private static boolean collect(Expression condition, Map<String, @Nullable Object> found) {
        if (condition instanceof Expression.And and) {
            return collect(and.left(), found) && collect(and.right(), found);
        }
        if (condition instanceof Expression.Match match) {
            return !found.containsKey(match.column()) && put(found, match);
        }
        return false;
    }

    private static boolean put(Map<String, @Nullable Object> found, Expression.Match match) {
        found.put(match.column(), match.value());
        return true;
    }
}
