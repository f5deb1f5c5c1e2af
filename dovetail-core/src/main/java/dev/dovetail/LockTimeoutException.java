package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Somebody else held a lock for longer than this statement would wait. */
public final class LockTimeoutException extends OperationalException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public LockTimeoutException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-55-LOCK-TIMEOUT", "a lock could not be had in time", facts, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
