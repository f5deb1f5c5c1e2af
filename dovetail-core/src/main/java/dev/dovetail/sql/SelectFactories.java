package dev.dovetail.sql;

import java.util.List;

/** {@link Sql#select} for each number of columns; written by {@code ArityFilesTest}. */
class SelectFactories {
    SelectFactories() {}

    /**
     * Begins a query of two values.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param operand1 value 1
     * @param operand2 value 2
     * @return the query, without a FROM clause yet
     */
    public static <A, B> Select<Row2<A, B>> select(Operand<A> operand1, Operand<B> operand2) {
        return Select.of(List.of(operand1, operand2), Row2::of);
    }

    /**
     * Begins a query of three values.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C> Select<Row3<A, B, C>> select(
            Operand<A> operand1, Operand<B> operand2, Operand<C> operand3) {
        return Select.of(List.of(operand1, operand2, operand3), Row3::of);
    }

    /**
     * Begins a query of four values.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <D> the class of value 4
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D> Select<Row4<A, B, C, D>> select(
            Operand<A> operand1, Operand<B> operand2, Operand<C> operand3, Operand<D> operand4) {
        return Select.of(List.of(operand1, operand2, operand3, operand4), Row4::of);
    }

    /**
     * Begins a query of five values.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <D> the class of value 4
     * @param <E> the class of value 5
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E> Select<Row5<A, B, C, D, E>> select(
            Operand<A> operand1, Operand<B> operand2, Operand<C> operand3, Operand<D> operand4, Operand<E> operand5) {
        return Select.of(List.of(operand1, operand2, operand3, operand4, operand5), Row5::of);
    }

    /**
     * Begins a query of six values.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <D> the class of value 4
     * @param <E> the class of value 5
     * @param <F> the class of value 6
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F> Select<Row6<A, B, C, D, E, F>> select(
            Operand<A> operand1,
            Operand<B> operand2,
            Operand<C> operand3,
            Operand<D> operand4,
            Operand<E> operand5,
            Operand<F> operand6) {
        return Select.of(List.of(operand1, operand2, operand3, operand4, operand5, operand6), Row6::of);
    }

    /**
     * Begins a query of seven values.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <D> the class of value 4
     * @param <E> the class of value 5
     * @param <F> the class of value 6
     * @param <G> the class of value 7
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G> Select<Row7<A, B, C, D, E, F, G>> select(
            Operand<A> operand1,
            Operand<B> operand2,
            Operand<C> operand3,
            Operand<D> operand4,
            Operand<E> operand5,
            Operand<F> operand6,
            Operand<G> operand7) {
        return Select.of(List.of(operand1, operand2, operand3, operand4, operand5, operand6, operand7), Row7::of);
    }

    /**
     * Begins a query of eight values.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <D> the class of value 4
     * @param <E> the class of value 5
     * @param <F> the class of value 6
     * @param <G> the class of value 7
     * @param <H> the class of value 8
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H> Select<Row8<A, B, C, D, E, F, G, H>> select(
            Operand<A> operand1,
            Operand<B> operand2,
            Operand<C> operand3,
            Operand<D> operand4,
            Operand<E> operand5,
            Operand<F> operand6,
            Operand<G> operand7,
            Operand<H> operand8) {
        return Select.of(
                List.of(operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8), Row8::of);
    }

    /**
     * Begins a query of nine values.
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
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I> Select<Row9<A, B, C, D, E, F, G, H, I>> select(
            Operand<A> operand1,
            Operand<B> operand2,
            Operand<C> operand3,
            Operand<D> operand4,
            Operand<E> operand5,
            Operand<F> operand6,
            Operand<G> operand7,
            Operand<H> operand8,
            Operand<I> operand9) {
        return Select.of(
                List.of(operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9),
                Row9::of);
    }

    /**
     * Begins a query of ten values.
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
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J> Select<Row10<A, B, C, D, E, F, G, H, I, J>> select(
            Operand<A> operand1,
            Operand<B> operand2,
            Operand<C> operand3,
            Operand<D> operand4,
            Operand<E> operand5,
            Operand<F> operand6,
            Operand<G> operand7,
            Operand<H> operand8,
            Operand<I> operand9,
            Operand<J> operand10) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10),
                Row10::of);
    }

    /**
     * Begins a query of eleven values.
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
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @param operand11 value 11
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J, K> Select<Row11<A, B, C, D, E, F, G, H, I, J, K>> select(
            Operand<A> operand1,
            Operand<B> operand2,
            Operand<C> operand3,
            Operand<D> operand4,
            Operand<E> operand5,
            Operand<F> operand6,
            Operand<G> operand7,
            Operand<H> operand8,
            Operand<I> operand9,
            Operand<J> operand10,
            Operand<K> operand11) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10, operand11),
                Row11::of);
    }

    /**
     * Begins a query of twelve values.
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
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @param operand11 value 11
     * @param operand12 value 12
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J, K, L> Select<Row12<A, B, C, D, E, F, G, H, I, J, K, L>> select(
            Operand<A> operand1,
            Operand<B> operand2,
            Operand<C> operand3,
            Operand<D> operand4,
            Operand<E> operand5,
            Operand<F> operand6,
            Operand<G> operand7,
            Operand<H> operand8,
            Operand<I> operand9,
            Operand<J> operand10,
            Operand<K> operand11,
            Operand<L> operand12) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10, operand11, operand12),
                Row12::of);
    }

    /**
     * Begins a query of thirteen values.
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
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @param operand11 value 11
     * @param operand12 value 12
     * @param operand13 value 13
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M> Select<Row13<A, B, C, D, E, F, G, H, I, J, K, L, M>> select(
            Operand<A> operand1,
            Operand<B> operand2,
            Operand<C> operand3,
            Operand<D> operand4,
            Operand<E> operand5,
            Operand<F> operand6,
            Operand<G> operand7,
            Operand<H> operand8,
            Operand<I> operand9,
            Operand<J> operand10,
            Operand<K> operand11,
            Operand<L> operand12,
            Operand<M> operand13) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10, operand11, operand12, operand13),
                Row13::of);
    }

    /**
     * Begins a query of fourteen values.
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
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @param operand11 value 11
     * @param operand12 value 12
     * @param operand13 value 13
     * @param operand14 value 14
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N>
            Select<Row14<A, B, C, D, E, F, G, H, I, J, K, L, M, N>> select(
                    Operand<A> operand1,
                    Operand<B> operand2,
                    Operand<C> operand3,
                    Operand<D> operand4,
                    Operand<E> operand5,
                    Operand<F> operand6,
                    Operand<G> operand7,
                    Operand<H> operand8,
                    Operand<I> operand9,
                    Operand<J> operand10,
                    Operand<K> operand11,
                    Operand<L> operand12,
                    Operand<M> operand13,
                    Operand<N> operand14) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10, operand11, operand12, operand13, operand14),
                Row14::of);
    }

    /**
     * Begins a query of fifteen values.
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
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @param operand11 value 11
     * @param operand12 value 12
     * @param operand13 value 13
     * @param operand14 value 14
     * @param operand15 value 15
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O>
            Select<Row15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O>> select(
                    Operand<A> operand1,
                    Operand<B> operand2,
                    Operand<C> operand3,
                    Operand<D> operand4,
                    Operand<E> operand5,
                    Operand<F> operand6,
                    Operand<G> operand7,
                    Operand<H> operand8,
                    Operand<I> operand9,
                    Operand<J> operand10,
                    Operand<K> operand11,
                    Operand<L> operand12,
                    Operand<M> operand13,
                    Operand<N> operand14,
                    Operand<O> operand15) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10, operand11, operand12, operand13, operand14, operand15),
                Row15::of);
    }

    /**
     * Begins a query of sixteen values.
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
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @param operand11 value 11
     * @param operand12 value 12
     * @param operand13 value 13
     * @param operand14 value 14
     * @param operand15 value 15
     * @param operand16 value 16
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>
            Select<Row16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>> select(
                    Operand<A> operand1,
                    Operand<B> operand2,
                    Operand<C> operand3,
                    Operand<D> operand4,
                    Operand<E> operand5,
                    Operand<F> operand6,
                    Operand<G> operand7,
                    Operand<H> operand8,
                    Operand<I> operand9,
                    Operand<J> operand10,
                    Operand<K> operand11,
                    Operand<L> operand12,
                    Operand<M> operand13,
                    Operand<N> operand14,
                    Operand<O> operand15,
                    Operand<P> operand16) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10, operand11, operand12, operand13, operand14, operand15, operand16),
                Row16::of);
    }

    /**
     * Begins a query of seventeen values.
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
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @param operand11 value 11
     * @param operand12 value 12
     * @param operand13 value 13
     * @param operand14 value 14
     * @param operand15 value 15
     * @param operand16 value 16
     * @param operand17 value 17
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q>
            Select<Row17<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q>> select(
                    Operand<A> operand1,
                    Operand<B> operand2,
                    Operand<C> operand3,
                    Operand<D> operand4,
                    Operand<E> operand5,
                    Operand<F> operand6,
                    Operand<G> operand7,
                    Operand<H> operand8,
                    Operand<I> operand9,
                    Operand<J> operand10,
                    Operand<K> operand11,
                    Operand<L> operand12,
                    Operand<M> operand13,
                    Operand<N> operand14,
                    Operand<O> operand15,
                    Operand<P> operand16,
                    Operand<Q> operand17) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10, operand11, operand12, operand13, operand14, operand15, operand16, operand17),
                Row17::of);
    }

    /**
     * Begins a query of eighteen values.
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
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @param operand11 value 11
     * @param operand12 value 12
     * @param operand13 value 13
     * @param operand14 value 14
     * @param operand15 value 15
     * @param operand16 value 16
     * @param operand17 value 17
     * @param operand18 value 18
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R>
            Select<Row18<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R>> select(
                    Operand<A> operand1,
                    Operand<B> operand2,
                    Operand<C> operand3,
                    Operand<D> operand4,
                    Operand<E> operand5,
                    Operand<F> operand6,
                    Operand<G> operand7,
                    Operand<H> operand8,
                    Operand<I> operand9,
                    Operand<J> operand10,
                    Operand<K> operand11,
                    Operand<L> operand12,
                    Operand<M> operand13,
                    Operand<N> operand14,
                    Operand<O> operand15,
                    Operand<P> operand16,
                    Operand<Q> operand17,
                    Operand<R> operand18) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10, operand11, operand12, operand13, operand14, operand15, operand16, operand17,
                        operand18),
                Row18::of);
    }

    /**
     * Begins a query of nineteen values.
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
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @param operand11 value 11
     * @param operand12 value 12
     * @param operand13 value 13
     * @param operand14 value 14
     * @param operand15 value 15
     * @param operand16 value 16
     * @param operand17 value 17
     * @param operand18 value 18
     * @param operand19 value 19
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S>
            Select<Row19<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S>> select(
                    Operand<A> operand1,
                    Operand<B> operand2,
                    Operand<C> operand3,
                    Operand<D> operand4,
                    Operand<E> operand5,
                    Operand<F> operand6,
                    Operand<G> operand7,
                    Operand<H> operand8,
                    Operand<I> operand9,
                    Operand<J> operand10,
                    Operand<K> operand11,
                    Operand<L> operand12,
                    Operand<M> operand13,
                    Operand<N> operand14,
                    Operand<O> operand15,
                    Operand<P> operand16,
                    Operand<Q> operand17,
                    Operand<R> operand18,
                    Operand<S> operand19) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10, operand11, operand12, operand13, operand14, operand15, operand16, operand17,
                        operand18, operand19),
                Row19::of);
    }

    /**
     * Begins a query of twenty values.
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
     * @param <T> the class of value 20
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @param operand11 value 11
     * @param operand12 value 12
     * @param operand13 value 13
     * @param operand14 value 14
     * @param operand15 value 15
     * @param operand16 value 16
     * @param operand17 value 17
     * @param operand18 value 18
     * @param operand19 value 19
     * @param operand20 value 20
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T>
            Select<Row20<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T>> select(
                    Operand<A> operand1,
                    Operand<B> operand2,
                    Operand<C> operand3,
                    Operand<D> operand4,
                    Operand<E> operand5,
                    Operand<F> operand6,
                    Operand<G> operand7,
                    Operand<H> operand8,
                    Operand<I> operand9,
                    Operand<J> operand10,
                    Operand<K> operand11,
                    Operand<L> operand12,
                    Operand<M> operand13,
                    Operand<N> operand14,
                    Operand<O> operand15,
                    Operand<P> operand16,
                    Operand<Q> operand17,
                    Operand<R> operand18,
                    Operand<S> operand19,
                    Operand<T> operand20) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10, operand11, operand12, operand13, operand14, operand15, operand16, operand17,
                        operand18, operand19, operand20),
                Row20::of);
    }

    /**
     * Begins a query of twenty-one values.
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
     * @param <T> the class of value 20
     * @param <U> the class of value 21
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @param operand11 value 11
     * @param operand12 value 12
     * @param operand13 value 13
     * @param operand14 value 14
     * @param operand15 value 15
     * @param operand16 value 16
     * @param operand17 value 17
     * @param operand18 value 18
     * @param operand19 value 19
     * @param operand20 value 20
     * @param operand21 value 21
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U>
            Select<Row21<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U>> select(
                    Operand<A> operand1,
                    Operand<B> operand2,
                    Operand<C> operand3,
                    Operand<D> operand4,
                    Operand<E> operand5,
                    Operand<F> operand6,
                    Operand<G> operand7,
                    Operand<H> operand8,
                    Operand<I> operand9,
                    Operand<J> operand10,
                    Operand<K> operand11,
                    Operand<L> operand12,
                    Operand<M> operand13,
                    Operand<N> operand14,
                    Operand<O> operand15,
                    Operand<P> operand16,
                    Operand<Q> operand17,
                    Operand<R> operand18,
                    Operand<S> operand19,
                    Operand<T> operand20,
                    Operand<U> operand21) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10, operand11, operand12, operand13, operand14, operand15, operand16, operand17,
                        operand18, operand19, operand20, operand21),
                Row21::of);
    }

    /**
     * Begins a query of twenty-two values.
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
     * @param <T> the class of value 20
     * @param <U> the class of value 21
     * @param <V> the class of value 22
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @param operand5 value 5
     * @param operand6 value 6
     * @param operand7 value 7
     * @param operand8 value 8
     * @param operand9 value 9
     * @param operand10 value 10
     * @param operand11 value 11
     * @param operand12 value 12
     * @param operand13 value 13
     * @param operand14 value 14
     * @param operand15 value 15
     * @param operand16 value 16
     * @param operand17 value 17
     * @param operand18 value 18
     * @param operand19 value 19
     * @param operand20 value 20
     * @param operand21 value 21
     * @param operand22 value 22
     * @return the query, without a FROM clause yet
     */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V>
            Select<Row22<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V>> select(
                    Operand<A> operand1,
                    Operand<B> operand2,
                    Operand<C> operand3,
                    Operand<D> operand4,
                    Operand<E> operand5,
                    Operand<F> operand6,
                    Operand<G> operand7,
                    Operand<H> operand8,
                    Operand<I> operand9,
                    Operand<J> operand10,
                    Operand<K> operand11,
                    Operand<L> operand12,
                    Operand<M> operand13,
                    Operand<N> operand14,
                    Operand<O> operand15,
                    Operand<P> operand16,
                    Operand<Q> operand17,
                    Operand<R> operand18,
                    Operand<S> operand19,
                    Operand<T> operand20,
                    Operand<U> operand21,
                    Operand<V> operand22) {
        return Select.of(
                List.of(
                        operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8, operand9,
                        operand10, operand11, operand12, operand13, operand14, operand15, operand16, operand17,
                        operand18, operand19, operand20, operand21, operand22),
                Row22::of);
    }
}
