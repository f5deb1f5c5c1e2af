package dev.dovetail.orm.mapping.model;

/** Who wants to hear of deletes of an entity; see {@link dev.dovetail.orm.mapping.HearsDeletes}. */
public enum Deletes {
    /** Nobody, as far as the mapping knows: a delete is a DELETE. */
    SILENT,
    /** A listener. */
    HEARD,
    /** A listener, which marks the row instead. */
    SOFT
}
