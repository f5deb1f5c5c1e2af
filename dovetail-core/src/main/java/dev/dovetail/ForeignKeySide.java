package dev.dovetail;

/** Which side of a foreign key refused. */
public enum ForeignKeySide {
    /** A row would refer to one that does not exist. */
    MISSING_PARENT,
    /** A row would go, or change its key, to which others still refer. */
    STILL_REFERENCED
}
