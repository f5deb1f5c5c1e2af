package dev.dovetail.compile;

/** How an INSERT does something else where the row is there already. */
public enum UpsertForm {
    /** {@code INSERT … ON CONFLICT (id) DO UPDATE SET …}. */
    ON_CONFLICT,
    /** {@code INSERT … ON DUPLICATE KEY UPDATE …}, which looks at every key of the table. */
    ON_DUPLICATE_KEY,
    /** {@code MERGE INTO … USING … WHEN MATCHED … WHEN NOT MATCHED …}, of the SQL standard. */
    MERGE
}
