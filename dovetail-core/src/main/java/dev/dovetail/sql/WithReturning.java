package dev.dovetail.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that writes and gives back what it wrote, with common table expressions before it.
 *
 * @param <R> what becomes of a row
 * @param ctes the expressions
 * @param returning the statement
 */
public record WithReturning<R extends @Nullable Object>(List<Cte> ctes, Returning<R> returning)
        implements ResultStatement<R> {
    /** Copies the list. */
    public WithReturning {
        ctes = List.copyOf(ctes);
    }

    @Override
    public List<Expression<?>> columns() {
        return returning.columns();
    }

    @Override
    public RowShape<R> shape() {
        return returning.shape();
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
