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
     * @param outcomeUnknown whether it was the commit that got no answer
     */
    public DisconnectException(ErrorFacts facts, @Nullable Throwable cause, boolean outcomeUnknown) {
        super(
                "DVT-08-DISCONNECT",
                outcomeUnknown
                        ? "the connection to the database was lost during the commit, and nobody knows whether it took place"
                        : "there is no connection to the database",
                facts,
                cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /**
     * Whether the connection was lost during a commit, so that the work may have been done or not: it is not repeated by
     * itself, and a program has to look before it does.
     *
     * @return true if nobody knows
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
