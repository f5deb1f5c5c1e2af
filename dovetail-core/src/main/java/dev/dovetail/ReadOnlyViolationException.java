package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A write was tried where only reading is allowed. */
public final class ReadOnlyViolationException extends OperationalException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public ReadOnlyViolationException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-25-READ-ONLY", "only reading is allowed here", facts, cause);
    }
}
