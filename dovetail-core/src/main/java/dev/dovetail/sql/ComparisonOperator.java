package dev.dovetail.sql;

/** How two values are compared. */
public enum ComparisonOperator {
    /** Equal. */
    EQ("="),
    /** Not equal; SQLAlchemy writes {@code !=}, the standard this. */
    NE("<>"),
    /** Less. */
    LT("<"),
    /** Less or equal. */
    LE("<="),
    /** Greater. */
    GT(">"),
    /** Greater or equal. */
    GE(">="),
    /** Not equal, NULL being a value like any other. */
    IS_DISTINCT_FROM("IS DISTINCT FROM"),
    /** Equal, NULL being a value like any other. */
    IS_NOT_DISTINCT_FROM("IS NOT DISTINCT FROM");

    private final String sql;

    ComparisonOperator(String sql) {
        this.sql = sql;
    }

    /**
     * The words of SQL.
     *
     * @return the text
     */
    public String sql() {
        return sql;
    }
}
