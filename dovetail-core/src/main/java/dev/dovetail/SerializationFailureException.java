package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The transaction could not be made to look as if it had run alone. */
public final class SerializationFailureException extends OperationalException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public SerializationFailureException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-40-SERIALIZATION", "the transaction came into conflict with another", facts, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
