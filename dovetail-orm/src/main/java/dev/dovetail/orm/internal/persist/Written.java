package dev.dovetail.orm.internal.persist;

import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.sql.Expression;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

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

    /** All columns that an INSERT may write, but those that are left to the database. */
    static int[] insertColumns(InstanceState state) {
        return IntStream.range(0, state.type().columns().size())
                .filter(column -> state.type().columns().get(column).insertable() && !state.leftToDatabase(column))
                .toArray();
    }

    boolean has(int column) {
        return Arrays.stream(columns).anyMatch(own -> own == column);
    }

    boolean isSame(Written other) {
        return Arrays.equals(columns, other.columns) && expressions.equals(other.expressions);
    }
}
