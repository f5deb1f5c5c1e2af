package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Two transactions waited for each other, and the database ended this one. */
public final class DeadlockException extends OperationalException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public DeadlockException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-40-DEADLOCK", "a deadlock was broken", facts, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
