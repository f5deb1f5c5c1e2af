package dev.dovetail.sql;

import dev.dovetail.type.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a result of the values of a row.
 *
 * @param <R> the result
 */
@FunctionalInterface
public interface RowShape<R extends @Nullable Object> {
    /**
     * Makes the result.
     *
     * @param values one for each column of the statement; the array is not used again
     * @return the result
     */
    R row(@Nullable Object[] values);

    /**
     * Makes the result of the current row of what a database has answered.
     *
     * @param resultSet positioned on the row
     * @param columns how each column is read; not to be changed
     * @return the result
     * @throws SQLException if the driver cannot give a value
     */
    default R read(ResultSet resultSet, Codec<?>[] columns) throws SQLException {
        return row(values(resultSet, columns));
    }

    /**
     * The values of the current row.
     *
     * @param resultSet positioned on the row
     * @param columns how each column is read
     * @return the values
     * @throws SQLException if the driver cannot give a value
     */
    static @Nullable Object[] values(ResultSet resultSet, Codec<?>[] columns) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.length];
        for (int column = 0; column < values.length; column++) {
            values[column] = columns[column].read(resultSet, column + 1);
        }
        return values;
    }
}
