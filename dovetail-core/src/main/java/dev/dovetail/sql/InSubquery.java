package dev.dovetail.sql;

/**
 * Whether a value is among those of a query.
 *
 * @param operand the value
 * @param select a query of one column
 * @param negated true for NOT IN
 */
public record InSubquery(Expression<?> operand, Select<?> select, boolean negated) implements Condition {
    /** Refuses a query of several columns. */
    public InSubquery {
        select.requireOneColumn("IN");
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
