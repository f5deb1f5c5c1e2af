package dev.dovetail.orm.inspect;

/** The five states of an object, after SQLAlchemy. */
public enum LifeCycle {
    /** Without a row and without a session. */
    TRANSIENT,
    /** In a session, without a row: the next flush inserts it. */
    PENDING,
    /** In a session, with a row. */
    PERSISTENT,
    /** Its row was deleted by a flush of the transaction that is still open. */
    DELETED,
    /** With a row, as far as known, and without a session. */
    DETACHED
}
