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
public sealed interface Write extends Statement, ReturningFactories permits Insert, Upsert, Update, Delete {
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
}
