package dev.dovetail.sql;

/** What a lock on a row keeps others from. */
public enum LockStrength {
    /** Writing and locking. */
    UPDATE("UPDATE"),
    /** Writing, but for locks that keep a foreign key's target in its place. */
    NO_KEY_UPDATE("NO KEY UPDATE"),
    /** Writing; others may have the same lock. */
    SHARE("SHARE"),
    /** Deleting, and changing the key; others may have the same lock. */
    KEY_SHARE("KEY SHARE");

    private final String sql;

    LockStrength(String sql) {
        this.sql = sql;
    }

    /**
     * The words of SQL behind FOR.
     *
     * @return for example {@code NO KEY UPDATE}
     */
    public String sql() {
        return sql;
    }
}
