package dev.dovetail.orm;

import dev.dovetail.engine.ExecutionOptions;
import java.time.Clock;

/**
 * How a session behaves.
 *
 * @param autoflush whether a session flushes before it queries
 * @param flushUnderSavepoint whether each flush runs under a savepoint, so that a flush that failed leaves memory and
 *     transaction as they were before it
 * @param staleAfterCommit whether objects count as stale after a commit, so that they are read again when the session next
 *     touches them; false is SQLAlchemy's {@code expire_on_commit=False}
 * @param twoPhase whether a session over several engines commits in two phases: it has all prepare first
 * @param siblingsLoadedTogether how many objects that came from one query have a holder filled when that of one of them is
 *     touched; 1 for that of the touched object alone
 * @param lazyLoadAlarm at which number of statements for one relationship from one line of the program a session warns (N+1);
 *     0 for never
 * @param execution how statements are run, those of flushes included; what it does not say is taken from the engine
 * @param clock gives the times of {@code @Created} and {@code @Updated}
 */
public record SessionOptions(
        boolean autoflush,
        FlushSavepoint flushUnderSavepoint,
        boolean staleAfterCommit,
        boolean twoPhase,
        int siblingsLoadedTogether,
        int lazyLoadAlarm,
        ExecutionOptions execution,
        Clock clock) {

    /**
     * Autoflush, a savepoint around a flush where an error ends the transaction (PostgreSQL), stale after commit, 500 siblings together,
     * the system's clock in its default time zone.
     */
    public static final SessionOptions DEFAULT = new SessionOptions(
            true,
            FlushSavepoint.WHERE_NEEDED,
            true,
            false,
            500,
            0,
            ExecutionOptions.options(),
            Clock.systemDefaultZone());

    /**
     * These options with or without autoflush.
     *
     * @param on whether to flush before queries
     * @return new options
     */
    public SessionOptions withAutoflush(boolean on) {
        return new SessionOptions(
                on,
                flushUnderSavepoint,
                staleAfterCommit,
                twoPhase,
                siblingsLoadedTogether,
                lazyLoadAlarm,
                execution,
                clock);
    }

    /**
     * These options with or without a savepoint around each flush, on every database.
     *
     * @param on whether to set one
     * @return new options
     */
    public SessionOptions withFlushUnderSavepoint(boolean on) {
        return withFlushUnderSavepoint(on ? FlushSavepoint.ALWAYS : FlushSavepoint.NEVER);
    }

    /**
     * These options with a savepoint around each flush or not. One costs a statement before the flush and one after it, but
     * nothing before a flush that begins the transaction, and nothing after one that belongs to a commit.
     *
     * @param when when to set one
     * @return new options
     */
    public SessionOptions withFlushUnderSavepoint(FlushSavepoint when) {
        return new SessionOptions(
                autoflush, when, staleAfterCommit, twoPhase, siblingsLoadedTogether, lazyLoadAlarm, execution, clock);
    }

    /**
     * These options with objects that count as stale after a commit, or do not.
     *
     * @param on whether they do
     * @return new options
     */
    public SessionOptions withStaleAfterCommit(boolean on) {
        return new SessionOptions(
                autoflush, flushUnderSavepoint, on, twoPhase, siblingsLoadedTogether, lazyLoadAlarm, execution, clock);
    }

    /**
     * These options with or without a commit in two phases, where a session has several engines: all prepare, then all commit.
     * Then a commit that fails for what was written is rolled back everywhere. PostgreSQL, MariaDB and MySQL can do it;
     * PostgreSQL needs {@code max_prepared_transactions}. A session that has used one engine only commits as ever. After
     * SQLAlchemy's {@code Session(twophase=True)}.
     *
     * @param on whether to prepare first
     * @return new options
     */
    public SessionOptions withTwoPhase(boolean on) {
        return new SessionOptions(
                autoflush,
                flushUnderSavepoint,
                staleAfterCommit,
                on,
                siblingsLoadedTogether,
                lazyLoadAlarm,
                execution,
                clock);
    }

    /**
     * These options with another number of siblings whose holders are loaded together.
     *
     * @param objects at most how many, the touched one included; 1 for that alone
     * @return new options
     */
    public SessionOptions withSiblingsLoadedTogether(int objects) {
        return new SessionOptions(
                autoflush, flushUnderSavepoint, staleAfterCommit, twoPhase, objects, lazyLoadAlarm, execution, clock);
    }

    /**
     * These options with an alarm for holders that one line of the program loads again and again, by a statement each time.
     * The session then warns once for each such line, naming it, the relationship and the option that would have loaded it.
     *
     * @param statements at which number it goes off, 0 for never
     * @return new options
     */
    public SessionOptions withLazyLoadAlarm(int statements) {
        return new SessionOptions(
                autoflush,
                flushUnderSavepoint,
                staleAfterCommit,
                twoPhase,
                siblingsLoadedTogether,
                statements,
                execution,
                clock);
    }

    /**
     * These options with another clock.
     *
     * @param newClock the clock
     * @return new options
     */
    public SessionOptions withClock(Clock newClock) {
        return new SessionOptions(
                autoflush,
                flushUnderSavepoint,
                staleAfterCommit,
                twoPhase,
                siblingsLoadedTogether,
                lazyLoadAlarm,
                execution,
                newClock);
    }

    /**
     * These options with others for running statements.
     *
     * @param how a time-out, a fetch size; what it does not say is taken from the engine
     * @return new options
     */
    public SessionOptions withExecution(ExecutionOptions how) {
        return new SessionOptions(
                autoflush,
                flushUnderSavepoint,
                staleAfterCommit,
                twoPhase,
                siblingsLoadedTogether,
                lazyLoadAlarm,
                how,
                clock);
    }
}
