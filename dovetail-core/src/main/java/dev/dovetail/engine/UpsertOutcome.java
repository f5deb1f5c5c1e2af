package dev.dovetail.engine;

/** What an upsert did with a row. */
public enum UpsertOutcome {
    /** There was none with the same key; it was inserted. */
    INSERTED,
    /** There was one, and it was changed. */
    UPDATED,
    /**
     * There was one, and it stayed as it is: by {@code doNothing}, by a condition, or, on MySQL and MariaDB, because it
     * already had the values that it was to be set to.
     */
    UNCHANGED
}
