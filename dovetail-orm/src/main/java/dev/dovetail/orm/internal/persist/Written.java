package dev.dovetail.orm.internal.persist;

import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.sql.Expression;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a statement writes: columns, and the expressions that some of them get. Rows for which both are the same go together.
 *
 * @param columns the columns' positions
 * @param expressions the expressions, by the position of their column; the others get the values of fields
 */
record Written(int[] columns, Map<Integer, Expression<?>> expressions) {

    static Written of(InstanceState state, int[] columns) {
        if (state.assigned().isEmpty()) {
            return new Written(columns, Map.of());
        }
        Map<Integer, Expression<?>> expressions = new HashMap<>();
        for (int column : columns) {
            Expression<?> value = state.assigned().of(column);
            if (value != null) {
                expressions.put(column, value);
            }
        }
        return new Written(columns, expressions);
    }

    boolean isEmpty() {
        return columns.length == 0;
    }

    boolean has(int column) {
        return Arrays.stream(columns).anyMatch(own -> own == column);
    }

    /** Whether fields are written to exactly some columns, and no expressions. */
    boolean hasOnly(int[] some, int count) {
        return expressions.isEmpty() && Arrays.equals(columns, 0, columns.length, some, 0, count);
    }

    boolean isSame(Written other) {
        return this == other || Arrays.equals(columns, other.columns) && expressions.equals(other.expressions);
    }
}
