package dev.dovetail.compile;

/** How a statement gives back what it wrote. */
public enum ReturningForm {
    /** {@code INSERT … RETURNING id}. */
    CLAUSE,
    /** {@code SELECT id FROM FINAL TABLE (INSERT …)}, of the SQL standard. */
    DATA_CHANGE_TABLE
}
