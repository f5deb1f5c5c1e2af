package dev.dovetail.sql;

import org.jspecify.annotations.Nullable;

/**
 * Makes something of what a statement gives for a row. {@link Row2.Mapper} and the like take the values apart.
 *
 * @param <T> what the statement gives: the value itself, {@link Row2} and the like, {@link Row}
 * @param <R> what it makes
 */
@FunctionalInterface
public interface RowMapper<T extends @Nullable Object, R extends @Nullable Object> {
    /**
     * Makes it.
     *
     * @param row what the statement gives
     * @return what is made of it
     */
    R map(T row);
}
