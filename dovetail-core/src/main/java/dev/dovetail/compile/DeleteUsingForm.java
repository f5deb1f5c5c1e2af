package dev.dovetail.compile;

/** How a DELETE takes other sources in. */
public enum DeleteUsingForm {
    /** {@code DELETE FROM a USING b WHERE …}. */
    USING,
    /** {@code DELETE a FROM a, b WHERE …}. */
    TABLES,
    /** {@code DELETE FROM a WHERE EXISTS (SELECT 1 FROM b WHERE …)}, an emulation. */
    EXISTS
}
