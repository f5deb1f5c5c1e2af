package dev.dovetail.orm;

/**
 * Something to be done.
 *
 * @param <X> a checked exception that it may throw
 */
@FunctionalInterface
public interface Work<X extends Exception> {

    /**
     * Does it.
     *
     * @throws X if it fails
     */
    void run() throws X;
}
