package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A column that must have a value was given none. */
public final class NotNullViolationException extends IntegrityException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public NotNullViolationException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-23-NOT-NULL", Headline.notNull(facts), facts, cause);
    }
}
