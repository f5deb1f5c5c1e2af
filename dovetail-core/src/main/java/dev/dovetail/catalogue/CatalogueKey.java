package dev.dovetail.catalogue;

import dev.dovetail.schema.Deferral;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key or unique constraint as the catalogue has it.
 *
 * @param name the name, null if the database keeps none
 * @param columns the columns, in order
 * @param nullsNotDistinct whether two NULLs count as equal
 * @param deferral when it is checked
 */
public record CatalogueKey(@Nullable String name, List<String> columns, boolean nullsNotDistinct, Deferral deferral) {
    /** Copies the list. */
    public CatalogueKey {
        columns = List.copyOf(columns);
    }
}
