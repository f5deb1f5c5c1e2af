package dev.dovetail.sql;

/**
 * A number made of several rows. Immutable: each method gives a new operand.
 *
 * @param <N> the Java class of the number
 */
public interface NumericAggregate<N extends Number> extends Aggregate<N>, NumericOperand<N> {
    @Override
    default NumericAggregate<N> filter(Operand<Boolean> condition) {
        return new NumericAggregateView<>(new Filtered<>(expression(), condition.expression()));
    }

    @Override
    default NumericAggregate<N> orderBy(OrderTerm... terms) {
        return new NumericAggregateView<>(Aggregates.ordered(expression(), false, terms));
    }

    @Override
    default NumericAggregate<N> withinGroup(OrderTerm... terms) {
        return new NumericAggregateView<>(Aggregates.ordered(expression(), true, terms));
    }

    @Override
    default NumericOperand<N> over(Window window) {
        return new NumericView<>(new Over<>(expression(), window));
    }

    @Override
    default NumericOperand<N> over() {
        return over(Window.ALL);
    }
}
