package dev.dovetail.sql;

import org.jspecify.annotations.Nullable;

/**
 * Makes a result of the values of a row.
 *
 * @param <R> the result
 */
@FunctionalInterface
public interface RowShape<R extends @Nullable Object> {
    /**
     * Makes the result.
     *
     * @param values one for each column of the statement; the array is not used again
     * @return the result
     */
    R row(@Nullable Object[] values);
}
