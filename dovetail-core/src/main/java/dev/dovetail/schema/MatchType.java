package dev.dovetail.schema;

/** When a row whose foreign key is partly NULL is in order. */
public enum MatchType {
    /** Always: one NULL is enough for the row to refer to nothing. What SQL does when nothing is said. */
    SIMPLE,
    /** Never: all columns of the key are NULL, or none. */
    FULL
}
