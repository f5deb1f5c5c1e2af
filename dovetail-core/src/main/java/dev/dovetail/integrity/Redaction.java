package dev.dovetail.integrity;

import org.jspecify.annotations.Nullable;

/** Which values are left out of messages, logs and the data on exceptions. */
public enum Redaction {
    /** Those of columns that their origin calls sensitive. */
    SENSITIVE,
    /** All of them. */
    ALL;

    /**
     * Whether the values of a column of the statement's table are to be left out.
     *
     * @param origin on whose behalf the statement runs
     * @param column the column, null for a value that belongs to none
     * @return true if they are
     */
    public boolean hides(StatementOrigin origin, @Nullable String column) {
        return this == ALL || column != null && origin.sensitive(column);
    }
}
