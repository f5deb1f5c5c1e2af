package dev.dovetail.schema;

import java.util.Collection;

/** Something that can create and drop tables: an engine, a connection, or a writer of scripts. */
public interface DdlTarget {
    /**
     * Creates the schemas, enums, sequences, tables, indexes and views that do not exist yet, referenced tables first. A table that
     * is there stays as it is.
     *
     * @param metaData the objects
     * @throws dev.dovetail.PartialSchemaChangeException if a statement is refused where those before it stay
     */
    void createAll(MetaData metaData);

    /**
     * Drops the views, tables, sequences and enums that exist, referencing tables first. Schemas stay.
     *
     * @param metaData the objects
     * @throws dev.dovetail.PartialSchemaChangeException if a statement is refused where those before it stay
     */
    void dropAll(MetaData metaData);

    /**
     * Creates some of the tables.
     *
     * @param metaData the objects
     * @param chosen tables of it
     */
    void createAll(MetaData metaData, Collection<Table> chosen);

    /**
     * Drops some of the tables.
     *
     * @param metaData the objects
     * @param chosen tables of it
     */
    void dropAll(MetaData metaData, Collection<Table> chosen);
}
