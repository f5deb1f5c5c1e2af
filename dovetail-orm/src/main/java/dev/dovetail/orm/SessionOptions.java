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
 * @param siblingsLoadedTogether how many objects that came from one query have a holder filled when that of one of them is
 *     touched; 1 for that of the touched object alone
 * @param clock gives the times of {@code @Created} and {@code @Updated}
 */
public record SessionOptions(
        boolean autoflush,
        boolean flushUnderSavepoint,
        boolean staleAfterCommit,
        int siblingsLoadedTogether,
        Clock clock) {

    /** Autoflush, no savepoint around a flush, stale after commit, 500 siblings together, the system's clock in its default time zone. */
    public static final SessionOptions DEFAULT = new SessionOptions(true, false, true, 500, Clock.systemDefaultZone());

    /**
     * These options with or without autoflush.
     *
     * @param on whether to flush before queries
     * @return new options
     */
    public SessionOptions withAutoflush(boolean on) {
        return new SessionOptions(on, flushUnderSavepoint, staleAfterCommit, siblingsLoadedTogether, clock);
    }

    /**
     * These options with or without a savepoint around each flush.
     *
     * @param on whether to set one
     * @return new options
     */
    public SessionOptions withFlushUnderSavepoint(boolean on) {
        return new SessionOptions(autoflush, on, staleAfterCommit, siblingsLoadedTogether, clock);
    }

    /**
     * These options with objects that count as stale after a commit, or do not.
     *
     * @param on whether they do
     * @return new options
     */
    public SessionOptions withStaleAfterCommit(boolean on) {
        return new SessionOptions(autoflush, flushUnderSavepoint, on, siblingsLoadedTogether, clock);
    }

    /**
     * These options with another number of siblings whose holders are loaded together.
     *
     * @param objects at most how many, the touched one included; 1 for that alone
     * @return new options
     */
    public SessionOptions withSiblingsLoadedTogether(int objects) {
        return new SessionOptions(autoflush, flushUnderSavepoint, staleAfterCommit, objects, clock);
    }

    /**
     * These options with another clock.
     *
     * @param newClock the clock
     * @return new options
     */
    public SessionOptions withClock(Clock newClock) {
        return new SessionOptions(autoflush, flushUnderSavepoint, staleAfterCommit, siblingsLoadedTogether, newClock);
    }
}
