package dev.dovetail.compile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands by which a transaction is committed in two phases. In each, {@code {0}} stands for the transaction's name as a
 * literal.
 *
 * @param branch what there is where such a transaction has to be begun by its name; null where one is like any other until it
 *     is prepared
 * @param prepare makes the work of the transaction lasting, to be committed or rolled back by its name
 * @param commit commits what is prepared
 * @param rollback rolls back what is prepared
 * @param list the query for what is prepared
 * @param listed reads one row of that query
 * @param settings what to set where the server has no room for prepared transactions, by the SQLSTATE that it says so with
 */
public record TwoPhaseCommands(
        @Nullable Branch branch,
        String prepare,
        String commit,
        String rollback,
        String list,
        Listed listed,
        Map<String, String> settings) {

    /**
     * The commands for a transaction that is begun by its name.
     *
     * @param begin begins it, before its first statement
     * @param end says that there will be no further statement
     * @param commit commits it without having prepared it
     */
    public record Branch(String begin, String end, String commit) {}

    /** Reads a row of the query for what is prepared. */
    @FunctionalInterface
    public interface Listed {

        /**
         * Reads the current row.
         *
         * @param row the row
         * @return the transaction's name; null if the commands above cannot name it, as somebody else prepared it
         * @throws SQLException if it cannot be read
         */
        @Nullable
        String name(ResultSet row) throws SQLException;
    }
}
