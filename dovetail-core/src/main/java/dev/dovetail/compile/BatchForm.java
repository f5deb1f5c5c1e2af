package dev.dovetail.compile;

/** How many rows of arguments go to the database for one statement. */
public enum BatchForm {
    /** One by one: a database in the same process gains nothing by a batch, and the row that fails is known. */
    ROW_BY_ROW,
    /** As JDBC batches. When a row fails, no row behind it has been written. */
    UNTIL_FIRST_FAILURE,
    /** As JDBC batches. When a row fails, the driver tries those behind it all the same: a savepoint takes everything back. */
    ALL_TRIED
}
