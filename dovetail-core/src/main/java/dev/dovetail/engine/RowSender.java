package dev.dovetail.engine;

import dev.dovetail.compile.BatchForm;
import dev.dovetail.compile.Dialect;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Statement;
import dev.dovetail.type.Codec;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends the rows of one prepared statement, in order, one by one or as JDBC batches of some size, and keeps account: what
 * each row did, the keys in the order of the rows, and after an error which row it was, if anybody said so.
 */
final class RowSender {

    // Beyond some hundred rows, a larger batch saves no time worth its memory.
    private static final int BATCH = 500;

    private final Dialect dialect;
    private final ReadyStatement ready;
    private final List<@Nullable Object[]> rows;
    private final List<Codec<?>> returned;
    private final boolean asKeys;
    private final int rowsOfInsert;
    private final int[] counts;
    private final List<@Nullable Object @Nullable []> values = new ArrayList<>();
    private int sent;
    private @Nullable Integer failed;

    RowSender(
            Dialect dialect,
            Statement statement,
            ReadyStatement ready,
            List<@Nullable Object[]> rows,
            List<Codec<?>> returned,
            boolean asKeys) {
        this.dialect = dialect;
        this.ready = ready;
        this.rows = rows;
        this.returned = returned;
        this.asKeys = asKeys;
        this.counts = new int[rows.size()];
        this.rowsOfInsert = statement instanceof Insert insert ? insert.rows().size() : 0;
    }

    void send(PreparedStatement prepared, BatchForm form) throws SQLException {
        if (form == BatchForm.ROW_BY_ROW || rows.size() == 1) {
            oneByOne(prepared);
        } else if (form == BatchForm.ALL_TRIED) {
            allOrNothing(prepared);
        } else {
            inBatches(prepared);
        }
    }

    private void oneByOne(PreparedStatement prepared) throws SQLException {
        for (int row = 0; row < rows.size(); row++) {
            failed = row;
            ready.bind(prepared, rows.get(row));
            sent = row + 1;
            if (returned.isEmpty() || asKeys) {
                counts[row] = prepared.execute() ? 0 : Math.max(prepared.getUpdateCount(), 0);
                readKeys(prepared);
            } else {
                try (ResultSet written = prepared.executeQuery()) {
                    counts[row] = read(written);
                }
            }
        }
        failed = null;
    }

    private void allOrNothing(PreparedStatement prepared) throws SQLException {
        Connection connection = prepared.getConnection();
        Savepoint before = connection.setSavepoint();
        try {
            inBatches(prepared);
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback(before);
                Arrays.fill(counts, 0);
            } catch (SQLException secondary) {
                // The savepoint is gone with its transaction, after a deadlock for one; the first error says so.
                e.addSuppressed(secondary);
            }
            throw e;
        }
        connection.releaseSavepoint(before);
    }

    private void inBatches(PreparedStatement prepared) throws SQLException {
        for (int from = 0; from < rows.size(); from += BATCH) {
            int to = Math.min(from + BATCH, rows.size());
            for (@Nullable Object[] row : rows.subList(from, to)) {
                ready.bind(prepared, row);
                prepared.addBatch();
            }
            sent = to;
            try {
                count(prepared.executeBatch(), from);
            } catch (BatchUpdateException e) {
                count(e.getUpdateCounts(), from);
                Integer row = failed(e, to - from);
                failed = row == null ? null : from + row;
                throw reason(e);
            }
            readKeys(prepared);
        }
    }

    private void count(int[] batch, int from) {
        for (int i = 0; i < batch.length && from + i < counts.length; i++) {
            // A driver that sends rows in bulk does not count them one by one; what an INSERT of values does is known.
            counts[from + i] =
                    batch[i] == java.sql.Statement.SUCCESS_NO_INFO && rowsOfInsert > 0 ? rowsOfInsert : batch[i];
        }
    }

    private @Nullable Integer failed(BatchUpdateException e, int size) {
        int[] done = e.getUpdateCounts();
        if (done.length < size) {
            return done.length;
        }
        int first = -1;
        int failures = 0;
        for (int i = 0; i < done.length; i++) {
            if (done[i] == java.sql.Statement.EXECUTE_FAILED) {
                first = failures++ == 0 ? i : first;
            }
        }
        // All failed: the driver does not tell them apart.
        return failures > 0 && failures < size
                ? Integer.valueOf(first)
                : dialect.readError(e).row();
    }

    /** The database's own error, which carries more than the batch's. */
    private static SQLException reason(BatchUpdateException e) {
        if (e.getNextException() != null) {
            return e.getNextException();
        }
        return e.getCause() instanceof SQLException cause ? cause : e;
    }

    private void readKeys(PreparedStatement prepared) throws SQLException {
        if (returned.isEmpty()) {
            return;
        }
        try (ResultSet generated = prepared.getGeneratedKeys()) {
            read(generated);
        }
    }

    /** Takes the rows that were written; {@return how many there were} */
    private int read(ResultSet written) throws SQLException {
        int count = 0;
        for (; written.next(); count++) {
            @Nullable Object[] row = new Object[returned.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = returned.get(i).read(written, i + 1);
            }
            values.add(row);
        }
        while (values.size() < sent) {
            values.add(null);
        }
        return count;
    }

    int[] counts() {
        return counts;
    }

    /** For each row what was asked back, null where nothing came. */
    List<@Nullable Object @Nullable []> values() {
        return values;
    }

    /** How many rows have been given to the driver to be sent. */
    int sent() {
        return sent;
    }

    /** The row that failed, null if it is not known. */
    @Nullable
    Integer failed() {
        return failed;
    }

    /** How many rows of the table were written, and are there as far as the transaction is. */
    long written() {
        long written = 0;
        for (int count : counts) {
            written += Math.max(count, 0);
        }
        return written;
    }
}
