package dev.dovetail.catalogue;

import dev.dovetail.sql.RawStatement;
import java.util.List;

/** Sends the statements of a {@link SchemaReader}. */
@FunctionalInterface
public interface CatalogueQueries {
    /**
     * Runs a query.
     *
     * @param query the query
     * @return its rows
     */
    List<CatalogueRow> rows(RawStatement query);
}
