package dev.dovetail.sql;

/** How conditions are joined. */
public enum LogicalOperator {
    /** All hold. */
    AND("AND"),
    /** At least one holds. */
    OR("OR");

    private final String sql;

    LogicalOperator(String sql) {
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
