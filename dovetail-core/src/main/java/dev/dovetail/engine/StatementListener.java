package dev.dovetail.engine;

/**
 * Is told what a connection sends, on the thread that sends it and after the database has answered. A listener must not
 * use the connection; what it throws reaches the caller of the connection.
 */
public interface StatementListener {

    /** A transaction has begun; told with its first statement. */
    default void onBegin() {}

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
     * A statement that Dovetail sent of itself, to explain an error or to verify foreign keys, has been answered.
     *
     * @param event the statement
     */
    default void onLookup(StatementEvent event) {}
}
