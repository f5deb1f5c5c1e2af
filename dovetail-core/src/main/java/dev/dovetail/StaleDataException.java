package dev.dovetail;

import java.io.Serial;

/** A statement should have met one row and met none: somebody else changed or deleted it in the meantime. */
public class StaleDataException extends DovetailException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message which row was expected, what was about to happen to it, and what to do
     */
    public StaleDataException(String message) {
        super("DVT-STALE", message, null);
    }
}
