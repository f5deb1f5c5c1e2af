package dev.dovetail;

/** A fact that may have come from different places; see {@link ConstraintFacts#source(Fact)}. */
public enum Fact {
    /** The name of the constraint, and with it its definition. */
    CONSTRAINT,
    /** The table that has the constraint, and its columns. */
    COLUMNS,
    /** The values of those columns. */
    VALUES,
    /** Which side of a foreign key refused. */
    SIDE,
    /** The rows that still refer to the one that should go. */
    REFERENCING,
    /** The row that already has the value. */
    EXISTING_ROW,
    /** The rows that are in the way of a constraint that was to be added. */
    BREAKING
}
