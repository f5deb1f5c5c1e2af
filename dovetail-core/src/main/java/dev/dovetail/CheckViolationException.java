package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A row does not meet a CHECK constraint. */
public final class CheckViolationException extends IntegrityException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public CheckViolationException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-23-CHECK", Headline.check(facts), facts, cause);
    }
}
