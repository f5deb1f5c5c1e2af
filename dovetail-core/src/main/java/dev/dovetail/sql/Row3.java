package dev.dovetail.sql;

import dev.dovetail.type.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of three values.
 *
 * @param <A> the class of value 1
 * @param <B> the class of value 2
 * @param <C> the class of value 3
 * @param value1 value 1
 * @param value2 value 2
 * @param value3 value 3
 */
public record Row3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>(
        A value1, B value2, C value3) {
    @SuppressWarnings("unchecked") // the statement that has this shape has columns of these classes, in this order
    static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Row3<A, B, C> of(
            @Nullable Object[] values) {
        return new Row3<>((A) values[0], (B) values[1], (C) values[2]);
    }

    /**
     * Makes something of the values of a row, as the constructor of a record does.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Mapper<A, B, C, Z extends @Nullable Object> extends RowMapper<Row3<A, B, C>, Z> {
        /**
         * Makes it.
         *
         * @param value1 value 1
         * @param value2 value 2
         * @param value3 value 3
         * @return what is made of them
         */
        Z map(A value1, B value2, C value3);

        @Override
        default Z map(Row3<A, B, C> row) {
            return map(row.value1(), row.value2(), row.value3());
        }

        @Override
        @SuppressWarnings("unchecked") // the columns are of these classes, in this order
        default Z read(ResultSet resultSet, Codec<?>[] columns, RowShape<Row3<A, B, C>> shape) throws SQLException {
            return map((A) columns[0].read(resultSet, 1), (B) columns[1].read(resultSet, 2), (C)
                    columns[2].read(resultSet, 3));
        }
    }
}
