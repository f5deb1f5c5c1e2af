package dev.dovetail.benchmarks.count;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Counts what goes to one database: JDBC calls at the driver, and round trips where there is a network. */
public final class Traffic implements AutoCloseable {

    private final CountingDriver.Target target;
    private final @Nullable Relay relay;
    private final String url;

    private Traffic(CountingDriver.Target target, @Nullable Relay relay, String url) {
        this.target = target;
        this.relay = relay;
        this.url = url;
    }

    /** Begins to count on a database; what uses {@link #url} is counted. */
    public static Traffic of(String url) throws SQLException {
        Relay relay = url.startsWith("jdbc:postgresql:") ? Relay.to(url) : null;
        String counted = relay == null ? url : relay.url();
        return new Traffic(CountingDriver.count(counted), relay, counted);
    }

    /** The URL to be used in place of the database's own. */
    public String url() {
        return url;
    }

    /** What was sent since it was last asked. */
    public Count take() {
        return new Count(
                target.executes.getAndSet(0),
                target.statements.getAndSet(0),
                relay == null ? 0 : relay.roundTrips.getAndSet(0),
                relay == null ? 0 : relay.bytes.getAndSet(0));
    }

    /** Waits until nothing is sent: pools open connections in the background, which sends statements too. */
    public void awaitSilence() {
        try {
            do {
                take();
                Thread.sleep(50);
            } while (!take().isNothing());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        CountingDriver.forget(url);
        if (relay != null) {
            relay.close();
        }
    }

    /**
     * What was sent.
     *
     * @param executes calls of JDBC's execute methods; a batch is one
     * @param statements statements, those of a batch one by one
     * @param roundTrips how often the client waited for the server; 0 within the process
     * @param bytes sent by the client over the network
     */
    public record Count(long executes, long statements, long roundTrips, long bytes) {

        /** Whether nothing was sent at all. */
        boolean isNothing() {
            return executes == 0 && roundTrips == 0;
        }

        @Override
        public String toString() {
            return executes + "/" + statements + (roundTrips == 0 ? "" : "/" + roundTrips);
        }
    }
}
