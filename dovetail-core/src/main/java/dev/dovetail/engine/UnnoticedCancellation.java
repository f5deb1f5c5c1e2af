package dev.dovetail.engine;

import dev.dovetail.TransactionState;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.engine.RunningStatement.Cancelled;
import java.sql.SQLException;

/**
 * A write that was cancelled and has answered as if it were not: too late, or the database has written what it had. An
 * INSERT of MySQL (8.0.33) or MariaDB (11.4.5) writes NULL for a subquery that was interrupted.
 */
final class UnnoticedCancellation extends SQLException {

    private static final long serialVersionUID = 1L;

    private final Cancelled cancelled;

    UnnoticedCancellation(Cancelled cancelled) {
        super(
                "the statement was cancelled and answered nevertheless: it may have written a part, or something else",
                "57014");
        this.cancelled = cancelled;
    }

    /** What it wrote is there until the transaction is rolled back. */
    ErrorReport report() {
        ErrorKind kind = cancelled == Cancelled.BY_TIMEOUT ? ErrorKind.QUERY_TIMEOUT : ErrorKind.QUERY_CANCELLED;
        return ErrorReport.of(kind).leaving(TransactionState.FAILED);
    }
}
