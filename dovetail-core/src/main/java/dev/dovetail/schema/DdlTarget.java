package dev.dovetail.schema;

/** Something that can create and drop tables: an engine, or a writer of scripts. */
public interface DdlTarget {
    /**
     * Creates the tables that do not exist yet, referenced tables first.
     *
     * @param metaData the tables
     */
    void createAll(MetaData metaData);

    /**
     * Drops the tables that exist, referencing tables first.
     *
     * @param metaData the tables
     */
    void dropAll(MetaData metaData);
}
