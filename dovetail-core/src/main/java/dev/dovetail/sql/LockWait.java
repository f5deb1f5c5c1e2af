package dev.dovetail.sql;

/** What happens where a row is locked by another transaction. */
public enum LockWait {
    /** The statement waits for it. */
    WAIT(""),
    /** The statement fails at once. */
    NOWAIT(" NOWAIT"),
    /** The row is left out. */
    SKIP_LOCKED(" SKIP LOCKED");

    private final String sql;

    LockWait(String sql) {
        this.sql = sql;
    }

    /**
     * The words of SQL.
     *
     * @return the words with a space before them; empty for waiting
     */
    public String sql() {
        return sql;
    }
}
