package dev.dovetail.tests.conformance.corpus;

/** Where the session's transaction is: not begun, going on, in a savepoint, or to be rolled back. */
public enum Transaction {
    NONE,
    ACTIVE,
    NESTED,
    INACTIVE
}
