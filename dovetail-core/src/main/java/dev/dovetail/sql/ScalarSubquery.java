package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * The one value of a query of one column and at most one row.
 *
 * @param <T> the Java class of the value
 * @param query the query
 */
public record ScalarSubquery<T>(Query<T> query) implements Expression<T> {
    /** Refuses a query of several columns. */
    public ScalarSubquery {
        query.requireOneColumn("a scalar subquery");
    }

    @Override
    @SuppressWarnings("unchecked") // a query of one column gives values of that column's type
    public Type<T> type() {
        return (Type<T>) query.columns().get(0).type();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
