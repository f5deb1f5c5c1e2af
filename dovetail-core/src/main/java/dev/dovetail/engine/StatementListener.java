package dev.dovetail.engine;

import dev.dovetail.DatabaseException;
import java.time.Duration;

/**
 * Is told what a connection sends, on the thread that sends it and after the database has answered. A listener must not
 * use the connection; what it throws reaches the caller of the connection.
 */
public interface StatementListener {

    /** A transaction has begun; told with its first statement. */
    default void onBegin() {}

    /**
     * A transaction has been prepared, the first phase of its commit.
     *
     * @param name its name
     */
    default void onPrepare(String name) {}

    /** The transaction has been committed. */
    default void onCommit() {}

    /** The transaction has been rolled back. */
    default void onRollback() {}

    /**
     * A savepoint has been set.
     *
     * @param name its name
     */
    default void onSavepoint(String name) {}

    /**
     * The work since a savepoint has been rolled back.
     *
     * @param name its name
     */
    default void onRollbackTo(String name) {}

    /**
     * A savepoint has been given up, its work kept.
     *
     * @param name its name
     */
    default void onRelease(String name) {}

    /**
     * A statement has been answered, with success or without.
     *
     * @param event the statement
     */
    default void onStatement(StatementEvent event) {}

    /**
     * The rows of a query have been read, or are no longer wanted.
     *
     * @param event the query
     */
    default void onRows(RowsEvent event) {}

    /**
     * A connection to the database has been taken into use.
     *
     * @param wait how long that took, opening it included if it is a new one
     */
    default void onAcquired(Duration wait) {}

    /**
     * A connection to the database is no longer in use.
     *
     * @param use how long it was
     */
    default void onReleased(Duration use) {}

    /** A connection was lost, and with it all that were opened before are given up. */
    default void onInvalidated() {}

    /**
     * A transaction is going to be run again.
     *
     * @param attempt how often it has failed so far
     * @param error why it failed
     * @param delay how long the next attempt waits
     */
    default void onRetry(int attempt, DatabaseException error, Duration delay) {}

    /**
     * A statement that Dovetail sent of itself, to explain an error or to verify foreign keys, has been answered.
     *
     * @param event the statement
     */
    default void onLookup(StatementEvent event) {}
}
