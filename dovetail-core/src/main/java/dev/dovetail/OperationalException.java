package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The statement may be right; the circumstances were not. */
public abstract sealed class OperationalException extends DatabaseException
        permits DeadlockException,
                SerializationFailureException,
                LockTimeoutException,
                QueryTimeoutException,
                QueryCancelledException,
                DisconnectException,
                ReadOnlyViolationException,
                ResourceExhaustedException {

    @Serial
    private static final long serialVersionUID = 1L;

    OperationalException(String code, String headline, ErrorFacts facts, @Nullable Throwable cause) {
        super(code, MessageLayout.other(headline, facts), facts, cause);
    }
}
