package dev.dovetail.sql;

/** What an ORDER BY clause is made of: an operand, or one with a direction. */
public interface OrderTerm {
    /**
     * The term with its direction.
     *
     * @return the ordering
     */
    Ordering ordering();
}
