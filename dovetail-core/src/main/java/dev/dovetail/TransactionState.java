package dev.dovetail;

/** What a transaction can still do. */
public enum TransactionState {
    /** None has begun: the next statement begins one, or each statement stands alone. */
    NONE,
    /** Begun and usable; after an error, only the statement that failed is undone. */
    ACTIVE,
    /** An error has spoilt it: nothing but a rollback is possible. */
    FAILED,
    /** The database has rolled it back by itself: all its work is lost, and nobody may go on as if it were not. */
    ROLLED_BACK,
    /** The connection is closed or lost. */
    CLOSED
}
