package dev.dovetail.orm;

import java.time.Clock;

/**
 * How a session behaves.
 *
 * @param autoflush whether a session flushes before it queries
 * @param flushUnderSavepoint whether each flush runs under a savepoint, so that a flush that failed leaves memory and
 *     transaction as they were before it
 * @param staleAfterCommit whether objects count as stale after a commit, so that they are read again when the session next
 *     touches them; false is SQLAlchemy's {@code expire_on_commit=False}
 * @param clock gives the times of {@code @Created} and {@code @Updated}
 */
public record SessionOptions(boolean autoflush, boolean flushUnderSavepoint, boolean staleAfterCommit, Clock clock) {

    /** Autoflush, no savepoint around a flush, stale after commit, the system's clock in its default time zone. */
    public static final SessionOptions DEFAULT = new SessionOptions(true, false, true, Clock.systemDefaultZone());

    /**
     * These options with or without autoflush.
     *
     * @param on whether to flush before queries
     * @return new options
     */
    public SessionOptions withAutoflush(boolean on) {
        return new SessionOptions(on, flushUnderSavepoint, staleAfterCommit, clock);
    }

    /**
     * These options with or without a savepoint around each flush.
     *
     * @param on whether to set one
     * @return new options
     */
    public SessionOptions withFlushUnderSavepoint(boolean on) {
        return new SessionOptions(autoflush, on, staleAfterCommit, clock);
    }

    /**
     * These options with objects that count as stale after a commit, or do not.
     *
     * @param on whether they do
     * @return new options
     */
    public SessionOptions withStaleAfterCommit(boolean on) {
        return new SessionOptions(autoflush, flushUnderSavepoint, on, clock);
    }

    /**
     * These options with another clock.
     *
     * @param newClock the clock
     * @return new options
     */
    public SessionOptions withClock(Clock newClock) {
        return new SessionOptions(autoflush, flushUnderSavepoint, staleAfterCommit, newClock);
    }
}
