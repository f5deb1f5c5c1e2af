package dev.dovetail.sql;

/**
 * A value made of several rows. Immutable: each method gives a new operand.
 *
 * @param <T> the Java class of the value
 */
public interface Aggregate<T> extends Operand<T> {
    /**
     * Takes only the rows for which a condition holds.
     *
     * @param condition the condition
     * @return the new aggregate
     */
    default Aggregate<T> filter(Operand<Boolean> condition) {
        return new AggregateView<>(new Filtered<>(expression(), condition.expression()));
    }

    /**
     * Takes the rows in an order: {@code array_agg(x ORDER BY y)}.
     *
     * @param terms operands, or operands with a direction
     * @return the new aggregate
     * @throws dev.dovetail.UsageException if this is no call of a function; code {@code DVT-SQL-AGGREGATE}
     */
    default Aggregate<T> orderBy(OrderTerm... terms) {
        return new AggregateView<>(Aggregates.ordered(expression(), false, terms));
    }

    /**
     * Says by what the rows are ordered for an aggregate that is about their order: {@code percentile_cont(0.5) WITHIN
     * GROUP (ORDER BY y)}.
     *
     * @param terms operands, or operands with a direction
     * @return the new aggregate
     * @throws dev.dovetail.UsageException if this is no call of a function; code {@code DVT-SQL-AGGREGATE}
     */
    default Aggregate<T> withinGroup(OrderTerm... terms) {
        return new AggregateView<>(Aggregates.ordered(expression(), true, terms));
    }

    /**
     * Computes this for each row, over the rows of a window around it.
     *
     * @param window the window
     * @return the operand
     */
    default Operand<T> over(Window window) {
        return new Over<>(expression(), window);
    }

    /**
     * Computes this for each row, over all rows of the result.
     *
     * @return the operand
     */
    default Operand<T> over() {
        return over(Window.ALL);
    }
}
