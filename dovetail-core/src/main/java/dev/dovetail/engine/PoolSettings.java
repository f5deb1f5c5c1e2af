package dev.dovetail.engine;

import dev.dovetail.UsageException;
import java.time.Duration;

/**
 * What the pool of connections is like. An in-memory database that is its one connection has no pool: of the settings only
 * the acquire time-out counts there. With a data source of the program's own none counts.
 *
 * @param size how many connections there can be at the same time
 * @param minimumIdle how many are kept open though nobody uses them
 * @param acquireTimeout how long to wait for a connection when all are in use
 * @param idleTimeout after which time an unused connection is closed, if there are more than the least number
 * @param maxLifetime after which time a connection is replaced, when nobody uses it; shorter than any limit of the database
 *     or the network
 * @param prePing whether a connection has to answer before each use. Without, one that has been idle for more than half a
 *     second has to
 */
public record PoolSettings(
        int size,
        int minimumIdle,
        Duration acquireTimeout,
        Duration idleTimeout,
        Duration maxLifetime,
        boolean prePing) {

    // The pool counts milliseconds in an int, and takes no less than these.
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);
    private static final Duration SHORTEST_LIFETIME = Duration.ofSeconds(30);
    private static final Duration SHORTEST_IDLE = Duration.ofSeconds(10);

    private static final PoolSettings USUAL =
            new PoolSettings(10, 1, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofMinutes(30), false);

    /**
     * Checks the values.
     *
     * @throws UsageException if one is out of its range; code {@code DVT-ENGINE-SETTING}
     */
    public PoolSettings {
        require(size >= 1, "poolSize is " + size + ", and has to be at least 1");
        require(
                minimumIdle >= 0 && minimumIdle <= size,
                "minimumIdle is " + minimumIdle + ", and has to be between 0 and the size of the pool, " + size);
        require(
                acquireTimeout.compareTo(LONGEST) <= 0 && acquireTimeout.toMillis() > 0,
                "acquireTimeout is " + acquireTimeout + ", and has to be at least a millisecond, and at most "
                        + LONGEST);
        requireBetween("idleTimeout", idleTimeout, SHORTEST_IDLE);
        requireBetween("maxLifetime", maxLifetime, SHORTEST_LIFETIME);
    }

    private static void requireBetween(String name, Duration value, Duration shortest) {
        require(
                value.compareTo(shortest) >= 0 && value.compareTo(LONGEST) <= 0,
                name + " is " + value + ", and has to be at least " + shortest + ", and at most " + LONGEST);
    }

    private static void require(boolean inRange, String otherwise) {
        if (!inRange) {
            throw new UsageException("DVT-ENGINE-SETTING", otherwise);
        }
    }

    /**
     * Ten connections at most and one at least, 30 seconds to wait for one, 10 minutes without use, 30 minutes to live.
     *
     * @return the settings
     */
    public static PoolSettings usual() {
        return USUAL;
    }

    /**
     * These settings with another size.
     *
     * @param connections how many there can be at the same time
     * @return the new settings
     */
    public PoolSettings size(int connections) {
        int idle = connections >= 1 ? Math.min(minimumIdle, connections) : minimumIdle;
        return new PoolSettings(connections, idle, acquireTimeout, idleTimeout, maxLifetime, prePing);
    }

    /**
     * These settings with another least number.
     *
     * @param connections how many are kept open
     * @return the new settings
     */
    public PoolSettings minimumIdle(int connections) {
        return new PoolSettings(size, connections, acquireTimeout, idleTimeout, maxLifetime, prePing);
    }

    /**
     * These settings with another time to wait.
     *
     * @param longest how long to wait for a connection
     * @return the new settings
     */
    public PoolSettings acquireTimeout(Duration longest) {
        return new PoolSettings(size, minimumIdle, longest, idleTimeout, maxLifetime, prePing);
    }

    /**
     * These settings with another idle time.
     *
     * @param longest how long a connection is kept without use, 10 seconds or more
     * @return the new settings
     */
    public PoolSettings idleTimeout(Duration longest) {
        return new PoolSettings(size, minimumIdle, acquireTimeout, longest, maxLifetime, prePing);
    }

    /**
     * These settings with another lifetime.
     *
     * @param longest how old a connection becomes, 30 seconds or more
     * @return the new settings
     */
    public PoolSettings maxLifetime(Duration longest) {
        return new PoolSettings(size, minimumIdle, acquireTimeout, idleTimeout, longest, prePing);
    }

    /**
     * These settings, with a question to each connection before it is used.
     *
     * @return the new settings
     */
    public PoolSettings withPrePing() {
        return new PoolSettings(size, minimumIdle, acquireTimeout, idleTimeout, maxLifetime, true);
    }
}
