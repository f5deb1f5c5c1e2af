package dev.dovetail.sql;

import dev.dovetail.type.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of two values.
 *
 * @param <A> the class of value 1
 * @param <B> the class of value 2
 * @param value1 value 1
 * @param value2 value 2
 */
public record Row2<A extends @Nullable Object, B extends @Nullable Object>(A value1, B value2) {
    @SuppressWarnings("unchecked") // the statement that has this shape has columns of these classes, in this order
    static <A extends @Nullable Object, B extends @Nullable Object> Row2<A, B> of(@Nullable Object[] values) {
        return new Row2<>((A) values[0], (B) values[1]);
    }

    /**
     * Makes something of the values of a row, as the constructor of a record does.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Mapper<A, B, Z extends @Nullable Object> extends RowMapper<Row2<A, B>, Z> {
        /**
         * Makes it.
         *
         * @param value1 value 1
         * @param value2 value 2
         * @return what is made of them
         */
        Z map(A value1, B value2);

        @Override
        default Z map(Row2<A, B> row) {
            return map(row.value1(), row.value2());
        }

        @Override
        @SuppressWarnings("unchecked") // the columns are of these classes, in this order
        default Z read(ResultSet resultSet, Codec<?>[] columns, RowShape<Row2<A, B>> shape) throws SQLException {
            return map((A) columns[0].read(resultSet, 1), (B) columns[1].read(resultSet, 2));
        }
    }
}
