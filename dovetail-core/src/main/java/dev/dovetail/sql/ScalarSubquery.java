package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * The one value of a query of one column and at most one row.
 *
 * @param <T> the Java class of the value
 * @param select the query
 */
public record ScalarSubquery<T>(Select<T> select) implements Expression<T> {
    /** Refuses a query of several columns. */
    public ScalarSubquery {
        select.requireOneColumn("a scalar subquery");
    }

    @Override
    @SuppressWarnings("unchecked") // a Select<T> of one column gives values of that column's type
    public Type<T> type() {
        return (Type<T>) select.columns().get(0).type();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
