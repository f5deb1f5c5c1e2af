package dev.dovetail.compile;

/** In which order a database follows the foreign keys that lead to rows that are deleted. */
public enum ReferentialOrder {
    /**
     * The statement deletes its rows. Then for each row each foreign key is followed once; what is deleted meanwhile is
     * followed after all that has been waiting.
     */
    WAITING,
    /**
     * The statement deletes its rows. Then for each row each foreign key is followed to its end. Keys of the statement's own
     * table refuse for what was there when it began.
     */
    BY_STATEMENT,
    /** Each row is deleted, and each foreign key followed to its end, before the next; NO ACTION is looked at when all is done. */
    BY_ROW_WITH_CHECKS_LAST,
    /** Each foreign key is followed to its end before the row is deleted, and that before the next. */
    BY_ROW
}
