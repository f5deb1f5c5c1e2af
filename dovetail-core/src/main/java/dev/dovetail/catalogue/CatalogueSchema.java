package dev.dovetail.catalogue;

import dev.dovetail.schema.Sequence;
import java.util.List;

/**
 * What a schema consists of.
 *
 * @param tables its tables and views, in the order of the database
 * @param sequences its sequences, without those that belong to identity columns
 * @param enums the enums, where the database has such types
 * @param domains the domains, where the database has such types
 */
public record CatalogueSchema(
        List<CatalogueTable> tables,
        List<Sequence> sequences,
        List<CatalogueEnum> enums,
        List<CatalogueDomain> domains) {
    /** Copies the lists. */
    public CatalogueSchema {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        enums = List.copyOf(enums);
        domains = List.copyOf(domains);
    }
}
