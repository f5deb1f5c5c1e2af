package dev.dovetail.compile;

import java.util.List;

/** The clauses of a query; a dialect can have them in an order of its own. */
public enum SelectClause {
    /** The SELECT list, with DISTINCT. */
    COLUMNS,
    /** The sources and their joins. */
    FROM,
    /** The condition for rows. */
    WHERE,
    /** What makes a group. */
    GROUP_BY,
    /** The condition for groups. */
    HAVING,
    /** The windows with names. */
    WINDOW,
    /** The order. */
    ORDER_BY,
    /** How many rows, and after how many. */
    LIMIT,
    /** The lock. */
    FOR_UPDATE;

    /** The order of standard SQL. */
    public static final List<SelectClause> STANDARD = List.of(values());
}
