package dev.dovetail.sql;

/**
 * Whether a row of values is among those of a query.
 *
 * @param operand the row
 * @param query a query of as many columns
 * @param negated true for NOT IN
 */
public record RowInSubquery(RowValue operand, Query<?> query, boolean negated) implements Condition {
    /** Refuses a query whose columns do not fit. */
    public RowInSubquery {
        operand.requireLike("IN", query.columns());
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
