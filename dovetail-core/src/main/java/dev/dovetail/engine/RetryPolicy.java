package dev.dovetail.engine;

import dev.dovetail.UsageException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a transaction is run again, and after which delays. The longest delay doubles with each attempt; the delay
 * itself is any time up to it, so that those who got in each other's way do not meet again.
 *
 * @param attempts how often the transaction is run, the first time included
 * @param firstDelay the longest delay before the second attempt
 * @param longestDelay what delays grow to
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration longestDelay) {

    /**
     * Checks the values.
     *
     * @throws UsageException if there is no attempt, or a delay is negative; code {@code DVT-ENGINE-SETTING}
     */
    public RetryPolicy {
        if (attempts < 1 || firstDelay.isNegative() || longestDelay.isNegative()) {
            throw new UsageException(
                    "DVT-ENGINE-SETTING",
                    "a transaction is run at least once, and delays are not negative: " + attempts + " attempts, "
                            + firstDelay + " to " + longestDelay);
        }
    }

    /**
     * A number of attempts, with delays that grow from 20 milliseconds to 2 seconds.
     *
     * @param attempts how often the transaction is run, the first time included
     * @return the policy
     */
    public static RetryPolicy attempts(int attempts) {
        return new RetryPolicy(attempts, Duration.ofMillis(20), Duration.ofSeconds(2));
    }

    /** The delay after an attempt, counted from 1. */
    Duration delayAfter(int attempt) {
        long longest = longestDelay.toNanos();
        long first = Math.min(firstDelay.toNanos(), longest);
        long grown = attempt - 1 < Long.numberOfLeadingZeros(first) - 1 ? first << (attempt - 1) : longest;
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(Math.min(grown, longest) + 1));
    }
}
