package dev.dovetail.catalogue;

/** What has columns and rows. */
public enum TableKind {
    /** A table. */
    TABLE,
    /** A query with a name. */
    VIEW,
    /** A view that keeps its rows. */
    MATERIALIZED_VIEW,
    /** A table whose rows are elsewhere, or are made by a program. */
    FOREIGN_TABLE
}
