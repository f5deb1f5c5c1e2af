package dev.dovetail.engine;

import dev.dovetail.IsolationLevel;
import dev.dovetail.UsageException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction is like. It is decided when it begins; afterwards the connection is as it was before.
 *
 * @param isolation how much it sees of others; null to leave it to the database
 * @param readOnly whether it is refused to write
 * @param timeout how long it may take from its first statement to the answer of its last; null for no limit. Looked at when
 *     statements are sent: a commit is never given up
 */
public record TransactionOptions(
        @Nullable IsolationLevel isolation,
        boolean readOnly,
        @Nullable Duration timeout) {

    private static final TransactionOptions DEFAULT = new TransactionOptions(null, false, null);

    /**
     * Checks the time-out.
     *
     * @throws UsageException if it is not positive; code {@code DVT-ENGINE-SETTING}
     */
    public TransactionOptions {
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new UsageException("DVT-ENGINE-SETTING", "the time-out is " + timeout + ", and has to be positive");
        }
    }

    /**
     * A transaction as the database makes it.
     *
     * @return the options
     */
    public static TransactionOptions options() {
        return DEFAULT;
    }

    /**
     * These options with an isolation level.
     *
     * @param level the level
     * @return the new options
     */
    public TransactionOptions isolation(IsolationLevel level) {
        return new TransactionOptions(level, readOnly, timeout);
    }

    /**
     * These options for a transaction that only reads.
     *
     * @return the new options
     */
    public TransactionOptions asReadOnly() {
        return new TransactionOptions(isolation, true, timeout);
    }

    /**
     * These options with a time-out.
     *
     * @param longest how long the transaction may take
     * @return the new options
     */
    public TransactionOptions timeout(Duration longest) {
        return new TransactionOptions(isolation, readOnly, longest);
    }
}
