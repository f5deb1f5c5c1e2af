package dev.dovetail.sql;

/**
 * An expression that rows are ordered by, and the direction.
 *
 * @param expression the expression
 * @param direction which end comes first
 */
public record Ordering(Expression<?> expression, Direction direction) implements OrderTerm {
    @Override
    public Ordering ordering() {
        return this;
    }
}
