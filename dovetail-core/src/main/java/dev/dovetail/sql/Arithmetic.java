package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * Two numbers and what is done with them.
 *
 * @param <T> the Java class of the result
 * @param operator what is done
 * @param left the first number
 * @param right the second number
 * @param type the type of the result
 */
public record Arithmetic<T>(ArithmeticOperator operator, Expression<?> left, Expression<?> right, Type<T> type)
        implements Expression<T> {
    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
