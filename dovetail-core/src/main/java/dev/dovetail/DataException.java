package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A value does not fit its type: too long, out of range, or not a text of that type. */
public final class DataException extends DatabaseException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public DataException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-22-DATA", MessageLayout.other(Headline.data(facts), facts), facts, cause);
    }
}
