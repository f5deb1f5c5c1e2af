package dev.dovetail.compile;

/** How a database writes the next value of a sequence. */
public enum NextValueForm {
    /** {@code NEXT VALUE FOR s}. */
    STANDARD,
    /** {@code nextval('s')}: the name is a text with quotes of its own. */
    FUNCTION
}
