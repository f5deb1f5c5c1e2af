package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several values that are compared as one, from the first to the last. Immutable.
 *
 * @param values the values, at least one
 */
public record RowValue(List<Expression<?>> values) {
    /** Copies the list; refuses an empty one. */
    public RowValue {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new UsageException("DVT-SQL-ROW", "a row needs at least one value");
        }
    }

    static RowValue of(Object... values) {
        List<Expression<?>> expressions = new ArrayList<>();
        for (Object value : values) {
            expressions.add(value instanceof Operand<?> operand ? operand.expression() : Value.of(value));
        }
        return new RowValue(expressions);
    }

    /** Refuses other values than as many of the same Java classes. */
    void requireLike(String use, List<Expression<?>> others) {
        if (values.size() != others.size()) {
            throw new UsageException(
                    "DVT-SQL-ROW",
                    use + ": a row of " + others.size() + " values where one of " + values.size() + " is");
        }
        for (int i = 0; i < values.size(); i++) {
            Class<?> own = values.get(i).type().javaClass();
            Class<?> other = others.get(i).type().javaClass();
            if (own != other) {
                throw new UsageException(
                        "DVT-SQL-ROW",
                        use + ": value " + (i + 1) + " is " + other.getName() + " where one of " + own.getName()
                                + " is");
            }
        }
    }

    /**
     * Whether all values are equal to those of another row.
     *
     * @param other a row of as many values of the same Java classes
     * @return the condition
     * @throws UsageException if the rows do not fit each other; code {@code DVT-SQL-ROW}
     */
    public Condition eq(RowValue other) {
        return new RowComparison(ComparisonOperator.EQ, this, other);
    }

    /**
     * Whether one of the values is another than in another row.
     *
     * @param other a row of as many values of the same Java classes
     * @return the condition
     * @throws UsageException if the rows do not fit each other; code {@code DVT-SQL-ROW}
     */
    public Condition ne(RowValue other) {
        return new RowComparison(ComparisonOperator.NE, this, other);
    }

    /**
     * Whether the first value that differs is less than in another row.
     *
     * @param other a row of as many values of the same Java classes
     * @return the condition
     * @throws UsageException if the rows do not fit each other; code {@code DVT-SQL-ROW}
     */
    public Condition lt(RowValue other) {
        return new RowComparison(ComparisonOperator.LT, this, other);
    }

    /**
     * Whether the first value that differs is less than in another row, or none differs.
     *
     * @param other a row of as many values of the same Java classes
     * @return the condition
     * @throws UsageException if the rows do not fit each other; code {@code DVT-SQL-ROW}
     */
    public Condition le(RowValue other) {
        return new RowComparison(ComparisonOperator.LE, this, other);
    }

    /**
     * Whether the first value that differs is greater than in another row.
     *
     * @param other a row of as many values of the same Java classes
     * @return the condition
     * @throws UsageException if the rows do not fit each other; code {@code DVT-SQL-ROW}
     */
    public Condition gt(RowValue other) {
        return new RowComparison(ComparisonOperator.GT, this, other);
    }

    /**
     * Whether the first value that differs is greater than in another row, or none differs.
     *
     * @param other a row of as many values of the same Java classes
     * @return the condition
     * @throws UsageException if the rows do not fit each other; code {@code DVT-SQL-ROW}
     */
    public Condition ge(RowValue other) {
        return new RowComparison(ComparisonOperator.GE, this, other);
    }

    /**
     * Whether this is one of several rows.
     *
     * @param rows rows of as many values of the same Java classes; of none, the condition is always false
     * @return the condition
     * @throws UsageException if the rows do not fit one another; code {@code DVT-SQL-ROW}
     */
    public Condition in(List<RowValue> rows) {
        return new RowInList(this, rows, false);
    }

    /**
     * Whether this is one of several rows.
     *
     * @param rows rows of as many values of the same Java classes; of none, the condition is always false
     * @return the condition
     * @throws UsageException if the rows do not fit one another; code {@code DVT-SQL-ROW}
     */
    public Condition in(RowValue... rows) {
        return in(Arrays.asList(rows));
    }

    /**
     * Whether this is one of the rows that a query gives.
     *
     * @param query a query of as many columns of the same Java classes
     * @return the condition
     * @throws UsageException if the query does not fit; code {@code DVT-SQL-ROW}
     */
    public Condition in(Query<?> query) {
        return new RowInSubquery(this, query, false);
    }

    /**
     * Whether this is none of several rows.
     *
     * @param rows rows of as many values of the same Java classes; of none, the condition is always true
     * @return the condition
     * @throws UsageException if the rows do not fit one another; code {@code DVT-SQL-ROW}
     */
    public Condition notIn(List<RowValue> rows) {
        return new RowInList(this, rows, true);
    }

    /**
     * Whether this is none of several rows.
     *
     * @param rows rows of as many values of the same Java classes; of none, the condition is always true
     * @return the condition
     * @throws UsageException if the rows do not fit one another; code {@code DVT-SQL-ROW}
     */
    public Condition notIn(RowValue... rows) {
        return notIn(Arrays.asList(rows));
    }

    /**
     * Whether this is none of the rows that a query gives.
     *
     * @param query a query of as many columns of the same Java classes
     * @return the condition
     * @throws UsageException if the query does not fit; code {@code DVT-SQL-ROW}
     */
    public Condition notIn(Query<?> query) {
        return new RowInSubquery(this, query, true);
    }
}
