package dev.dovetail.sql;

/**
 * Two rows of values compared, from the first value to the last.
 *
 * @param operator how: one of the six of {@code =} and {@code <}
 * @param left the first row
 * @param right the second row
 */
public record RowComparison(ComparisonOperator operator, RowValue left, RowValue right) implements Condition {
    /** Refuses rows that do not fit each other. */
    public RowComparison {
        left.requireLike("operator " + operator.sql(), right.values());
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
