package dev.dovetail.compile;

/** How rows of values stand in a FROM clause. */
public enum ValuesForm {
    /** {@code (VALUES (1, 2), (3, 4)) AS v (a, b)}, as in the standard. */
    LIST,
    /** {@code (VALUES ROW(1, 2), ROW(3, 4)) AS v (a, b)}. */
    ROWS,
    /** {@code (SELECT column1 AS a, column2 AS b FROM (VALUES (1, 2), (3, 4))) AS v}. */
    NUMBERED_COLUMNS,
    /** {@code (SELECT 1 AS a, 2 AS b UNION ALL VALUES (3, 4)) AS v}. */
    UNION
}
