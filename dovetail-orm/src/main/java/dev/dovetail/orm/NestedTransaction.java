package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;

/**
 * A savepoint of a session. The SAVEPOINT is sent with the first statement within it. Closing it without
 * {@link #commit()} rolls back to it.
 */
public final class NestedTransaction implements AutoCloseable {

    private final SessionState session;
    /** The session's last read before the first write within the savepoint. */
    private long readsBefore = Long.MAX_VALUE;

    private final Savepoints savepoints = Savepoints.ofNested();
    private boolean ended;

    NestedTransaction(SessionState session) {
        this.session = session;
    }

    /** Something is going to be written. */
    void beforeWrite(long reads) {
        readsBefore = Math.min(readsBefore, reads);
    }

    /** {@return the last read that cannot have seen what a rollback to the savepoint undoes} */
    long readsBefore() {
        return readsBefore;
    }

    /**
     * Flushes and releases the savepoint, and those opened within it: what was done since stays part of the transaction.
     *
     * @throws UsageException if it has ended already
     * @throws dev.dovetail.DatabaseException if the flush fails
     */
    public void commit() {
        run(() -> session.transaction.release(this));
    }

    /**
     * Rolls back to the savepoint and ends it. Objects that were changed since go back to what they were.
     *
     * @throws UsageException if it has ended already
     */
    public void rollback() {
        run(() -> session.transaction.rollbackTo(this));
    }

    /** Rolls back to the savepoint, unless it was committed or rolled back. */
    @Override
    public void close() {
        if (!ended) {
            rollback();
        }
    }

    private void run(Runnable action) {
        boolean entered = session.guard.enter();
        try {
            if (ended) {
                throw new UsageException("DVT-USE-SAVEPOINT", "this savepoint has ended already");
            }
            action.run();
        } finally {
            session.guard.leave(entered);
        }
    }

    void begin(Connection connection) {
        savepoints.begin(connection);
    }

    void release() {
        savepoints.release();
    }

    /** {@return whether there was a savepoint to roll back to} */
    boolean rollBack() {
        return savepoints.rollBack();
    }

    void end() {
        ended = true;
    }
}
