package dev.dovetail.sql;

/** Whether the rows of a common table expression are computed once and kept. */
public enum Materialization {
    /** As the database likes. */
    UNSAID(""),
    /** Once. */
    MATERIALIZED("MATERIALIZED "),
    /** Where they are used. */
    NOT_MATERIALIZED("NOT MATERIALIZED ");

    private final String sql;

    Materialization(String sql) {
        this.sql = sql;
    }

    /**
     * The words of SQL.
     *
     * @return the words with a space behind them; empty for none
     */
    public String sql() {
        return sql;
    }
}
