package dev.dovetail.sql;

/** Where NULL stands in an order. */
public enum Nulls {
    /** Where the database puts it, which differs. */
    UNSAID,
    /** Before all values. */
    FIRST,
    /** Behind all values. */
    LAST
}
