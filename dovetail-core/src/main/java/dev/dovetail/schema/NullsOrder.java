package dev.dovetail.schema;

/** Where NULL stands in the order of an index. */
public enum NullsOrder {
    /** Where the database puts it when nothing is said. */
    DEFAULT,
    /** Before all values. */
    FIRST,
    /** Behind all values. */
    LAST
}
