package dev.dovetail.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A statement that has been sent, as other threads see it: they can cancel it until it is over. Whether that was for its
 * time-out is known here, and not from the error, for some databases report both alike.
 */
final class RunningStatement {

    /** Why a statement was cancelled. */
    enum Cancelled {
        NO,
        BY_CALL,
        BY_TIMEOUT
    }

    private final Statement statement;
    private @Nullable Future<?> timer;
    private boolean answered;
    private boolean over;
    private Cancelled cancelled = Cancelled.NO;

    RunningStatement(Statement statement) {
        this.statement = statement;
    }

    synchronized void endsBy(Future<?> newTimer) {
        timer = newTimer;
    }

    /** Nothing is sent once the statement is over, when it would hit the next one of the connection. */
    synchronized void cancel(Cancelled why) throws SQLException {
        if (!over && !(answered && why == Cancelled.BY_TIMEOUT)) {
            cancelled = why;
            statement.cancel();
        }
    }

    /** The database has answered: the time-out, where there is one, no longer counts. */
    void answered() {
        if (timer != null) {
            stopTimer();
        }
    }

    private synchronized void stopTimer() {
        answered = true;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** The answer to a statement that was cancelled: nobody knows whether it has noticed. */
    synchronized void requireNotCancelled() throws UnnoticedCancellation {
        answered();
        if (cancelled != Cancelled.NO) {
            throw new UnnoticedCancellation(cancelled);
        }
    }

    synchronized void over() {
        answered();
        over = true;
    }

    synchronized Cancelled cancelled() {
        return cancelled;
    }
}
