package dev.dovetail.engine;

/**
 * Something to do with a connection.
 *
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface ConnectionWork<X extends Exception> {

    /**
     * Does it.
     *
     * @param connection to be used until this returns
     * @throws X whatever goes wrong
     */
    void run(Connection connection) throws X;
}
