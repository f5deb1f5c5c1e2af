package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * A value as another type.
 *
 * @param <T> the Java class of the result
 * @param operand the value
 * @param type the type that it becomes
 */
public record Cast<T>(Expression<?> operand, Type<T> type) implements Expression<T> {
    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
