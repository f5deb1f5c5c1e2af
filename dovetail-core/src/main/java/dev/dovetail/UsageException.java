package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Dovetail was asked for something that cannot be done as asked; the program has to change, not the data. */
public class UsageException extends DovetailException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param code the stable code
     * @param message what was asked, why it cannot be, and what to do instead
     */
    public UsageException(String code, String message) {
        this(code, message, null);
    }

    /**
     * Makes an exception.
     *
     * @param code the stable code
     * @param message what was asked, why it cannot be, and what to do instead
     * @param cause what brought it about, if anything did
     */
    public UsageException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
