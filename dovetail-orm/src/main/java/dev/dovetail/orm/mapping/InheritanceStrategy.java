package dev.dovetail.orm.mapping;

/** Where the columns are that a subclass adds to its base. */
public enum InheritanceStrategy {
    /** In the base's table, NULL in rows of other classes. */
    SINGLE_TABLE,
    /** In a table of its own, whose primary key refers to that of the base's table. */
    JOINED
}
