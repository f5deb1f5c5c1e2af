package dev.dovetail.orm.mapping;

/** When the objects on the other side of a relationship are loaded. After SQLAlchemy's {@code lazy}. */
public enum Loading {
    /** When the holder is touched; for objects that came from one query, together. */
    LAZY,
    /** With their owner, by a LEFT JOIN in the same statement. */
    JOINED,
    /** With their owners, by one more statement for the keys of up to 500 of them. */
    SELECT_IN,
    /** Only by an option of a query: touching a holder that is not loaded is refused. */
    RAISE,
    /** As {@link #RAISE}, but a holder that can be filled from the session's memory is. */
    RAISE_ON_SQL
}
