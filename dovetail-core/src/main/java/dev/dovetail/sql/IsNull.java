package dev.dovetail.sql;

/**
 * Whether a value is NULL.
 *
 * @param operand the value
 * @param negated true for IS NOT NULL
 */
public record IsNull(Expression<?> operand, boolean negated) implements Condition {
    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
