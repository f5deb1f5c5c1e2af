package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two queries made one by a set operator. Its columns have the names of the first query's. Immutable and thread-safe:
 * each method gives a new one.
 *
 * @param <R> what becomes of a row
 * @param operator what becomes of the rows of both
 * @param left the first query
 * @param right the second query
 * @param orderBy the order of the whole
 * @param limit how many rows of the whole, null for all
 * @param offset how many rows are left out at the beginning, null for none
 */
public record SetQuery<R extends @Nullable Object>(
        SetOperator operator,
        Query<R> left,
        Query<?> right,
        List<Ordering> orderBy,
        @Nullable RowLimit limit,
        @Nullable Expression<Long> offset)
        implements Query<R> {
    /** Copies the list; refuses queries that do not fit each other, and an order by what is no column. */
    public SetQuery {
        orderBy = List.copyOf(orderBy);
        requireLike(operator, left.columns(), right.columns());
        for (Ordering ordering : orderBy) {
            position(left, ordering.expression());
        }
    }

    static <R extends @Nullable Object> SetQuery<R> of(SetOperator operator, Query<R> left, Query<?> right) {
        return new SetQuery<>(operator, left, right, List.of(), null, null);
    }

    private static void requireLike(SetOperator operator, List<Expression<?>> left, List<Expression<?>> right) {
        if (left.size() != right.size()) {
            throw new UsageException(
                    "DVT-SQL-SET",
                    operator.sql() + " of a query of " + left.size() + " columns and one of " + right.size());
        }
        for (int i = 0; i < left.size(); i++) {
            Class<?> first = left.get(i).type().javaClass();
            Class<?> second = right.get(i).type().javaClass();
            if (first != second) {
                throw new UsageException(
                        "DVT-SQL-SET",
                        operator.sql() + ": column " + (i + 1) + " is " + first.getName() + " in the first query and "
                                + second.getName() + " in the second; cast one of them");
            }
        }
    }

    /**
     * Orders the rows of the whole, behind the orderings given before.
     *
     * @param terms columns of the first query, or labels with the names of such, each perhaps with a direction
     * @return the new query
     * @throws UsageException if a term is no column of the first query; code {@code DVT-SQL-SET}
     */
    public SetQuery<R> orderBy(OrderTerm... terms) {
        List<Ordering> more = orderBy;
        for (OrderTerm term : terms) {
            more = Lists.append(more, term.ordering());
        }
        return new SetQuery<>(operator, left, right, more, limit, offset);
    }

    /**
     * Gives at most a number of rows of the whole.
     *
     * @param rows the number
     * @return the new query
     * @throws UsageException if it is negative; code {@code DVT-SQL-LIMIT}
     */
    public SetQuery<R> limit(long rows) {
        return limit(RowLimit.rows("limit", rows));
    }

    /**
     * Gives at most a number of rows of the whole.
     *
     * @param rows the number, such as a {@link Parameter}
     * @return the new query
     */
    public SetQuery<R> limit(Operand<Long> rows) {
        return new SetQuery<>(operator, left, right, orderBy, RowLimit.of(rows), offset);
    }

    /**
     * Leaves out a number of rows of the whole at the beginning.
     *
     * @param rows the number
     * @return the new query
     * @throws UsageException if it is negative; code {@code DVT-SQL-LIMIT}
     */
    public SetQuery<R> offset(long rows) {
        return offset(RowLimit.rows("offset", rows));
    }

    /**
     * Leaves out a number of rows of the whole at the beginning.
     *
     * @param rows the number, such as a {@link Parameter}
     * @return the new query
     */
    public SetQuery<R> offset(Operand<Long> rows) {
        return new SetQuery<>(operator, left, right, orderBy, limit, rows.expression());
    }

    /**
     * The position of a column that the rows are ordered by.
     *
     * @param ordered an expression of {@link #orderBy}
     * @return the position, counted from 1
     */
    public int position(Expression<?> ordered) {
        return position(left, ordered);
    }

    private static int position(Query<?> query, Expression<?> ordered) {
        int index = query.columns().indexOf(ordered);
        String name = index < 0 ? OutputName.of(ordered) : null;
        if (name != null) {
            OutputName.Found found = OutputName.find(query.columns(), name);
            index = found.count() == 1 ? found.first() : -1;
        }
        if (index < 0) {
            throw new UsageException(
                    "DVT-SQL-SET",
                    "the rows of a set operation can be ordered only by a column of its first query: give " + ordered
                            + " a label there, or make the whole a subquery by as(…) and order that");
        }
        return index + 1;
    }

    /** The columns of the first query. */
    @Override
    public List<Expression<?>> columns() {
        return left.columns();
    }

    @Override
    public RowShape<R> shape() {
        return left.shape();
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
