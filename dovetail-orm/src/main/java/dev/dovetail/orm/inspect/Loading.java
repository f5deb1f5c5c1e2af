package dev.dovetail.orm.inspect;

/** What the content of a holder is worth. */
public enum Loading {
    /** Never loaded. */
    NOT_LOADED,
    /** As in the database, but for changes not yet flushed; of an object without a row, all that there is. */
    LOADED,
    /** Was loaded once, and is loaded again at the next access. */
    STALE
}
