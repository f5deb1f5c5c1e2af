package dev.dovetail.sql;

/** Which end of an order comes first. */
public enum Direction {
    /** The least first. */
    ASCENDING,
    /** The greatest first. */
    DESCENDING
}
