package dev.dovetail.compile;

/** How a database writes a column whose values it counts. */
public enum IdentityForm {
    /** {@code GENERATED … AS IDENTITY}. */
    STANDARD,
    /** {@code AUTO_INCREMENT}; one for each table, and an index has to begin with it. */
    AUTO_INCREMENT,
    /** No words: an {@code INTEGER} that is the whole primary key is the row's own number. */
    ROW_NUMBER
}
