package dev.dovetail.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint as the catalogue has it.
 *
 * @param name the name, null if the database keeps none
 * @param sql the condition, as near to what was written as the catalogue allows
 */
public record CatalogueCheck(@Nullable String name, String sql) {}
