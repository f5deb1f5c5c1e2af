package dev.dovetail.engine;

import dev.dovetail.UsageException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Notices when a second thread uses a connection while a first one is at it. Handing it over in between is allowed. */
final class ThreadGuard {

    private final AtomicReference<@Nullable Thread> inside = new AtomicReference<>();

    @FunctionalInterface
    interface Action<R extends @Nullable Object> {
        R run();
    }

    <R extends @Nullable Object> R call(Action<R> action) {
        Thread current = Thread.currentThread();
        Thread user = inside.compareAndExchange(null, current);
        if (user == current) {
            return action.run();
        }
        if (user != null) {
            throw new UsageException(
                    "DVT-CONN-THREAD",
                    "thread " + current.getName() + " uses a connection while thread " + user.getName()
                            + " is using it: give each thread a connection of its own");
        }
        try {
            return action.run();
        } finally {
            inside.set(null);
        }
    }

    void run(Runnable action) {
        this.<@Nullable Void>call(() -> {
            action.run();
            return null;
        });
    }
}
