package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The statement was cancelled from outside. */
public final class QueryCancelledException extends OperationalException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public QueryCancelledException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-57-CANCELLED", "the statement was cancelled", facts, cause);
    }
}
