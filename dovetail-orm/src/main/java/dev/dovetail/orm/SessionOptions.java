package dev.dovetail.orm;

import java.time.Clock;

/**
 * How a session behaves.
 *
 * @param autoflush whether a session flushes before it queries
 * @param flushUnderSavepoint whether each flush runs under a savepoint, so that a flush that failed leaves memory and
 *     transaction as they were before it
 * @param clock gives the times of {@code @Created} and {@code @Updated}
 */
public record SessionOptions(boolean autoflush, boolean flushUnderSavepoint, Clock clock) {

    /** Autoflush, no savepoint around a flush, the system's clock in its default time zone. */
    public static final SessionOptions DEFAULT = new SessionOptions(true, false, Clock.systemDefaultZone());

    /**
     * These options with or without autoflush.
     *
     * @param on whether to flush before queries
     * @return new options
     */
    public SessionOptions withAutoflush(boolean on) {
        return new SessionOptions(on, flushUnderSavepoint, clock);
    }

    /**
     * These options with or without a savepoint around each flush.
     *
     * @param on whether to set one
     * @return new options
     */
    public SessionOptions withFlushUnderSavepoint(boolean on) {
        return new SessionOptions(autoflush, on, clock);
    }

    /**
     * These options with another clock.
     *
     * @param newClock the clock
     * @return new options
     */
    public SessionOptions withClock(Clock newClock) {
        return new SessionOptions(autoflush, flushUnderSavepoint, newClock);
    }
}
