package dev.dovetail.sql;

/**
 * Two values compared.
 *
 * @param operator how
 * @param left the first value
 * @param right the second value
 */
public record Comparison(ComparisonOperator operator, Expression<?> left, Expression<?> right) implements Condition {
    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
