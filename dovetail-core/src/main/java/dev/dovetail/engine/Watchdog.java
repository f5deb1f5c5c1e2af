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
            statement.endsBy(timer.schedule(() -> cancel(statement), timeout.toNanos(), TimeUnit.NANOSECONDS));
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
