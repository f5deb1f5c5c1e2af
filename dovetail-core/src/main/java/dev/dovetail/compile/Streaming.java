package dev.dovetail.compile;

import org.jspecify.annotations.Nullable;

/**
 * What it takes for a driver to hand out rows as they are read, instead of taking the whole result into memory first.
 *
 * @param rowByRow whether the driver streams only when it is given {@link Integer#MIN_VALUE} as fetch size, as MySQL's is;
 *     it then refuses other statements of the connection until all rows are read or the result is closed
 * @param needsTransaction whether a result outlives its first rows only in a transaction, as PostgreSQL's portals do
 * @param kill how the rows that nobody has read are stopped, where closing the result would wait for them; null where it
 *     does not
 * @param on sent before such a query; null if nothing is needed
 * @param off sent after it
 */
public record Streaming(
        boolean rowByRow,
        boolean needsTransaction,
        @Nullable Kill kill,
        @Nullable String on,
        @Nullable String off) {
    /** The fetch size is enough, or nothing is: a database in the same process makes rows when they are asked for. */
    public static final Streaming BY_FETCH_SIZE = new Streaming(false, false, null, null, null);

    /** The fetch size counts in a transaction only. */
    public static final Streaming IN_TRANSACTION = new Streaming(false, true, null, null, null);

    /**
     * The server sends all rows, and the driver takes them from the wire as they are read.
     *
     * @param rowByRow as above
     * @param kill how the server is stopped
     * @return the form
     */
    public static Streaming fromTheWire(boolean rowByRow, Kill kill) {
        return new Streaming(rowByRow, false, kill, null, null);
    }

    /**
     * Stops a query from another connection, because drivers cancel only what has not been answered yet.
     *
     * @param question gives the number of a connection
     * @param command what another connection sends, with that number behind it
     */
    public record Kill(String question, String command) {}

    /**
     * Between two commands.
     *
     * @param on sent before the query
     * @param off sent after it
     * @return the form
     */
    public static Streaming between(String on, String off) {
        return new Streaming(false, false, null, on, off);
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
