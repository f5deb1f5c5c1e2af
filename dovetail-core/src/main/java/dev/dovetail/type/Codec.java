package dev.dovetail.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Carries values of one Java class between Java and JDBC. Stateless and thread-safe.
 *
 * @param <J> the Java class
 */
public interface Codec<J> {
    /**
     * Reads a column of the current row.
     *
     * @param resultSet positioned on a row
     * @param index the column, counted from 1
     * @return the value, null for NULL
     * @throws SQLException if the driver cannot give the value in this form
     */
    @Nullable
    J read(ResultSet resultSet, int index) throws SQLException;

    /**
     * Sets a parameter.
     *
     * @param statement the statement to set it on
     * @param index the parameter, counted from 1
     * @param value the value, null for NULL
     * @throws SQLException if the driver does not take the value
     */
    void bind(PreparedStatement statement, int index, @Nullable J value) throws SQLException;
}
