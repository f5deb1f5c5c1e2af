package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.internal.Compiled;
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
@SuppressWarnings("exports") // what an engine keeps in a query is nobody else's
public final class Select<R extends @Nullable Object> extends Compiled implements Query<R> {
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
        private @Nullable RowLimit limit;
        private @Nullable Expression<Long> offset;
        private @Nullable RowLock lock;
        private List<Expression<?>> distinctOn = List.of();
        private List<Grouping> groupings = List.of();
        private List<Window> windows = List.of();
        private List<Addition> additions = List.of();
        private @Nullable Beginning beginning;

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
            lock = other.lock;
            distinctOn = other.distinctOn;
            groupings = other.groupings;
            windows = other.windows;
            additions = other.additions;
            beginning = other.beginning;
        }
    }

    /** The columns and sources of a query that others begin with; it is known by itself. */
    private static final class Beginning {
        private final List<Expression<?>> columns;
        private final List<Source> from;

        Beginning(Clauses clauses) {
            columns = clauses.columns;
            from = clauses.from;
        }
    }

    /**
     * This query, as one that lasts and that many others are made of: engines then know how those begin without looking through
     * it. Its columns and sources have no values in them.
     *
     * @return the query
     */
    public Select<R> lasting() {
        return with(changed -> changed.beginning = new Beginning(changed));
    }

    /**
     * What stands for the columns and the sources of this query, if they are still those of a {@link #lasting} one.
     *
     * @return one and the same object for all queries that begin alike, or null
     */
    public @Nullable Object beginning() {
        Beginning known = clauses.beginning;
        return known != null && known.columns == clauses.columns && known.from == clauses.from ? known : null;
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

    /**
     * Joins what is in the FROM clause with another table, by the foreign key between them; rows without a partner are
     * left out. Of a key by which a table refers to itself, what is joined is the side that is referred to.
     *
     * @param table what is joined
     * @return the new query
     * @throws UsageException if there is no FROM clause yet, no foreign key, or several; code {@code DVT-SQL-JOIN}
     */
    public Select<R> join(SourceLike table) {
        return join(JoinKind.INNER, table.source(), ForeignKeyJoin.on(clauses.from, table));
    }

    /**
     * Joins what is in the FROM clause with another table, by a foreign key between them; rows without a partner are
     * left out.
     *
     * @param table what is joined
     * @param foreignKey the name of the constraint
     * @return the new query
     * @throws UsageException if there is no FROM clause yet, or no such foreign key; code {@code DVT-SQL-JOIN}
     */
    public Select<R> join(SourceLike table, String foreignKey) {
        return join(JoinKind.INNER, table.source(), ForeignKeyJoin.on(clauses.from, table, foreignKey));
    }

    /**
     * Joins what is in the FROM clause with another table, by the foreign key between them; rows of the first without a
     * partner are kept, with NULL for the columns of the second.
     *
     * @param table what is joined
     * @return the new query
     * @throws UsageException as {@link #join(SourceLike)}
     */
    public Select<R> leftJoin(SourceLike table) {
        return join(JoinKind.LEFT, table.source(), ForeignKeyJoin.on(clauses.from, table));
    }

    /**
     * Joins what is in the FROM clause with another table, by a foreign key between them; rows of the first without a
     * partner are kept, with NULL for the columns of the second.
     *
     * @param table what is joined
     * @param foreignKey the name of the constraint
     * @return the new query
     * @throws UsageException as {@link #join(SourceLike, String)}
     */
    public Select<R> leftJoin(SourceLike table, String foreignKey) {
        return join(JoinKind.LEFT, table.source(), ForeignKeyJoin.on(clauses.from, table, foreignKey));
    }

    /**
     * Joins the last source of the FROM clause with another; rows of the second without a partner are kept, with NULL
     * for the columns of the first.
     *
     * @param source what is joined
     * @param on which rows belong together
     * @return the new query
     * @throws UsageException if there is no FROM clause yet; code {@code DVT-SQL-JOIN}
     */
    public Select<R> rightJoin(SourceLike source, Operand<Boolean> on) {
        return join(JoinKind.RIGHT, source.source(), on.expression());
    }

    /**
     * Joins the last source of the FROM clause with another; rows of both without a partner are kept, with NULL for the
     * columns of the other.
     *
     * @param source what is joined
     * @param on which rows belong together
     * @return the new query; refused when it is compiled for a database that has no FULL JOIN
     * @throws UsageException if there is no FROM clause yet; code {@code DVT-SQL-JOIN}
     */
    public Select<R> fullJoin(SourceLike source, Operand<Boolean> on) {
        return join(JoinKind.FULL, source.source(), on.expression());
    }

    /**
     * Joins each row of the last source of the FROM clause with each of another.
     *
     * @param source what is joined
     * @return the new query
     * @throws UsageException if there is no FROM clause yet; code {@code DVT-SQL-JOIN}
     */
    public Select<R> crossJoin(SourceLike source) {
        return join(JoinKind.CROSS, source.source(), null);
    }

    private Select<R> join(JoinKind kind, Source target, @Nullable Expression<Boolean> on) {
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
     * Groups by several operands at once in several ways, beside what is grouped by already.
     *
     * @param grouping made by {@link Sql#rollup}, {@link Sql#cube} or {@link Sql#groupingSets}
     * @return the new query; refused when it is compiled for a database that cannot do it
     */
    public Select<R> groupBy(Grouping grouping) {
        return with(changed -> changed.groupings = Lists.append(changed.groupings, grouping));
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
     * Forgets the order given so far.
     *
     * @return the new query
     */
    public Select<R> withoutOrder() {
        return with(changed -> changed.orderBy = List.of());
    }

    /**
     * Declares windows, so that functions can be given over them by name.
     *
     * @param named windows with names, which come behind those declared before
     * @return the new query
     * @throws UsageException if one has no name; code {@code DVT-SQL-WINDOW}
     */
    public Select<R> window(Window... named) {
        return with(changed -> {
            for (Window window : named) {
                if (window.name() == null) {
                    throw new UsageException("DVT-SQL-WINDOW", "a declared window needs a name: give it one by as(…)");
                }
                changed.windows = Lists.append(changed.windows, window);
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
        return limit(RowLimit.rows("limit", rows));
    }

    /**
     * Gives at most a number of rows.
     *
     * @param rows the number, such as a {@link Parameter}
     * @return the new query
     */
    public Select<R> limit(Operand<Long> rows) {
        return with(changed -> changed.limit = RowLimit.of(rows));
    }

    /**
     * Gives at most a number of rows, and those behind them that are equal to the last one in the order.
     *
     * @param rows the number
     * @return the new query; refused when it is compiled for a database that has no WITH TIES
     * @throws UsageException if it is negative; code {@code DVT-SQL-LIMIT}
     */
    public Select<R> limitWithTies(long rows) {
        RowLimit limit = new RowLimit(RowLimit.rows("limit", rows), false, true);
        return with(changed -> changed.limit = limit);
    }

    /**
     * Gives at most a part of the rows.
     *
     * @param percent how many percent of them, rounded up to a whole number of rows
     * @return the new query; refused when it is compiled for a database that has no PERCENT
     * @throws UsageException if it is less than 0 or more than 100; code {@code DVT-SQL-LIMIT}
     */
    public Select<R> limitPercent(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new UsageException("DVT-SQL-LIMIT", percent + " is no number of percent from 0 to 100");
        }
        RowLimit limit = new RowLimit(new Value<>(percent, Types.DOUBLE), true, false);
        return with(changed -> changed.limit = limit);
    }

    /**
     * Leaves out a number of rows at the beginning.
     *
     * @param rows the number
     * @return the new query
     * @throws UsageException if it is negative; code {@code DVT-SQL-LIMIT}
     */
    public Select<R> offset(long rows) {
        return offset(RowLimit.rows("offset", rows));
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

    /**
     * Gives equal rows once.
     *
     * @return the new query
     */
    public Select<R> distinct() {
        return with(changed -> changed.distinct = true);
    }

    /**
     * Gives only the first row, in the order of the query, of all that have the same values.
     *
     * @param operands the values, which the order has to begin with
     * @return the new query; refused when it is compiled for a database that has no DISTINCT ON
     */
    public Select<R> distinctOn(Operand<?>... operands) {
        return with(changed -> {
            for (Operand<?> operand : operands) {
                changed.distinctOn = Lists.append(changed.distinctOn, operand.expression());
            }
        });
    }

    /**
     * Locks the rows until the end of the transaction.
     *
     * @return the new query; refused when it is compiled for a database that has no such lock
     */
    public Select<R> forUpdate() {
        return lock(RowLock.forUpdate());
    }

    /**
     * Locks the rows until the end of the transaction.
     *
     * @param lock how; takes the place of one given before
     * @return the new query; refused when it is compiled for a database that has no such lock
     */
    public Select<R> lock(RowLock lock) {
        return with(changed -> changed.lock = lock);
    }

    /**
     * Adds a hint for the optimizer, in a comment behind SELECT.
     *
     * @param dialect the name of the dialect that it is meant for, such as {@code MySQL}; others leave it out
     * @param text trusted text, which becomes part of the SQL text as it is
     * @return the new query
     * @throws UsageException if the text holds the beginning or end of a comment; code {@code DVT-SQL-RAW}
     */
    public Select<R> hint(String dialect, String text) {
        return add(new Addition(dialect, Addition.Place.HINT, text));
    }

    /**
     * Adds words behind SELECT.
     *
     * @param dialect the name of the dialect that they are meant for, such as {@code MySQL}; others leave them out
     * @param text trusted text, which becomes part of the SQL text as it is
     * @return the new query
     */
    public Select<R> prefixWith(String dialect, String text) {
        return add(new Addition(dialect, Addition.Place.PREFIX, text));
    }

    /**
     * Adds words behind SELECT, on every database.
     *
     * @param text trusted text, which becomes part of the SQL text as it is
     * @return the new query
     */
    public Select<R> prefixWith(String text) {
        return add(new Addition(null, Addition.Place.PREFIX, text));
    }

    /**
     * Adds words behind the query.
     *
     * @param dialect the name of the dialect that they are meant for, such as {@code MySQL}; others leave them out
     * @param text trusted text, which becomes part of the SQL text as it is
     * @return the new query
     */
    public Select<R> suffixWith(String dialect, String text) {
        return add(new Addition(dialect, Addition.Place.SUFFIX, text));
    }

    /**
     * Adds words behind the query, on every database.
     *
     * @param text trusted text, which becomes part of the SQL text as it is
     * @return the new query
     */
    public Select<R> suffixWith(String text) {
        return add(new Addition(null, Addition.Place.SUFFIX, text));
    }

    private Select<R> add(Addition addition) {
        return with(changed -> changed.additions = Lists.append(changed.additions, addition));
    }

    /**
     * The same query of other columns.
     *
     * @param operands the SELECT list, at least one
     * @return the new query
     * @throws UsageException if the list is empty; code {@code DVT-SQL-SELECT}
     */
    public Select<Row> withColumns(List<? extends Operand<?>> operands) {
        return like(Sql.select(operands));
    }

    /**
     * The same query of one other column.
     *
     * @param <T> the class of the value
     * @param operand the value
     * @return the new query
     */
    public <T> Select<T> withColumns(Operand<T> operand) {
        return like(Sql.select(operand));
    }

    private <S> Select<S> like(Select<S> list) {
        Clauses changed = new Clauses(clauses);
        changed.columns = list.clauses.columns;
        return new Select<>(list.shape, changed);
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
     * The values of which only the first row is given.
     *
     * @return the expressions; none without DISTINCT ON
     */
    public List<Expression<?>> distinctOn() {
        return clauses.distinctOn;
    }

    /**
     * The part of the GROUP BY clause that groups in several ways.
     *
     * @return the groupings
     */
    public List<Grouping> groupings() {
        return clauses.groupings;
    }

    /**
     * The WINDOW clause.
     *
     * @return the windows, all with names
     */
    public List<Window> windows() {
        return clauses.windows;
    }

    /**
     * The trusted text that is added.
     *
     * @return the additions, in order
     */
    public List<Addition> additions() {
        return clauses.additions;
    }

    /**
     * The greatest number of rows.
     *
     * @return the limit, null for none
     */
    public @Nullable RowLimit limit() {
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
     * The lock on the rows.
     *
     * @return the lock, null for none
     */
    public @Nullable RowLock lock() {
        return clauses.lock;
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
