package dev.dovetail.sql;

import java.util.List;

/**
 * A lock on the rows that a query gives, until the end of the transaction. Immutable: each method gives a new one.
 *
 * @param strength what it keeps others from
 * @param tables the tables whose rows are locked, as they stand in the FROM clause; none for all
 * @param whenLocked what happens where a row is locked by another transaction
 */
public record RowLock(LockStrength strength, List<TableSource> tables, LockWait whenLocked) {
    /** Copies the list. */
    public RowLock {
        tables = List.copyOf(tables);
    }

    /**
     * Keeps others from writing and locking the rows.
     *
     * @return the lock
     */
    public static RowLock forUpdate() {
        return of(LockStrength.UPDATE);
    }

    /**
     * Keeps others from writing the rows, but not from referring to them.
     *
     * @return the lock
     */
    public static RowLock forNoKeyUpdate() {
        return of(LockStrength.NO_KEY_UPDATE);
    }

    /**
     * Keeps others from writing the rows; others may have the same lock.
     *
     * @return the lock
     */
    public static RowLock forShare() {
        return of(LockStrength.SHARE);
    }

    /**
     * Keeps others from deleting the rows and changing their keys; others may have the same lock.
     *
     * @return the lock
     */
    public static RowLock forKeyShare() {
        return of(LockStrength.KEY_SHARE);
    }

    private static RowLock of(LockStrength strength) {
        return new RowLock(strength, List.of(), LockWait.WAIT);
    }

    /**
     * Locks only rows of some tables.
     *
     * @param some the tables, as they stand in the FROM clause
     * @return the new lock
     */
    public RowLock of(TableSource... some) {
        return new RowLock(strength, List.of(some), whenLocked);
    }

    /**
     * Fails at once where a row is locked by another transaction.
     *
     * @return the new lock
     */
    public RowLock noWait() {
        return new RowLock(strength, tables, LockWait.NOWAIT);
    }

    /**
     * Leaves out the rows that are locked by another transaction.
     *
     * @return the new lock
     */
    public RowLock skipLocked() {
        return new RowLock(strength, tables, LockWait.SKIP_LOCKED);
    }
}
