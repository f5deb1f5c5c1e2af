package dev.dovetail.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that gives rows, and knows what they are made of.
 *
 * @param <R> what becomes of a row: the value itself, {@link Row2} and the like, {@link Row}
 */
public sealed interface ResultStatement<R extends @Nullable Object> extends Statement
        permits Query, Returning, WithReturning {
    /**
     * The columns of the result.
     *
     * @return the expressions, at least one
     */
    List<Expression<?>> columns();

    /**
     * How a column of the result is called in messages.
     *
     * @param index the position, counted from 0
     * @return its label, or the name of the table's column, or where it stands
     */
    default String columnName(int index) {
        String name = OutputName.of(columns().get(index));
        return name == null ? "column " + (index + 1) : name;
    }

    /**
     * What makes a result of a row's values.
     *
     * @return the shape
     */
    RowShape<R> shape();
}
