package dev.dovetail.engine;

import org.jspecify.annotations.Nullable;

/**
 * Something to find out with a connection.
 *
 * @param <R> the answer
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface ConnectionQuery<R extends @Nullable Object, X extends Exception> {

    /**
     * Finds it out.
     *
     * @param connection to be used until this returns
     * @return the answer
     * @throws X whatever goes wrong
     */
    R run(Connection connection) throws X;
}
