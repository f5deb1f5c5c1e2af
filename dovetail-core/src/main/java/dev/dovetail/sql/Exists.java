package dev.dovetail.sql;

/**
 * Whether a query has a row.
 *
 * @param query the query
 */
public record Exists(Query<?> query) implements Condition {
    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
