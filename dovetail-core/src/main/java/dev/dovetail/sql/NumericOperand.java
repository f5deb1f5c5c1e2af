package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * An operand whose values are numbers.
 *
 * @param <N> the Java class of the numbers
 */
public interface NumericOperand<N extends Number> extends Operand<N> {
    /**
     * Whether this is equal to a number of any class; {@code price.eq(5)} works whatever the class of the price.
     *
     * @param value the number
     * @return the condition
     */
    default Condition eq(Number value) {
        return new Comparison(
                ComparisonOperator.EQ, expression(), Numbers.value(expression().type(), value));
    }

    /**
     * Whether this is not equal to a number of any class; {@code price.ne(5)} works whatever the class of the price.
     *
     * @param value the number
     * @return the condition
     */
    default Condition ne(Number value) {
        return new Comparison(
                ComparisonOperator.NE, expression(), Numbers.value(expression().type(), value));
    }

    /**
     * Whether this is less than a number of any class; {@code price.lt(5)} works whatever the class of the price.
     *
     * @param value the number
     * @return the condition
     */
    default Condition lt(Number value) {
        return new Comparison(
                ComparisonOperator.LT, expression(), Numbers.value(expression().type(), value));
    }

    /**
     * Whether this is less than or equal to a number of any class; {@code price.le(5)} works whatever the class of the
     * price.
     *
     * @param value the number
     * @return the condition
     */
    default Condition le(Number value) {
        return new Comparison(
                ComparisonOperator.LE, expression(), Numbers.value(expression().type(), value));
    }

    /**
     * Whether this is greater than a number of any class; {@code price.gt(5)} works whatever the class of the price.
     *
     * @param value the number
     * @return the condition
     */
    default Condition gt(Number value) {
        return new Comparison(
                ComparisonOperator.GT, expression(), Numbers.value(expression().type(), value));
    }

    /**
     * Whether this is greater than or equal to a number of any class; {@code price.ge(5)} works whatever the class of
     * the price.
     *
     * @param value the number
     * @return the condition
     */
    default Condition ge(Number value) {
        return new Comparison(
                ComparisonOperator.GE, expression(), Numbers.value(expression().type(), value));
    }

    /**
     * The sum of this and a number.
     *
     * @param value the number
     * @return the result, of the type of this
     */
    default NumericOperand<N> plus(Number value) {
        Type<N> type = expression().type();
        return Numbers.combine(ArithmeticOperator.PLUS, expression(), Numbers.value(type, value), type);
    }

    /**
     * The sum of this and another operand.
     *
     * @param other the operand
     * @return the result, of the type of this
     */
    default NumericOperand<N> plus(Operand<N> other) {
        return Numbers.combine(
                ArithmeticOperator.PLUS,
                expression(),
                other.expression(),
                expression().type());
    }

    /**
     * The difference of this and a number.
     *
     * @param value the number
     * @return the result, of the type of this
     */
    default NumericOperand<N> minus(Number value) {
        Type<N> type = expression().type();
        return Numbers.combine(ArithmeticOperator.MINUS, expression(), Numbers.value(type, value), type);
    }

    /**
     * The difference of this and another operand.
     *
     * @param other the operand
     * @return the result, of the type of this
     */
    default NumericOperand<N> minus(Operand<N> other) {
        return Numbers.combine(
                ArithmeticOperator.MINUS,
                expression(),
                other.expression(),
                expression().type());
    }

    /**
     * The product of this and a number.
     *
     * @param value the number
     * @return the result, of the type of this
     */
    default NumericOperand<N> times(Number value) {
        Type<N> type = expression().type();
        return Numbers.combine(ArithmeticOperator.TIMES, expression(), Numbers.value(type, value), type);
    }

    /**
     * The product of this and another operand.
     *
     * @param other the operand
     * @return the result, of the type of this
     */
    default NumericOperand<N> times(Operand<N> other) {
        return Numbers.combine(
                ArithmeticOperator.TIMES,
                expression(),
                other.expression(),
                expression().type());
    }

    /**
     * The quotient of this and a number; of integers a whole number, cut towards zero. What a division by zero gives is
     * the database's matter: an error, or NULL.
     *
     * @param value the number
     * @return the result, of the type of this
     */
    default NumericOperand<N> dividedBy(Number value) {
        Type<N> type = expression().type();
        return Numbers.combine(ArithmeticOperator.DIVIDED_BY, expression(), Numbers.value(type, value), type);
    }

    /**
     * The quotient of this and another operand.
     *
     * @param other the operand
     * @return the result, of the type of this
     */
    default NumericOperand<N> dividedBy(Operand<N> other) {
        return Numbers.combine(
                ArithmeticOperator.DIVIDED_BY,
                expression(),
                other.expression(),
                expression().type());
    }

    /**
     * What the division of this by a number leaves over; it has the sign of this.
     *
     * @param value the number
     * @return the result, of the type of this
     */
    default NumericOperand<N> modulo(Number value) {
        Type<N> type = expression().type();
        return Numbers.combine(ArithmeticOperator.MODULO, expression(), Numbers.value(type, value), type);
    }

    /**
     * What the division of this by another operand leaves over; it has the sign of this.
     *
     * @param other the operand
     * @return the result, of the type of this
     */
    default NumericOperand<N> modulo(Operand<N> other) {
        return Numbers.combine(
                ArithmeticOperator.MODULO,
                expression(),
                other.expression(),
                expression().type());
    }

    /**
     * This with the opposite sign.
     *
     * @return the result
     */
    default NumericOperand<N> negated() {
        return new NumericView<>(
                StandardFunction.of(SqlFunction.NEGATE, expression().type(), this));
    }
}
