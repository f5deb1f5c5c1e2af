package dev.dovetail;

/** Where a fact about an error was found. */
public enum FactSource {
    /** The driver's own report: a field, a code, or a token of its message. */
    DRIVER,
    /** The schema as the program declares it. */
    MODEL,
    /** The schema as the database itself describes it. */
    CATALOG,
    /** The statement and the values bound to it. */
    PARAMETERS,
    /** The objects that the session has in memory, as it last read or wrote them. */
    MEMORY,
    /** A look-up made after the error, in the same transaction. */
    PROBE,
    /** A look-up made after the error from another connection: what is committed, without what the transaction has done. */
    COMMITTED
}
