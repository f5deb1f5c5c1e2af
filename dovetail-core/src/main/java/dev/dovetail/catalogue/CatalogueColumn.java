package dev.dovetail.catalogue;

import dev.dovetail.schema.ColumnValue;
import org.jspecify.annotations.Nullable;

/**
 * A column as the catalogue has it.
 *
 * @param name the name
 * @param position where it stands in its table, counted from 0
 * @param type its type
 * @param nullable whether it may be NULL
 * @param value what the database makes of it where no value is given, null for nothing
 * @param collation the order of its texts where it is not the usual one, null otherwise
 * @param comment what it is for, null if nothing is said
 */
public record CatalogueColumn(
        String name,
        int position,
        CatalogueType type,
        boolean nullable,
        @Nullable ColumnValue value,
        @Nullable String collation,
        @Nullable String comment) {}
