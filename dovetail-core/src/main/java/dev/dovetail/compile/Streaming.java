package dev.dovetail.compile;

import org.jspecify.annotations.Nullable;

/**
 * What it takes for a driver to hand out rows as they are read, instead of taking the whole result into memory first.
 *
 * @param rowByRow whether the driver streams only when it is given {@link Integer#MIN_VALUE} as fetch size, as MySQL's is
 * @param needsTransaction whether a result outlives its first rows only in a transaction, as PostgreSQL's portals do
 * @param cancelsRest whether the rows that nobody has read must be cancelled, or closing the result would wait for them
 * @param on sent before such a query; null if nothing is needed
 * @param off sent after it
 */
public record Streaming(
        boolean rowByRow,
        boolean needsTransaction,
        boolean cancelsRest,
        @Nullable String on,
        @Nullable String off) {
    /** The fetch size is enough, or nothing is: a database in the same process makes rows when they are asked for. */
    public static final Streaming BY_FETCH_SIZE = new Streaming(false, false, false, null, null);

    /** The fetch size counts in a transaction only. */
    public static final Streaming IN_TRANSACTION = new Streaming(false, true, false, null, null);

    /** The rows are on their way to the driver, a number of them at a time. */
    public static final Streaming FROM_THE_WIRE = new Streaming(false, false, true, null, null);

    /** The rows are on their way to the driver, one at a time. */
    public static final Streaming ROW_BY_ROW = new Streaming(true, false, true, null, null);

    /**
     * Between two commands.
     *
     * @param on sent before the query
     * @param off sent after it
     * @return the form
     */
    public static Streaming between(String on, String off) {
        return new Streaming(false, false, false, on, off);
    }

    /**
     * What the driver is told.
     *
     * @param rows how many rows are wanted at a time
     * @return the fetch size
     */
    public int fetchSize(int rows) {
        return rowByRow ? Integer.MIN_VALUE : rows;
    }
}
