package dev.dovetail.preview;

/** Who does something when rows are deleted. */
public enum DeleteActor {
    /** The program's own statement. */
    STATEMENT,
    /** The session, by the rules of its relationships. */
    SESSION,
    /** The database, by the rules of its foreign keys. */
    DATABASE
}
