package dev.dovetail;

import java.io.Serial;

/**
 * A row is not what the session knew of it: an update met none, or a column that the program changed has another value in
 * the database by now. Somebody else changed or deleted the row in the meantime.
 */
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
