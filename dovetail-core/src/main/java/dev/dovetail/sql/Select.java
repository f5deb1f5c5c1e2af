package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A query. Immutable and thread-safe: each method gives a new one.
 *
 * @param <R> what becomes of a row: the value itself, {@link Row2} to {@link Row8}, {@link Row}
 */
public final class Select<R extends @Nullable Object> implements Query<R> {
    private final RowShape<R> shape;
    private final Clauses clauses;

    private Select(RowShape<R> shape, Clauses clauses) {
        this.shape = shape;
        this.clauses = clauses;
    }

    /**
     * Begins a query with a shape of its own.
     *
     * @param <R> what becomes of a row
     * @param operands the SELECT list, at least one
     * @param shape makes a result of a row's values
     * @return the query, without a FROM clause yet
     * @throws UsageException if the list is empty; code {@code DVT-SQL-SELECT}
     */
    public static <R extends @Nullable Object> Select<R> of(List<? extends Operand<?>> operands, RowShape<R> shape) {
        if (operands.isEmpty()) {
            throw new UsageException("DVT-SQL-SELECT", "a query needs at least one column");
        }
        List<Expression<?>> columns = new ArrayList<>();
        operands.forEach(operand -> columns.add(operand.expression()));
        Clauses clauses = new Clauses();
        clauses.columns = List.copyOf(columns);
        return new Select<>(shape, clauses);
    }

    /** The parts, open to change only until the query that holds them has been made; the lists are immutable. */
    private static final class Clauses {
        private List<Expression<?>> columns = List.of();
        private boolean distinct;
        private List<Source> from = List.of();
        private List<Expression<Boolean>> where = List.of();
        private List<Expression<?>> groupBy = List.of();
        private List<Expression<Boolean>> having = List.of();
        private List<Ordering> orderBy = List.of();
        private @Nullable Expression<Long> limit;
        private @Nullable Expression<Long> offset;
        private boolean forUpdate;

        Clauses() {}

        Clauses(Clauses other) {
            columns = other.columns;
            distinct = other.distinct;
            from = other.from;
            where = other.where;
            groupBy = other.groupBy;
            having = other.having;
            orderBy = other.orderBy;
            limit = other.limit;
            offset = other.offset;
            forUpdate = other.forUpdate;
        }
    }

    private Select<R> with(Consumer<Clauses> change) {
        Clauses changed = new Clauses(clauses);
        change.accept(changed);
        return new Select<>(shape, changed);
    }

    /** The same with one more column, which its rows do not show. */
    Select<R> plus(Expression<?> column) {
        return with(changed -> changed.columns = Lists.append(changed.columns, column));
    }

    /**
     * Adds sources to the FROM clause, separated by commas.
     *
     * @param sources the sources
     * @return the new query
     */
    public Select<R> from(SourceLike... sources) {
        return with(changed -> {
            for (SourceLike source : sources) {
                changed.from = Lists.append(changed.from, source.source());
            }
        });
    }

    /**
     * Joins the last source of the FROM clause with another that knows the condition; rows without a partner are left
     * out.
     *
     * @param target what is joined
     * @return the new query
     * @throws UsageException if there is no FROM clause yet; code {@code DVT-SQL-JOIN}
     */
    public Select<R> join(JoinTarget target) {
        return join(JoinKind.INNER, target.target(), target.on());
    }

    /**
     * Joins the last source of the FROM clause with another; rows without a partner are left out.
     *
     * @param source what is joined
     * @param on which rows belong together
     * @return the new query
     * @throws UsageException if there is no FROM clause yet; code {@code DVT-SQL-JOIN}
     */
    public Select<R> join(SourceLike source, Operand<Boolean> on) {
        return join(JoinKind.INNER, source.source(), on.expression());
    }

    /**
     * Joins the last source of the FROM clause with another that knows the condition; rows of the first without a
     * partner are kept, with NULL for the columns of the second.
     *
     * @param target what is joined
     * @return the new query
     * @throws UsageException if there is no FROM clause yet; code {@code DVT-SQL-JOIN}
     */
    public Select<R> leftJoin(JoinTarget target) {
        return join(JoinKind.LEFT, target.target(), target.on());
    }

    /**
     * Joins the last source of the FROM clause with another; rows of the first without a partner are kept, with NULL
     * for the columns of the second.
     *
     * @param source what is joined
     * @param on which rows belong together
     * @return the new query
     * @throws UsageException if there is no FROM clause yet; code {@code DVT-SQL-JOIN}
     */
    public Select<R> leftJoin(SourceLike source, Operand<Boolean> on) {
        return join(JoinKind.LEFT, source.source(), on.expression());
    }

    private Select<R> join(JoinKind kind, Source target, Expression<Boolean> on) {
        int last = clauses.from.size() - 1;
        if (last < 0) {
            throw new UsageException("DVT-SQL-JOIN", "a join needs something to join with: call from(…) first");
        }
        Join joined = new Join(clauses.from.get(last), target, kind, on);
        return with(changed -> changed.from = Lists.append(changed.from.subList(0, last), joined));
    }

    /**
     * Keeps the rows for which all conditions hold, these and those given before.
     *
     * @param conditions the conditions
     * @return the new query
     */
    @SafeVarargs
    public final Select<R> where(Operand<Boolean>... conditions) {
        return with(changed -> {
            for (Operand<Boolean> condition : conditions) {
                changed.where = Lists.append(changed.where, condition.expression());
            }
        });
    }

    /**
     * Makes one row of all that have the same values.
     *
     * @param operands the values
     * @return the new query
     */
    public Select<R> groupBy(Operand<?>... operands) {
        return with(changed -> {
            for (Operand<?> operand : operands) {
                changed.groupBy = Lists.append(changed.groupBy, operand.expression());
            }
        });
    }

    /**
     * Keeps the groups for which all conditions hold, these and those given before.
     *
     * @param conditions the conditions
     * @return the new query
     */
    @SafeVarargs
    public final Select<R> having(Operand<Boolean>... conditions) {
        return with(changed -> {
            for (Operand<Boolean> condition : conditions) {
                changed.having = Lists.append(changed.having, condition.expression());
            }
        });
    }

    /**
     * Orders the rows, behind the orderings given before.
     *
     * @param terms operands, or operands with {@code asc()} or {@code desc()}
     * @return the new query
     */
    public Select<R> orderBy(OrderTerm... terms) {
        return with(changed -> {
            for (OrderTerm term : terms) {
                changed.orderBy = Lists.append(changed.orderBy, term.ordering());
            }
        });
    }

    /**
     * Gives at most a number of rows.
     *
     * @param rows the number
     * @return the new query
     * @throws UsageException if it is negative; code {@code DVT-SQL-LIMIT}
     */
    public Select<R> limit(long rows) {
        return limit(rows("limit", rows));
    }

    /**
     * Gives at most a number of rows.
     *
     * @param rows the number, such as a {@link Parameter}
     * @return the new query
     */
    public Select<R> limit(Operand<Long> rows) {
        return with(changed -> changed.limit = rows.expression());
    }

    /**
     * Leaves out a number of rows at the beginning.
     *
     * @param rows the number
     * @return the new query
     * @throws UsageException if it is negative; code {@code DVT-SQL-LIMIT}
     */
    public Select<R> offset(long rows) {
        return offset(rows("offset", rows));
    }

    /**
     * Leaves out a number of rows at the beginning.
     *
     * @param rows the number, such as a {@link Parameter}
     * @return the new query
     */
    public Select<R> offset(Operand<Long> rows) {
        return with(changed -> changed.offset = rows.expression());
    }

    private static Value<Long> rows(String clause, long rows) {
        if (rows < 0) {
            throw new UsageException("DVT-SQL-LIMIT", clause + " " + rows + ": a number of rows cannot be negative");
        }
        return new Value<>(rows, Types.BIGINT);
    }

    /**
     * Gives equal rows once.
     *
     * @return the new query
     */
    public Select<R> distinct() {
        return with(changed -> changed.distinct = true);
    }

    /**
     * Locks the rows until the end of the transaction.
     *
     * @return the new query; refused when it is compiled for a database that has no such lock
     */
    public Select<R> forUpdate() {
        return with(changed -> changed.forUpdate = true);
    }

    @Override
    public RowShape<R> shape() {
        return shape;
    }

    /** The SELECT list. */
    @Override
    public List<Expression<?>> columns() {
        return clauses.columns;
    }

    /**
     * Whether equal rows are given once.
     *
     * @return true for SELECT DISTINCT
     */
    public boolean isDistinct() {
        return clauses.distinct;
    }

    /**
     * The FROM clause.
     *
     * @return the sources; none for a query of values
     */
    public List<Source> from() {
        return clauses.from;
    }

    /**
     * The WHERE clause.
     *
     * @return the conditions, all of which must hold
     */
    public List<Expression<Boolean>> where() {
        return clauses.where;
    }

    /**
     * The GROUP BY clause.
     *
     * @return the expressions
     */
    public List<Expression<?>> groupBy() {
        return clauses.groupBy;
    }

    /**
     * The HAVING clause.
     *
     * @return the conditions, all of which must hold
     */
    public List<Expression<Boolean>> having() {
        return clauses.having;
    }

    /**
     * The ORDER BY clause.
     *
     * @return the orderings
     */
    public List<Ordering> orderBy() {
        return clauses.orderBy;
    }

    /**
     * The greatest number of rows.
     *
     * @return the expression, null for no limit
     */
    public @Nullable Expression<Long> limit() {
        return clauses.limit;
    }

    /**
     * The number of rows left out at the beginning.
     *
     * @return the expression, null for none
     */
    public @Nullable Expression<Long> offset() {
        return clauses.offset;
    }

    /**
     * Whether the rows are locked.
     *
     * @return true for FOR UPDATE
     */
    public boolean isForUpdate() {
        return clauses.forUpdate;
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
