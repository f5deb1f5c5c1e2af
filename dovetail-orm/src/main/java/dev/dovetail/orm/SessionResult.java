package dev.dovetail.orm;

import org.jspecify.annotations.Nullable;

/**
 * What is done within a transaction and gives a value.
 *
 * @param <R> the value
 * @param <X> a checked exception that it may throw
 */
@FunctionalInterface
public interface SessionResult<R extends @Nullable Object, X extends Exception> {

    /**
     * Does the work.
     *
     * @param session the session; it is committed and closed afterwards
     * @return the value
     * @throws X if it fails, after which the transaction is rolled back
     */
    R run(Session session) throws X;
}
