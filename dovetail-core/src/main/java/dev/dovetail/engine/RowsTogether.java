package dev.dovetail.engine;

import dev.dovetail.UsageException;
import dev.dovetail.compile.ErrorKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends many rows of arguments with one statement. Under a savepoint: an error is to be told as that of a row, for which all is
 * taken back, and {@link RowSender} sends the rows again.
 */
abstract class RowsTogether {

    /** Errors that have no row, or after which nothing can be sent again. */
    private static final Set<ErrorKind> FINAL = EnumSet.of(
            ErrorKind.DEADLOCK,
            ErrorKind.SERIALIZATION,
            ErrorKind.LOCK_TIMEOUT,
            ErrorKind.QUERY_TIMEOUT,
            ErrorKind.QUERY_CANCELLED,
            ErrorKind.DISCONNECT,
            ErrorKind.RESOURCE);

    final List<@Nullable Object[]> rows;
    final int[] counts;
    final List<@Nullable Object @Nullable []> values;

    RowsTogether(List<@Nullable Object[]> rows, boolean returns) {
        this.rows = rows;
        this.counts = new int[rows.size()];
        this.values = returns ? new ArrayList<>(Collections.nCopies(rows.size(), null)) : List.of();
    }

    /** Whether a row by itself may tell more of an error, or even go through. */
    static boolean isOfARow(ErrorKind kind) {
        return !FINAL.contains(kind);
    }

    /** The statement as listeners are to see it, with each row's values. */
    abstract ReadyStatement ready();

    abstract void send(Connection connection, Function<PreparedStatement, RunningStatement> running)
            throws SQLException;

    /**
     * Takes back all that was sent.
     *
     * @return false if it is too late for that
     */
    abstract boolean takeBack(Connection connection) throws SQLException;

    final BatchResult result() {
        return new BatchResult(counts, values);
    }

    final long written() {
        long written = 0;
        for (int count : counts) {
            written += Math.max(count, 0);
        }
        return written;
    }

    /** Keys are counted up in the order of the rows, or down; after SQLAlchemy's "insertmanyvalues". */
    final void requireKeysInOrder(int from, int received, int sent) {
        boolean inOrder = received == sent;
        for (int row = from + 1; row < from + received && inOrder; row++) {
            inOrder = key(row - 1) < key(row) == key(from) < key(from + 1);
        }
        if (!inOrder) {
            throw new UsageException(
                    "DVT-ENGINE-KEY-ORDER",
                    "the database gave back " + received + " keys for " + sent
                            + " rows, or not in their order, so that it is not known which row has which: a trigger must have"
                            + " left rows out or changed keys. Roll back, and insert such rows one by one. "
                            + ready().sql());
        }
    }

    private long key(int row) {
        @Nullable Object[] back = values.get(row);
        return back != null && back[0] instanceof Number number ? number.longValue() : 0;
    }
}
