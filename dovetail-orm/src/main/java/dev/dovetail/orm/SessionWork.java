package dev.dovetail.orm;

/**
 * What is done within a transaction.
 *
 * @param <X> a checked exception that it may throw
 */
@FunctionalInterface
public interface SessionWork<X extends Exception> {

    /**
     * Does the work.
     *
     * @param session the session; it is committed and closed afterwards
     * @throws X if it fails, after which the transaction is rolled back
     */
    void run(Session session) throws X;
}
