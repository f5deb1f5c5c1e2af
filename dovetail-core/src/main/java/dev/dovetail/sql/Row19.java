package dev.dovetail.sql;

import dev.dovetail.type.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of nineteen values.
 *
 * @param <A> the class of value 1
 * @param <B> the class of value 2
 * @param <C> the class of value 3
 * @param <D> the class of value 4
 * @param <E> the class of value 5
 * @param <F> the class of value 6
 * @param <G> the class of value 7
 * @param <H> the class of value 8
 * @param <I> the class of value 9
 * @param <J> the class of value 10
 * @param <K> the class of value 11
 * @param <L> the class of value 12
 * @param <M> the class of value 13
 * @param <N> the class of value 14
 * @param <O> the class of value 15
 * @param <P> the class of value 16
 * @param <Q> the class of value 17
 * @param <R> the class of value 18
 * @param <S> the class of value 19
 * @param value1 value 1
 * @param value2 value 2
 * @param value3 value 3
 * @param value4 value 4
 * @param value5 value 5
 * @param value6 value 6
 * @param value7 value 7
 * @param value8 value 8
 * @param value9 value 9
 * @param value10 value 10
 * @param value11 value 11
 * @param value12 value 12
 * @param value13 value 13
 * @param value14 value 14
 * @param value15 value 15
 * @param value16 value 16
 * @param value17 value 17
 * @param value18 value 18
 * @param value19 value 19
 */
public record Row19<
        A extends @Nullable Object,
        B extends @Nullable Object,
        C extends @Nullable Object,
        D extends @Nullable Object,
        E extends @Nullable Object,
        F extends @Nullable Object,
        G extends @Nullable Object,
        H extends @Nullable Object,
        I extends @Nullable Object,
        J extends @Nullable Object,
        K extends @Nullable Object,
        L extends @Nullable Object,
        M extends @Nullable Object,
        N extends @Nullable Object,
        O extends @Nullable Object,
        P extends @Nullable Object,
        Q extends @Nullable Object,
        R extends @Nullable Object,
        S extends @Nullable Object>(
        A value1,
        B value2,
        C value3,
        D value4,
        E value5,
        F value6,
        G value7,
        H value8,
        I value9,
        J value10,
        K value11,
        L value12,
        M value13,
        N value14,
        O value15,
        P value16,
        Q value17,
        R value18,
        S value19) {
    @SuppressWarnings("unchecked") // the statement that has this shape has columns of these classes, in this order
    static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    I extends @Nullable Object,
                    J extends @Nullable Object,
                    K extends @Nullable Object,
                    L extends @Nullable Object,
                    M extends @Nullable Object,
                    N extends @Nullable Object,
                    O extends @Nullable Object,
                    P extends @Nullable Object,
                    Q extends @Nullable Object,
                    R extends @Nullable Object,
                    S extends @Nullable Object>
            Row19<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S> of(@Nullable Object[] values) {
        return new Row19<>(
                (A) values[0],
                (B) values[1],
                (C) values[2],
                (D) values[3],
                (E) values[4],
                (F) values[5],
                (G) values[6],
                (H) values[7],
                (I) values[8],
                (J) values[9],
                (K) values[10],
                (L) values[11],
                (M) values[12],
                (N) values[13],
                (O) values[14],
                (P) values[15],
                (Q) values[16],
                (R) values[17],
                (S) values[18]);
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
     * @param <H> the class of value 8
     * @param <I> the class of value 9
     * @param <J> the class of value 10
     * @param <K> the class of value 11
     * @param <L> the class of value 12
     * @param <M> the class of value 13
     * @param <N> the class of value 14
     * @param <O> the class of value 15
     * @param <P> the class of value 16
     * @param <Q> the class of value 17
     * @param <R> the class of value 18
     * @param <S> the class of value 19
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, Z extends @Nullable Object>
            extends RowMapper<Row19<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S>, Z> {
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
         * @param value8 value 8
         * @param value9 value 9
         * @param value10 value 10
         * @param value11 value 11
         * @param value12 value 12
         * @param value13 value 13
         * @param value14 value 14
         * @param value15 value 15
         * @param value16 value 16
         * @param value17 value 17
         * @param value18 value 18
         * @param value19 value 19
         * @return what is made of them
         */
        Z map(
                A value1,
                B value2,
                C value3,
                D value4,
                E value5,
                F value6,
                G value7,
                H value8,
                I value9,
                J value10,
                K value11,
                L value12,
                M value13,
                N value14,
                O value15,
                P value16,
                Q value17,
                R value18,
                S value19);

        @Override
        default Z map(Row19<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S> row) {
            return map(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    row.value9(),
                    row.value10(),
                    row.value11(),
                    row.value12(),
                    row.value13(),
                    row.value14(),
                    row.value15(),
                    row.value16(),
                    row.value17(),
                    row.value18(),
                    row.value19());
        }

        @Override
        @SuppressWarnings("unchecked") // the columns are of these classes, in this order
        default Z read(
                ResultSet resultSet,
                Codec<?>[] columns,
                RowShape<Row19<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S>> shape)
                throws SQLException {
            return map(
                    (A) columns[0].read(resultSet, 1),
                    (B) columns[1].read(resultSet, 2),
                    (C) columns[2].read(resultSet, 3),
                    (D) columns[3].read(resultSet, 4),
                    (E) columns[4].read(resultSet, 5),
                    (F) columns[5].read(resultSet, 6),
                    (G) columns[6].read(resultSet, 7),
                    (H) columns[7].read(resultSet, 8),
                    (I) columns[8].read(resultSet, 9),
                    (J) columns[9].read(resultSet, 10),
                    (K) columns[10].read(resultSet, 11),
                    (L) columns[11].read(resultSet, 12),
                    (M) columns[12].read(resultSet, 13),
                    (N) columns[13].read(resultSet, 14),
                    (O) columns[14].read(resultSet, 15),
                    (P) columns[15].read(resultSet, 16),
                    (Q) columns[16].read(resultSet, 17),
                    (R) columns[17].read(resultSet, 18),
                    (S) columns[18].read(resultSet, 19));
        }
    }
}
