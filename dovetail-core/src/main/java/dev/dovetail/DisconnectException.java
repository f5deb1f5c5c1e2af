package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The connection to the database could not be made, or is lost. If it was lost during a commit, nobody knows whether the commit took place. */
public final class DisconnectException extends OperationalException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public DisconnectException(ErrorFacts facts, @Nullable Throwable cause) {
        this(facts, cause, false);
    }

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     * @param outcomeUnknown whether the connection was lost during a commit
     */
    public DisconnectException(ErrorFacts facts, @Nullable Throwable cause, boolean outcomeUnknown) {
        super(
                "DVT-08-DISCONNECT",
                outcomeUnknown
                        ? "the connection was lost during the commit, and nobody knows whether it took place"
                        : "there is no connection to the database",
                facts,
                cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /**
     * Whether the connection was lost during a commit, so that the work may have been kept or not.
     *
     * @return true if nobody knows; repeating the transaction may do its work twice
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
