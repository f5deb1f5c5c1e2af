package dev.dovetail.sql;

import dev.dovetail.type.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes something of what a statement gives for a row. {@link Row2.Mapper} and the like take the values apart.
 *
 * @param <T> what the statement gives: the value itself, {@link Row2} and the like, {@link Row}
 * @param <R> what it makes
 */
@FunctionalInterface
public interface RowMapper<T extends @Nullable Object, R extends @Nullable Object> {
    /**
     * Makes it.
     *
     * @param row what the statement gives
     * @return what is made of it
     */
    R map(T row);

    /**
     * Makes it of the current row of what a database has answered; mappers that take the values apart need no row for that.
     *
     * @param resultSet positioned on the row
     * @param columns how each column is read; not to be changed
     * @param shape makes what the statement gives
     * @return what is made of it
     * @throws SQLException if the driver cannot give a value
     */
    default R read(ResultSet resultSet, Codec<?>[] columns, RowShape<T> shape) throws SQLException {
        return map(shape.read(resultSet, columns));
    }
}
