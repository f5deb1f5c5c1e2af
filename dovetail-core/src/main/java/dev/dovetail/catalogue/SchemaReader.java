package dev.dovetail.catalogue;

import dev.dovetail.sql.RawStatement;

/**
 * How one database tells of its schemas. A dialect supplies it; what it sends are a few statements, as many for one table
 * as for a thousand. Stateless and thread-safe.
 */
public interface SchemaReader {
    /**
     * Lists the schemas, without those of the database itself.
     *
     * @return a statement with one column: the name
     */
    RawStatement schemas();

    /**
     * Finds the schema in which the connection looks for a name without one.
     *
     * @return a statement with one row and one column: the name
     */
    RawStatement defaultSchema();

    /**
     * Reads tables and views and what belongs to them.
     *
     * @param queries sends the statements
     * @param scope what is wanted
     * @return what there is
     */
    CatalogueSchema read(CatalogueQueries queries, CatalogueScope scope);
}
