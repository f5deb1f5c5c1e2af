package dev.dovetail.sql;

/**
 * An expression that rows are ordered by, and the direction. Immutable: each method gives a new one.
 *
 * @param expression the expression
 * @param direction which end comes first
 * @param nulls where NULL stands
 */
public record Ordering(Expression<?> expression, Direction direction, Nulls nulls) implements OrderTerm {
    /**
     * Makes an ordering with NULL where the database puts it.
     *
     * @param expression the expression
     * @param direction which end comes first
     */
    public Ordering(Expression<?> expression, Direction direction) {
        this(expression, direction, Nulls.UNSAID);
    }

    /**
     * Puts NULL before all values.
     *
     * @return the new ordering
     */
    public Ordering nullsFirst() {
        return new Ordering(expression, direction, Nulls.FIRST);
    }

    /**
     * Puts NULL behind all values.
     *
     * @return the new ordering
     */
    public Ordering nullsLast() {
        return new Ordering(expression, direction, Nulls.LAST);
    }

    @Override
    public Ordering ordering() {
        return this;
    }
}
