package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The statement ran for longer than it was allowed to. */
public final class QueryTimeoutException extends OperationalException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public QueryTimeoutException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-57-QUERY-TIMEOUT", "the statement took too long", facts, cause);
    }
}
