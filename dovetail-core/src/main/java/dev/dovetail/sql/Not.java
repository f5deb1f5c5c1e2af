package dev.dovetail.sql;

/**
 * The opposite of a condition.
 *
 * @param operand the condition
 */
public record Not(Expression<Boolean> operand) implements Condition {
    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
