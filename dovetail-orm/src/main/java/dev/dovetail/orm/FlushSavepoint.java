package dev.dovetail.orm;

/**
 * Whether a flush can be taken back alone, so that one that failed leaves memory and transaction as they were before it. Where
 * it cannot, the transaction has to be rolled back. It takes a savepoint, but for a flush that begins the transaction.
 */
public enum FlushSavepoint {
    /** Never: a flush that failed has its transaction rolled back, and the session demands {@link Session#rollback()}. */
    NEVER,
    /** On databases that give up a transaction at its first error, as PostgreSQL does. */
    WHERE_NEEDED,
    /** On every database. */
    ALWAYS
}
