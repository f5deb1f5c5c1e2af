package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * A function over a window of rows.
 *
 * @param <T> the Java class of the result
 * @param function the function: a window function or an aggregate
 * @param window the rows that it looks at
 */
public record Over<T>(Expression<T> function, Window window) implements Expression<T> {
    @Override
    public Type<T> type() {
        return function.type();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
