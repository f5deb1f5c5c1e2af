package dev.dovetail.engine;

import dev.dovetail.engine.RunningStatement.Cancelled;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels statements whose time is over, on a thread of its own that is there while it is needed. Not the drivers' own
 * time-outs: they count whole seconds, SQLite's does nothing, and not all of them can be told from a cancellation.
 */
final class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private static final long AGAIN = Duration.ofMillis(250).toNanos();

    private final ScheduledThreadPoolExecutor timer;

    Watchdog() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "dovetail-timeouts");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    void watch(RunningStatement statement, @Nullable Duration timeout) {
        if (timeout != null) {
            // More than once: a driver may take no notice of a statement that has not got under way yet.
            statement.endsBy(timer.scheduleWithFixedDelay(
                    () -> cancel(statement), Math.max(timeout.toNanos(), 0), AGAIN, TimeUnit.NANOSECONDS));
        }
    }

    private static void cancel(RunningStatement statement) {
        try {
            statement.cancel(Cancelled.BY_TIMEOUT);
        } catch (SQLException e) {
            LOG.warn("a statement whose time is over could not be cancelled, and goes on", e);
        }
    }

    void close() {
        timer.shutdownNow();
    }
}
