package dev.dovetail.sql;

import dev.dovetail.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;

/** What numeric operands have in common. */
final class Numbers {
    private Numbers() {}

    /** A number as the type of its neighbour where it is of that class, so that equal shapes bind alike. */
    static <N extends Number> Expression<?> value(Type<N> neighbour, Number value) {
        if (neighbour.javaClass().isInstance(value)) {
            return new Value<>(neighbour.cast(value), neighbour);
        }
        // By itself a BigInteger is a decimal of 38 digits, which a database may hold as text: no number is equal to
        // it.
        if (value instanceof BigInteger integer) {
            return integer.bitLength() < Long.SIZE ? Value.of(integer.longValue()) : Value.of(new BigDecimal(integer));
        }
        return Value.of(value);
    }

    static <N extends Number> NumericOperand<N> combine(
            ArithmeticOperator operator, Expression<?> left, Expression<?> right, Type<N> type) {
        return new NumericView<>(new Arithmetic<>(operator, left, right, type));
    }
}
