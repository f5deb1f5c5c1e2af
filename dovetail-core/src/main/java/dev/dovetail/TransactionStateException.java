package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A statement or a commit was refused because of what became of the transaction; the cause is the first error. */
public class TransactionStateException extends DovetailException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final TransactionState state;

    /**
     * Makes an exception.
     *
     * @param state the state that the transaction is in
     * @param message what was refused and what to do
     * @param firstCause the error that brought the transaction into its state, if one did
     */
    public TransactionStateException(TransactionState state, String message, @Nullable Throwable firstCause) {
        super("DVT-TX-STATE", message, firstCause);
        this.state = state;
    }

    /**
     * The state that the transaction is in.
     *
     * @return the state
     */
    public TransactionState state() {
        return state;
    }
}
