package dev.dovetail.compile;

/** Where a database takes comments. */
public enum CommentForm {
    /** {@code COMMENT ON …}, a statement of its own. */
    STATEMENT,
    /** {@code COMMENT '…'} in the definition of the table and the column. */
    INLINE
}
