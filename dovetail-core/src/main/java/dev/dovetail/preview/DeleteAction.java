package dev.dovetail.preview;

/** What happens to rows when others are deleted. */
public enum DeleteAction {
    /** They are deleted. */
    DELETE,
    /** Their foreign key becomes NULL. */
    SET_NULL,
    /** Their foreign key takes its default. */
    SET_DEFAULT,
    /** They keep the delete from being done. */
    REFUSE
}
