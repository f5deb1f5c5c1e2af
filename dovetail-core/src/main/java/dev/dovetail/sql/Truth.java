package dev.dovetail.sql;

/**
 * A boolean value as a condition.
 *
 * @param value the value, such as a column or a function
 */
public record Truth(Expression<Boolean> value) implements Condition {
    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
