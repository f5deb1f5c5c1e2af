package dev.dovetail.preview;

/** Whether a delete can be done. */
public enum DeleteVerdict {
    /** No foreign key refuses it. */
    ALLOWED,
    /** A foreign key refuses it. */
    REFUSED,
    /** The order in which the database works decides, and it is not known, or there are too many rows to rehearse it. */
    DEPENDS
}
