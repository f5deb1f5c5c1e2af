package dev.dovetail.sql;

import dev.dovetail.type.Type;

/** What numeric operands have in common. */
final class Numbers {
    private Numbers() {}

    /** A number as the type of its neighbour where it is of that class, so that equal shapes bind alike. */
    static <N extends Number> Expression<?> value(Type<N> neighbour, Number value) {
        return neighbour.javaClass().isInstance(value)
                ? new Value<>(neighbour.cast(value), neighbour)
                : Value.of(value);
    }

    static <N extends Number> NumericOperand<N> combine(
            ArithmeticOperator operator, Expression<?> left, Expression<?> right, Type<N> type) {
        return new NumericView<>(new Arithmetic<>(operator, left, right, type));
    }
}
