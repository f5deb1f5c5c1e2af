package dev.dovetail.sql;

/** How the rows of two queries become those of one. */
public enum SetOperator {
    /** All rows, equal ones once. */
    UNION("UNION"),
    /** All rows. */
    UNION_ALL("UNION ALL"),
    /** The rows that both have, equal ones once. */
    INTERSECT("INTERSECT"),
    /** The rows that both have, as often as both have them. */
    INTERSECT_ALL("INTERSECT ALL"),
    /** The rows of the first that the second has not, equal ones once. */
    EXCEPT("EXCEPT"),
    /** The rows of the first, less those of the second. */
    EXCEPT_ALL("EXCEPT ALL");

    private final String sql;

    SetOperator(String sql) {
        this.sql = sql;
    }

    /**
     * The operator as it is written in SQL.
     *
     * @return for example {@code UNION ALL}
     */
    public String sql() {
        return sql;
    }
}
