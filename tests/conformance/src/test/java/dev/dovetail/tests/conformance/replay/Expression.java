package dev.dovetail.tests.conformance.replay;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value, or a condition, over one row. Unknown is null. */
@FunctionalInterface
interface Expression {

    @Nullable
    Object over(Map<String, @Nullable Object> row);

    /** Whether it is true, not false or unknown. */
    default boolean holds(Map<String, @Nullable Object> row) {
        return Boolean.TRUE.equals(over(row));
    }

    /** A value that does not depend on the row. */
    record Value(@Nullable Object value) implements Expression {
        @Override
        public @Nullable Object over(Map<String, @Nullable Object> row) {
            return value;
        }
    }

    /** A column. */
    record Column(String name) implements Expression {
        @Override
        public @Nullable Object over(Map<String, @Nullable Object> row) {
            return row.get(name);
        }
    }

    /** A column that has a value, or is null. */
    record Match(String column, @Nullable Object value) implements Expression {
        @Override
        public Object over(Map<String, @Nullable Object> row) {
            return value == null ? row.get(column) == null : value.equals(row.get(column));
        }
    }

    /** Both of two conditions. */
    record And(Expression left, Expression right) implements Expression {
        @Override
        public Object over(Map<String, @Nullable Object> row) {
            return left.holds(row) && right.holds(row);
        }
    }
}
