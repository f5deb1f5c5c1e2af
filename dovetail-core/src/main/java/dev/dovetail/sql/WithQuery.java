package dev.dovetail.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query with common table expressions before it.
 *
 * @param <R> what becomes of a row
 * @param ctes the expressions
 * @param query the query
 */
public record WithQuery<R extends @Nullable Object>(List<Cte> ctes, Query<R> query) implements Query<R> {
    /** Copies the list; those of a query that has some already come behind. */
    public WithQuery {
        List<Cte> all = new ArrayList<>(ctes);
        if (query instanceof WithQuery<R> inner) {
            all.addAll(inner.ctes());
            query = inner.query();
        }
        ctes = List.copyOf(all);
    }

    @Override
    public List<Expression<?>> columns() {
        return query.columns();
    }

    @Override
    public RowShape<R> shape() {
        return query.shape();
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
