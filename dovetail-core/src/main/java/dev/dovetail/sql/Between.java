package dev.dovetail.sql;

/**
 * Whether a value lies between two others, both included.
 *
 * @param operand the value
 * @param low the least
 * @param high the greatest
 * @param negated true for NOT BETWEEN
 */
public record Between(Expression<?> operand, Expression<?> low, Expression<?> high, boolean negated)
        implements Condition {
    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
