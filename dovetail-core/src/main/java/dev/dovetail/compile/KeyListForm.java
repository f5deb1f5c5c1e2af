package dev.dovetail.compile;

/** How a statement says that a column is among many keys. */
public enum KeyListForm {
    /** {@code IN (?, ?, …)}: a parameter for each. */
    PARAMETERS,
    /** {@code = ANY (?)}: one array, so that one statement serves any number. */
    ARRAY,
    /** A join with the elements of one array: for a database that tries the values of a list one after the other. */
    JOINED_ARRAY
}
