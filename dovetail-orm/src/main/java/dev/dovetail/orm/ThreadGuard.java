package dev.dovetail.orm;

import dev.dovetail.UsageException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/** Notices when a session is used by two threads at once. It may be handed from one thread to another between calls. */
final class ThreadGuard {

    private static final String OWN = ThreadGuard.class.getPackageName();

    private static final AtomicReferenceFieldUpdater<ThreadGuard, @Nullable Thread> USER =
            AtomicReferenceFieldUpdater.newUpdater(ThreadGuard.class, Thread.class, "user");

    private final StackWalker.@Nullable StackFrame opened;
    private volatile @Nullable Thread user;

    /**
     * Guards a session.
     *
     * @param brief whether the session is one for a read or two, which take hardly longer than to look where it was opened
     */
    ThreadGuard(boolean brief) {
        opened = brief
                ? null
                : StackWalker.getInstance()
                        .walk(frames -> frames.filter(
                                        frame -> !frame.getClassName().startsWith(OWN + "."))
                                .findFirst()
                                .orElse(null));
    }

    /** {@return whether this call entered, and so has to leave} */
    boolean enter() {
        Thread current = Thread.currentThread();
        if (user == current) {
            return false;
        }
        if (!USER.compareAndSet(this, null, current)) {
            throw busy();
        }
        return true;
    }

    void leave(boolean entered) {
        if (entered) {
            USER.lazySet(this, null);
        }
    }

    void check() {
        Thread other = user;
        if (other != null && other != Thread.currentThread()) {
            throw busy();
        }
    }

    private UsageException busy() {
        Thread other = user;
        return new UsageException(
                "DVT-USE-THREADS",
                "the session " + (opened == null ? "" : "that was opened at " + opened + " ") + "is in use by thread \""
                        + (other == null ? "?" : other.getName()) + "\""
                        + (opened == null && other != null ? place(other) : "") + " while thread \""
                        + Thread.currentThread().getName()
                        + "\" calls it; a session belongs to one thread at a time: open one for each");
    }

    /** Where the program called the session from, if it still does: below what the session has called itself. */
    private static String place(Thread other) {
        boolean within = false;
        for (StackTraceElement frame : other.getStackTrace()) {
            boolean own = frame.getClassName().startsWith(OWN + ".");
            if (within && !own && !frame.getClassName().startsWith("java.")) {
                return " at " + frame;
            }
            within |= own;
        }
        return "";
    }
}
