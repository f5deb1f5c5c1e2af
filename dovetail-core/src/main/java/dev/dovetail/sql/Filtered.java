package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * An aggregate of the rows for which a condition holds.
 *
 * @param <T> the Java class of the result
 * @param aggregate the aggregate
 * @param condition what must hold
 */
public record Filtered<T>(Expression<T> aggregate, Expression<Boolean> condition) implements Expression<T> {
    @Override
    public Type<T> type() {
        return aggregate.type();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
