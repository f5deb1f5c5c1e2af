package dev.dovetail.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Common table expressions that wait for their statement.
 *
 * @param ctes the expressions; each may speak of those before it
 */
public record With(List<Cte> ctes) {
    /** Copies the list. */
    public With {
        ctes = List.copyOf(ctes);
    }

    /**
     * Puts them before a query.
     *
     * @param <R> what becomes of a row
     * @param query the query
     * @return the whole
     */
    public <R extends @Nullable Object> WithQuery<R> query(Query<R> query) {
        return new WithQuery<>(ctes, query);
    }

    /**
     * Puts them before a statement that writes. On a database that cannot have them there they can stand in the queries
     * within it.
     *
     * @param write the statement
     * @return the whole
     */
    public WithWrite write(Write write) {
        return new WithWrite(ctes, write);
    }

    /**
     * Puts them before a statement that writes and gives back what it wrote.
     *
     * @param <R> what becomes of a row
     * @param returning the statement
     * @return the whole
     */
    public <R extends @Nullable Object> WithReturning<R> returning(Returning<R> returning) {
        return new WithReturning<>(ctes, returning);
    }
}
