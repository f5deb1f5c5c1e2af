package dev.dovetail.sql;

import dev.dovetail.type.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of seven values.
 *
 * @param <A> the class of value 1
 * @param <B> the class of value 2
 * @param <C> the class of value 3
 * @param <D> the class of value 4
 * @param <E> the class of value 5
 * @param <F> the class of value 6
 * @param <G> the class of value 7
 * @param value1 value 1
 * @param value2 value 2
 * @param value3 value 3
 * @param value4 value 4
 * @param value5 value 5
 * @param value6 value 6
 * @param value7 value 7
 */
public record Row7<
        A extends @Nullable Object,
        B extends @Nullable Object,
        C extends @Nullable Object,
        D extends @Nullable Object,
        E extends @Nullable Object,
        F extends @Nullable Object,
        G extends @Nullable Object>(
        A value1, B value2, C value3, D value4, E value5, F value6, G value7) {
    @SuppressWarnings("unchecked") // the statement that has this shape has columns of these classes, in this order
    static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object>
            Row7<A, B, C, D, E, F, G> of(@Nullable Object[] values) {
        return new Row7<>((A) values[0], (B) values[1], (C) values[2], (D) values[3], (E) values[4], (F) values[5], (G)
                values[6]);
    }

    /**
     * Makes something of the values of a row, as the constructor of a record does.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <D> the class of value 4
     * @param <E> the class of value 5
     * @param <F> the class of value 6
     * @param <G> the class of value 7
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Mapper<A, B, C, D, E, F, G, Z extends @Nullable Object>
            extends RowMapper<Row7<A, B, C, D, E, F, G>, Z> {
        /**
         * Makes it.
         *
         * @param value1 value 1
         * @param value2 value 2
         * @param value3 value 3
         * @param value4 value 4
         * @param value5 value 5
         * @param value6 value 6
         * @param value7 value 7
         * @return what is made of them
         */
        Z map(A value1, B value2, C value3, D value4, E value5, F value6, G value7);

        @Override
        default Z map(Row7<A, B, C, D, E, F, G> row) {
            return map(
                    row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7());
        }

        @Override
        @SuppressWarnings("unchecked") // the columns are of these classes, in this order
        default Z read(ResultSet resultSet, Codec<?>[] columns, RowShape<Row7<A, B, C, D, E, F, G>> shape)
                throws SQLException {
            return map(
                    (A) columns[0].read(resultSet, 1),
                    (B) columns[1].read(resultSet, 2),
                    (C) columns[2].read(resultSet, 3),
                    (D) columns[3].read(resultSet, 4),
                    (E) columns[4].read(resultSet, 5),
                    (F) columns[5].read(resultSet, 6),
                    (G) columns[6].read(resultSet, 7));
        }
    }
}
