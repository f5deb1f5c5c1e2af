package dev.dovetail.compile;

/** How an UPDATE takes other sources in. */
public enum UpdateFromForm {
    /** {@code UPDATE a SET … FROM b WHERE …}. */
    FROM,
    /** {@code UPDATE a, b SET a.x = … WHERE …}. */
    TABLES,
    /** {@code MERGE INTO a USING b ON … WHEN MATCHED THEN UPDATE SET …}, with one source. */
    MERGE
}
