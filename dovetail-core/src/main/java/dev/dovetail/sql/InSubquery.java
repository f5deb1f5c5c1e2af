package dev.dovetail.sql;

/**
 * Whether a value is among those of a query.
 *
 * @param operand the value
 * @param query a query of one column
 * @param negated true for NOT IN
 */
public record InSubquery(Expression<?> operand, Query<?> query, boolean negated) implements Condition {
    /** Refuses a query of several columns. */
    public InSubquery {
        query.requireOneColumn("IN");
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
