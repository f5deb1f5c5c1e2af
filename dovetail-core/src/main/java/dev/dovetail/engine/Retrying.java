package dev.dovetail.engine;

import dev.dovetail.DatabaseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs transactions again that failed for what others did at the same time, each time from the beginning and on a new
 * connection: the work has to be such that it can be repeated. Other errors pass through at once, among them a connection
 * that was lost during the commit, after which nobody knows whether the work has been done. A thread that is interrupted
 * stops, and throws the error that it had. Immutable and thread-safe.
 */
public final class Retrying {

    private final Engine engine;
    private final RetryPolicy policy;
    private final TransactionOptions options;

    Retrying(Engine engine, RetryPolicy policy, TransactionOptions options) {
        this.engine = engine;
        this.policy = policy;
        this.options = options;
    }

    /**
     * The same for transactions of some kind.
     *
     * @param transaction what each attempt is like
     * @return the new one
     */
    public Retrying with(TransactionOptions transaction) {
        return new Retrying(engine, policy, transaction);
    }

    /**
     * Does something in a transaction.
     *
     * @param <X> what the work may throw
     * @param work what to do
     * @throws X what the work throws
     * @throws DatabaseException the last error, with those of earlier attempts as suppressed ones
     */
    public <X extends Exception> void transaction(ConnectionWork<X> work) throws X {
        this.<@Nullable Void, X>transactionResult(connection -> {
            work.run(connection);
            return null;
        });
    }

    /**
     * Finds something out in a transaction.
     *
     * @param <R> the answer
     * @param <X> what the work may throw
     * @param work what to find out
     * @return the answer
     * @throws X what the work throws
     * @throws DatabaseException the last error, with those of earlier attempts as suppressed ones
     */
    public <R extends @Nullable Object, X extends Exception> R transactionResult(ConnectionQuery<R, X> work) throws X {
        List<DatabaseException> earlier = new ArrayList<>();
        while (true) {
            try {
                return engine.transactionResult(options, work);
            } catch (DatabaseException e) {
                int attempt = earlier.size() + 1;
                Duration delay = policy.delayAfter(attempt);
                if (!e.retryable() || attempt >= policy.attempts() || !waited(attempt, e, delay)) {
                    earlier.forEach(e::addSuppressed);
                    throw e;
                }
                earlier.add(e);
            }
        }
    }

    private boolean waited(int attempt, DatabaseException error, Duration delay) {
        engine.tell(error, listener -> listener.onRetry(attempt, error, delay));
        try {
            Thread.sleep(delay.toMillis(), delay.toNanosPart() % 1_000_000);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
