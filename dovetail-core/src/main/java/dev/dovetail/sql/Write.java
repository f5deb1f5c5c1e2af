package dev.dovetail.sql;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement that writes rows of one table, and can give back what it wrote: an INSERT, an upsert and an UPDATE the rows as they
 * are afterwards, a DELETE as they were. A database that cannot do so refuses, unless the engine can get the same rows
 * by other statements of the same transaction; see {@link Returning}.
 */
public sealed interface Write extends Statement permits Insert, Upsert, Update, Delete {
    /**
     * The table that is written.
     *
     * @return the table
     */
    Table table();

    /**
     * The table as it stands in the statement.
     *
     * @return the table, under its alias if it has one
     */
    default TableSource target() {
        return new TableSource(table(), null);
    }

    /**
     * Gives back one column of each row that is written.
     *
     * @param <T> the class of the value
     * @param column a column of the table
     * @return the statement with its result
     */
    default <T> Returning<T> returning(Column<T> column) {
        return returning(target().col(column));
    }

    /**
     * Gives back columns of each row that is written.
     *
     * @param columns columns of the table, at least one
     * @return the statement with its result
     * @throws dev.dovetail.UsageException if there are none; code {@code DVT-SQL-SELECT}
     */
    default Returning<Row> returning(Column<?>... columns) {
        List<Operand<?>> operands = new ArrayList<>();
        for (Column<?> column : columns) {
            operands.add(target().col(column));
        }
        return returning(operands);
    }

    /**
     * Gives back all columns of each row that is written.
     *
     * @return the statement with its result
     */
    default Returning<Row> returningAll() {
        return returning(target().columns());
    }

    /**
     * Gives back any number of values of each row that is written.
     *
     * @param operands the values, at least one
     * @return the statement with its result
     * @throws dev.dovetail.UsageException if there are none; code {@code DVT-SQL-SELECT}
     */
    default Returning<Row> returning(List<? extends Operand<?>> operands) {
        List<Expression<?>> columns = new ArrayList<>();
        operands.forEach(operand -> columns.add(operand.expression()));
        return new Returning<>(this, columns, values -> new Row(columns, values));
    }

    /**
     * Gives back a value of each row that is written.
     *
     * @param <T> the class of the value
     * @param operand the value
     * @return the statement with its result
     */
    @SuppressWarnings("unchecked") // the only column is read as a T
    default <T> Returning<T> returning(Operand<T> operand) {
        return Returning.of(this, values -> (T) values[0], operand);
    }

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
        return Returning.of(this, Row2::of, operand1, operand2);
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
        return Returning.of(this, Row3::of, operand1, operand2, operand3);
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
        return Returning.of(this, Row4::of, operand1, operand2, operand3, operand4);
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
        return Returning.of(this, Row5::of, operand1, operand2, operand3, operand4, operand5);
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
        return Returning.of(this, Row6::of, operand1, operand2, operand3, operand4, operand5, operand6);
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
        return Returning.of(this, Row7::of, operand1, operand2, operand3, operand4, operand5, operand6, operand7);
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
                this, Row8::of, operand1, operand2, operand3, operand4, operand5, operand6, operand7, operand8);
    }
}
