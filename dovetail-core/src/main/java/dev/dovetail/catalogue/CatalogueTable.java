package dev.dovetail.catalogue;

import dev.dovetail.schema.ExclusionDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table or view as the catalogue has it.
 *
 * @param name the name
 * @param kind what it is
 * @param comment what it is for, null if nothing is said
 * @param definition the query of a view, null for a table
 * @param options what stands behind its columns, in the words of the database; null for nothing
 * @param columns the columns, in order
 * @param primaryKey the primary key, null if there is none
 * @param foreignKeys the foreign keys
 * @param uniques the unique constraints
 * @param checks the check constraints
 * @param exclusions the exclusion constraints
 * @param indexes the indexes, without those that the database made for constraints
 */
public record CatalogueTable(
        String name,
        TableKind kind,
        @Nullable String comment,
        @Nullable String definition,
        @Nullable String options,
        List<CatalogueColumn> columns,
        @Nullable CatalogueKey primaryKey,
        List<CatalogueForeignKey> foreignKeys,
        List<CatalogueKey> uniques,
        List<CatalogueCheck> checks,
        List<ExclusionDefinition> exclusions,
        List<CatalogueIndex> indexes) {
    /** Copies the lists. */
    public CatalogueTable {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        uniques = List.copyOf(uniques);
        checks = List.copyOf(checks);
        exclusions = List.copyOf(exclusions);
        indexes = List.copyOf(indexes);
    }
}
