package dev.dovetail;

import java.sql.Connection;

/** How much a transaction sees of others that run at the same time; the four levels of the SQL standard, weakest first. */
public enum IsolationLevel {
    /** Changes of others may be seen before they are committed. */
    READ_UNCOMMITTED(Connection.TRANSACTION_READ_UNCOMMITTED),
    /** Each statement sees what was committed before it began. */
    READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
    /** What has been read once stays as it was. */
    REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
    /**
     * As if the transactions ran one after the other; some then fail, and can be run again. H2 gives a snapshot by this name:
     * two transactions that each read what the other writes are both let through.
     */
    SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

    private final int jdbcCode;

    IsolationLevel(int jdbcCode) {
        this.jdbcCode = jdbcCode;
    }

    /**
     * The number that JDBC has for it.
     *
     * @return a constant of {@link Connection}
     */
    public int jdbcCode() {
        return jdbcCode;
    }

    /** As SQL writes it: {@code READ COMMITTED}. */
    @Override
    public String toString() {
        return name().replace('_', ' ');
    }
}
