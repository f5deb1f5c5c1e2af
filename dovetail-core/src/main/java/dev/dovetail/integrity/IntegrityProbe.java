package dev.dovetail.integrity;

import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Select;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks rows up on the connection and in the transaction whose statement failed, leaving the transaction as it was, or on
 * another connection. Its
 * look-ups may fail; whoever explains an error keeps such failures apart from it.
 */
public interface IntegrityProbe {

    /**
     * Runs a query.
     *
     * @param select a bounded query
     * @param arguments the values of its parameters
     * @return its rows, as values of the columns' Java classes
     */
    List<List<@Nullable Object>> rows(Select<?> select, Object... arguments);

    /**
     * Runs a query whose columns' types are not known.
     *
     * @param select a bounded query
     * @param arguments the values of its parameters
     * @return its rows, as the driver gives them
     */
    List<List<@Nullable Object>> untypedRows(Select<?> select, Object... arguments);

    /**
     * Runs a query given as text.
     *
     * @param query a query of the catalogue
     * @return its rows, as the driver gives them
     */
    List<List<@Nullable Object>> untypedRows(RawStatement query);

    /**
     * Whether it looks from another connection, which does not see what the transaction itself has written.
     *
     * @return true if it sees only what is committed
     */
    default boolean seesOnlyCommitted() {
        return false;
    }

    /**
     * Repeats a row of the statement that failed with the checks of foreign keys put off, looks at what it would have
     * left behind, and takes it back.
     *
     * @param <T> what the look gives
     * @param failed the statement
     * @param row the row to repeat
     * @param look asks this probe
     * @return what the look gave, or null if the database cannot put the checks off
     */
    <T> @Nullable T replay(FailedStatement failed, int row, Supplier<T> look);
}
