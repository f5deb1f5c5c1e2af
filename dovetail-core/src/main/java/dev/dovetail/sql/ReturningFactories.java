package dev.dovetail.sql;
/** {@link Write#returning} for each number of columns; written by {@code ArityFilesTest}. */
sealed interface ReturningFactories permits Write {

    /**
     * Gives back two values of each row that is written.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param operand1 value 1
     * @param operand2 value 2
     * @return the statement with its result
     */
    default <A, B> Returning<Row2<A, B>> returning(Operand<A> operand1, Operand<B> operand2) {
        return Returning.of((Write) this, Row2::of, operand1, operand2);
    }

    /**
     * Gives back three values of each row that is written.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @return the statement with its result
     */
    default <A, B, C> Returning<Row3<A, B, C>> returning(
            Operand<A> operand1, Operand<B> operand2, Operand<C> operand3) {
        return Returning.of((Write) this, Row3::of, operand1, operand2, operand3);
    }

    /**
     * Gives back four values of each row that is written.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <D> the class of value 4
     * @param operand1 value 1
     * @param operand2 value 2
     * @param operand3 value 3
     * @param operand4 value 4
     * @return the statement with its result
     */
    default <A, B, C, D> Returning<Row4<A, B, C, D>> returning(
            Operand<A> operand1, Operand<B> operand2, Operand<C> operand3, Operand<D> operand4) {
        return Returning.of((Write) this, Row4::of, operand1, operand2, operand3, operand4);
    }

    /**
     * Gives back five values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E> Returning<Row5<A, B, C, D, E>> returning(
            Operand<A> operand1, Operand<B> operand2, Operand<C> operand3, Operand<D> operand4, Operand<E> operand5) {
        return Returning.of((Write) this, Row5::of, operand1, operand2, operand3, operand4, operand5);
    }

    /**
     * Gives back six values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F> Returning<Row6<A, B, C, D, E, F>> returning(
            Operand<A> operand1,
            Operand<B> operand2,
            Operand<C> operand3,
            Operand<D> operand4,
            Operand<E> operand5,
            Operand<F> operand6) {
        return Returning.of((Write) this, Row6::of, operand1, operand2, operand3, operand4, operand5, operand6);
    }

    /**
     * Gives back seven values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G> Returning<Row7<A, B, C, D, E, F, G>> returning(
            Operand<A> operand1,
            Operand<B> operand2,
            Operand<C> operand3,
            Operand<D> operand4,
            Operand<E> operand5,
            Operand<F> operand6,
            Operand<G> operand7) {
        return Returning.of(
                (Write) this, Row7::of, operand1, operand2, operand3, operand4, operand5, operand6, operand7);
    }

    /**
     * Gives back eight values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H> Returning<Row8<A, B, C, D, E, F, G, H>> returning(
            Operand<A> operand1,
            Operand<B> operand2,
            Operand<C> operand3,
            Operand<D> operand4,
            Operand<E> operand5,
            Operand<F> operand6,
            Operand<G> operand7,
            Operand<H> operand8) {
        return Returning.of(
                (Write) this, Row8::of, operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8);
    }

    /**
     * Gives back nine values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I> Returning<Row9<A, B, C, D, E, F, G, H, I>> returning(
            Operand<A> operand1,
            Operand<B> operand2,
            Operand<C> operand3,
            Operand<D> operand4,
            Operand<E> operand5,
            Operand<F> operand6,
            Operand<G> operand7,
            Operand<H> operand8,
            Operand<I> operand9) {
        return Returning.of(
                (Write) this,
                Row9::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9);
    }

    /**
     * Gives back ten values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J> Returning<Row10<A, B, C, D, E, F, G, H, I, J>> returning(
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
        return Returning.of(
                (Write) this,
                Row10::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10);
    }

    /**
     * Gives back eleven values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J, K> Returning<Row11<A, B, C, D, E, F, G, H, I, J, K>> returning(
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
        return Returning.of(
                (Write) this,
                Row11::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10,
                operand11);
    }

    /**
     * Gives back twelve values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J, K, L> Returning<Row12<A, B, C, D, E, F, G, H, I, J, K, L>> returning(
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
        return Returning.of(
                (Write) this,
                Row12::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10,
                operand11,
                operand12);
    }

    /**
     * Gives back thirteen values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J, K, L, M> Returning<Row13<A, B, C, D, E, F, G, H, I, J, K, L, M>> returning(
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
        return Returning.of(
                (Write) this,
                Row13::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10,
                operand11,
                operand12,
                operand13);
    }

    /**
     * Gives back fourteen values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J, K, L, M, N>
            Returning<Row14<A, B, C, D, E, F, G, H, I, J, K, L, M, N>> returning(
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
        return Returning.of(
                (Write) this,
                Row14::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10,
                operand11,
                operand12,
                operand13,
                operand14);
    }

    /**
     * Gives back fifteen values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O>
            Returning<Row15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O>> returning(
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
        return Returning.of(
                (Write) this,
                Row15::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10,
                operand11,
                operand12,
                operand13,
                operand14,
                operand15);
    }

    /**
     * Gives back sixteen values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>
            Returning<Row16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>> returning(
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
        return Returning.of(
                (Write) this,
                Row16::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10,
                operand11,
                operand12,
                operand13,
                operand14,
                operand15,
                operand16);
    }

    /**
     * Gives back seventeen values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q>
            Returning<Row17<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q>> returning(
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
        return Returning.of(
                (Write) this,
                Row17::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10,
                operand11,
                operand12,
                operand13,
                operand14,
                operand15,
                operand16,
                operand17);
    }

    /**
     * Gives back eighteen values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R>
            Returning<Row18<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R>> returning(
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
        return Returning.of(
                (Write) this,
                Row18::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10,
                operand11,
                operand12,
                operand13,
                operand14,
                operand15,
                operand16,
                operand17,
                operand18);
    }

    /**
     * Gives back nineteen values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S>
            Returning<Row19<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S>> returning(
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
        return Returning.of(
                (Write) this,
                Row19::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10,
                operand11,
                operand12,
                operand13,
                operand14,
                operand15,
                operand16,
                operand17,
                operand18,
                operand19);
    }

    /**
     * Gives back twenty values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T>
            Returning<Row20<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T>> returning(
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
        return Returning.of(
                (Write) this,
                Row20::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10,
                operand11,
                operand12,
                operand13,
                operand14,
                operand15,
                operand16,
                operand17,
                operand18,
                operand19,
                operand20);
    }

    /**
     * Gives back twenty-one values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U>
            Returning<Row21<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U>> returning(
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
        return Returning.of(
                (Write) this,
                Row21::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10,
                operand11,
                operand12,
                operand13,
                operand14,
                operand15,
                operand16,
                operand17,
                operand18,
                operand19,
                operand20,
                operand21);
    }

    /**
     * Gives back twenty-two values of each row that is written.
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
     * @return the statement with its result
     */
    default <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V>
            Returning<Row22<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V>> returning(
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
        return Returning.of(
                (Write) this,
                Row22::of,
                operand1,
                operand2,
                operand3,
                operand4,
                operand5,
                operand6,
                operand7,
                operand8,
                operand9,
                operand10,
                operand11,
                operand12,
                operand13,
                operand14,
                operand15,
                operand16,
                operand17,
                operand18,
                operand19,
                operand20,
                operand21,
                operand22);
    }
}
