package dev.dovetail.sql;

/** Which rows a join keeps. */
public enum JoinKind {
    /** Those that have a partner. */
    INNER("JOIN"),
    /** Those that have a partner, and all others of the left side. */
    LEFT("LEFT JOIN"),
    /** Those that have a partner, and all others of the right side. */
    RIGHT("RIGHT JOIN"),
    /** Those that have a partner, and all others of both sides. */
    FULL("FULL JOIN"),
    /** Each row of the left side with each of the right, without a condition. */
    CROSS("CROSS JOIN");

    private final String sql;

    JoinKind(String sql) {
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
