package dev.dovetail.compile;

import org.jspecify.annotations.Nullable;

/**
 * Who sees to it that a read-only transaction writes nothing.
 *
 * @param refuser who
 * @param on the command that begins it, null if none is needed
 * @param off the command that ends it
 */
public record ReadOnlyTransactions(
        Refuser refuser, @Nullable String on, @Nullable String off) {
    /** Who refuses. */
    public enum Refuser {
        /** The database, which the driver tells by {@link java.sql.Connection#setReadOnly}. */
        DRIVER,
        /** The database, which is told by a command. */
        COMMAND,
        /** The engine, because the database has nothing of the kind: it sends no statement that writes. */
        ENGINE
    }

    /** {@link Refuser#DRIVER}. */
    public static final ReadOnlyTransactions BY_DRIVER = new ReadOnlyTransactions(Refuser.DRIVER, null, null);

    /** {@link Refuser#ENGINE}. */
    public static final ReadOnlyTransactions BY_ENGINE = new ReadOnlyTransactions(Refuser.ENGINE, null, null);

    /**
     * {@link Refuser#COMMAND}.
     *
     * @param on begins it
     * @param off ends it
     * @return the form
     */
    public static ReadOnlyTransactions byCommand(String on, String off) {
        return new ReadOnlyTransactions(Refuser.COMMAND, on, off);
    }
}
