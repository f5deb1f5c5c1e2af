package dev.dovetail.engine;

import dev.dovetail.UsageException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/** Notices when a second thread uses a connection while a first one is at it. Handing it over in between is allowed. */
final class ThreadGuard {

    private static final AtomicReferenceFieldUpdater<ThreadGuard, @Nullable Thread> INSIDE =
            AtomicReferenceFieldUpdater.newUpdater(ThreadGuard.class, Thread.class, "inside");

    private volatile @Nullable Thread inside;

    @FunctionalInterface
    interface Action<R extends @Nullable Object> {
        R run();
    }

    <R extends @Nullable Object> R call(Action<R> action) {
        boolean entered = enter();
        try {
            return action.run();
        } finally {
            leave(entered);
        }
    }

    /** Whether this call has entered, and so has to leave; not if it is within another one of the same thread. */
    boolean enter() {
        Thread current = Thread.currentThread();
        if (inside == current) {
            return false;
        }
        if (!INSIDE.compareAndSet(this, null, current)) {
            throw busy(current, inside);
        }
        return true;
    }

    void leave(boolean entered) {
        if (entered) {
            // What follows on this thread need not wait until others see it.
            INSIDE.lazySet(this, null);
        }
    }

    private static UsageException busy(Thread current, @Nullable Thread user) {
        return new UsageException(
                "DVT-CONN-THREAD",
                "thread " + current.getName() + " uses a connection while "
                        + (user == null ? "another thread" : "thread " + user.getName())
                        + " is using it: give each thread a connection of its own");
    }

    void run(Runnable action) {
        boolean entered = enter();
        try {
            action.run();
        } finally {
            leave(entered);
        }
    }
}
