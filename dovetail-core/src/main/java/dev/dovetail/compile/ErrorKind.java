package dev.dovetail.compile;

/** What kind of error a driver reported. */
public enum ErrorKind {
    /** A unique constraint or a primary key. */
    UNIQUE,
    /** A foreign key, from either side. */
    FOREIGN_KEY,
    /** NULL where it is forbidden. */
    NOT_NULL,
    /** A condition for rows. */
    CHECK,
    /** A trigger of the user's refused, in words of its own. */
    TRIGGER,
    /** An exclusion constraint. */
    EXCLUSION,
    /** A value that does not fit its type. */
    DATA,
    /** Transactions that wait for each other. */
    DEADLOCK,
    /** A transaction that must be run again. */
    SERIALIZATION,
    /** A lock that did not come in time. */
    LOCK_TIMEOUT,
    /** A statement that took too long. */
    QUERY_TIMEOUT,
    /** A statement that was cancelled. */
    QUERY_CANCELLED,
    /** A connection that is gone. */
    DISCONNECT,
    /** A write where only reading is allowed. */
    READ_ONLY,
    /** No room, no memory, too many of something. */
    RESOURCE,
    /** A statement that cannot be right: syntax, unknown table or column, missing permission. */
    PROGRAMMING,
    /** A key that cannot work as it is declared. */
    SCHEMA_MISMATCH,
    /** A code that the dialect does not know; never a guess. */
    UNKNOWN
}
