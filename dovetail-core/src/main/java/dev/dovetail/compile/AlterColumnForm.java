package dev.dovetail.compile;

/** How a database changes the nullability of a column that exists. */
public enum AlterColumnForm {
    /** {@code ALTER COLUMN c SET NOT NULL}. */
    ALTER,
    /** {@code MODIFY COLUMN}, with the whole definition of the column. */
    MODIFY
}
