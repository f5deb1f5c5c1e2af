package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The connection to the database could not be made, or is lost. If it was lost during a commit, nobody knows whether the commit took place. */
public final class DisconnectException extends OperationalException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public DisconnectException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-08-DISCONNECT", "there is no connection to the database", facts, cause);
    }
}
