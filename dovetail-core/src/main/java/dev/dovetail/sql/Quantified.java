package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * The values of a query as the right side of a comparison, which is to hold for one of them or for all. It stands
 * nowhere else.
 *
 * @param <T> the Java class of the values
 * @param query a query of one column
 * @param isAll true for ALL, false for ANY
 */
public record Quantified<T>(Query<T> query, boolean isAll) implements Expression<T> {
    /** Refuses a query of several columns. */
    public Quantified {
        query.requireOneColumn(isAll ? "ALL" : "ANY");
    }

    @Override
    @SuppressWarnings("unchecked") // the only column is read as a T
    public Type<T> type() {
        return (Type<T>) query.columns().get(0).type();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
