package dev.dovetail.sql;

/**
 * Whether a query has a row.
 *
 * @param select the query
 */
public record Exists(Select<?> select) implements Condition {
    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
