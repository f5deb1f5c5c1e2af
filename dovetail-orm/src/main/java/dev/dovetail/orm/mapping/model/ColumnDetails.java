package dev.dovetail.orm.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * What the table says of a column beside its type.
 *
 * @param computed the expression that the database makes its value of, or null
 * @param stored whether that value is kept with the row
 * @param collation how its text is compared, or null
 * @param comment what it is for, or null
 */
public record ColumnDetails(
        @Nullable String computed,
        boolean stored,
        @Nullable String collation,
        @Nullable String comment) {

    /** Nothing. */
    public static final ColumnDetails NONE = new ColumnDetails(null, false, null, null);
}
