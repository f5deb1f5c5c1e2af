package dev.dovetail.orm;

import dev.dovetail.UsageException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Notices when a session is used by two threads at once. It may be handed from one thread to another between calls. */
final class ThreadGuard {

    private static final String OWN = ThreadGuard.class.getPackageName();

    private final AtomicReference<Thread> user = new AtomicReference<>();
    private final StackWalker.@Nullable StackFrame opened = StackWalker.getInstance()
            .walk(frames -> frames.filter(frame -> !frame.getClassName().startsWith(OWN + "."))
                    .findFirst()
                    .orElse(null));

    /** {@return whether this call entered, and so has to leave} */
    boolean enter() {
        Thread current = Thread.currentThread();
        if (user.get() == current) {
            return false;
        }
        if (!user.compareAndSet(null, current)) {
            throw busy();
        }
        return true;
    }

    void leave(boolean entered) {
        if (entered) {
            user.set(null);
        }
    }

    void check() {
        Thread other = user.get();
        if (other != null && other != Thread.currentThread()) {
            throw busy();
        }
    }

    private UsageException busy() {
        Thread other = user.get();
        return new UsageException(
                "DVT-USE-THREADS",
                "the session that was opened at " + opened + " is in use by thread \""
                        + (other == null ? "?" : other.getName()) + "\" while thread \""
                        + Thread.currentThread().getName()
                        + "\" calls it; a session belongs to one thread at a time: open one for each");
    }
}
