package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * A value that is read as another type; the database is told nothing of it.
 *
 * @param <T> the Java class of the value
 * @param operand the value
 * @param type the type that it is read as
 */
public record TypeCoercion<T>(Expression<?> operand, Type<T> type) implements Expression<T> {
    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
