package dev.dovetail.compile;

/** Where CREATE INDEX has the kind of the index and what NULL is to it. */
public enum IndexForm {
    /** {@code CREATE INDEX i ON t USING m (c) NULLS NOT DISTINCT}. */
    METHOD_FIRST,
    /** {@code CREATE INDEX i ON t (c) USING m}. */
    METHOD_LAST,
    /** {@code CREATE UNIQUE NULLS NOT DISTINCT INDEX i ON t (c)}. */
    NULLS_FIRST
}
