package dev.dovetail.orm;

/** Where a session's transaction is. */
public enum TransactionStatus {
    /** None is open; the next statement begins one. */
    NONE,
    /** Open: the session holds a connection. */
    OPEN,
    /** A savepoint is open. */
    NESTED,
    /** A flush or commit failed and was rolled back; the session demands {@link Session#rollback()}. */
    FAILED
}
