package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * An expression with a name: {@code AS name} in the SELECT list, the name alone in ORDER BY.
 *
 * @param <T> the Java class of the values
 * @param labelled the expression
 * @param name its name
 */
public record Label<T>(Expression<T> labelled, String name) implements Expression<T> {
    @Override
    public Type<T> type() {
        return labelled.type();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
