package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.sql.Addition;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Cte;
import dev.dovetail.sql.DerivedColumn;
import dev.dovetail.sql.Direction;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Grouping;
import dev.dovetail.sql.Join;
import dev.dovetail.sql.JoinKind;
import dev.dovetail.sql.Label;
import dev.dovetail.sql.Nulls;
import dev.dovetail.sql.Ordering;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.Returning;
import dev.dovetail.sql.RowLimit;
import dev.dovetail.sql.RowLock;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.SetOperator;
import dev.dovetail.sql.SetQuery;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Window;
import dev.dovetail.sql.WithQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes queries: SELECT with its clauses, set operations, common table expressions. */
final class QueryRendering {
    private final Dialect dialect;
    private final SqlWriter writer;
    private final ExpressionRendering expressions;
    private final StatementRendering statements;

    /** The query whose clauses are being written. */
    private @Nullable Select<?> current;

    /** What the next query becomes, if its columns have to be told apart by their names; for messages. */
    private @Nullable String source;

    QueryRendering(Dialect dialect, SqlWriter writer, ExpressionRendering expressions, StatementRendering statements) {
        this.dialect = dialect;
        this.writer = writer;
        this.expressions = expressions;
        this.statements = statements;
    }

    void select(Select<?> statement) {
        Select<?> outer = current;
        current = statement;
        for (SelectClause clause : dialect.selectClauses()) {
            switch (clause) {
                case COLUMNS -> columns(statement);
                case FROM -> statements.list(" FROM ", statement.from(), from -> from.accept(statements.sources()));
                case WHERE -> statements.conditions(" WHERE ", statement.where());
                case GROUP_BY -> groupBy(statement);
                case HAVING -> statements.conditions(" HAVING ", statement.having());
                case WINDOW -> statements.list(" WINDOW ", statement.windows(), this::declared);
                case ORDER_BY -> statements.list(" ORDER BY ", statement.orderBy(), o -> ordering(statement, o));
                case LIMIT -> limit(statement.limit(), statement.offset(), statement.orderBy());
                case FOR_UPDATE -> lock(statement);
            }
        }
        additions(statement, Addition.Place.SUFFIX, " ", "");
        current = outer;
    }

    // The SELECT list

    private void columns(Select<?> statement) {
        String inSource = source;
        source = null;
        writer.text("SELECT ");
        additions(statement, Addition.Place.HINT, "/*+ ", " */ ");
        additions(statement, Addition.Place.PREFIX, "", " ");
        if (!statement.distinctOn().isEmpty()) {
            writer.require(Capability.DISTINCT_ON, "DISTINCT ON");
            writer.text("DISTINCT ON (")
                    .list(statement.distinctOn(), ", ", expressions::render)
                    .text(") ");
        } else if (statement.isDistinct()) {
            writer.text("DISTINCT ");
        }
        if (inSource == null) {
            writer.list(statement.columns(), ", ", this::selected);
        } else {
            named(statement, inSource);
        }
    }

    void selected(Expression<?> column) {
        typed(column);
        if (column instanceof Label<?> label) {
            writer.text(" AS ").name(label.name());
        }
    }

    /** Columns of a source: all have a name, because some databases make the same one for two of them, and refuse that. */
    private void named(Select<?> statement, String inSource) {
        Set<String> names = new HashSet<>();
        int position = 1;
        for (Expression<?> column : statement.columns()) {
            writer.text(position == 1 ? "" : ", ");
            selected(column);
            String name = name(column);
            if (name == null) {
                writer.text(" AS ").name("column_" + position);
            } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new UsageException(
                        "DVT-SQL-COLUMN",
                        inSource + " has two columns named " + name + ": give one of them a label by as(…)");
            }
            position++;
        }
    }

    private static @Nullable String name(Expression<?> column) {
        if (column instanceof Label<?> label) {
            return label.name();
        }
        if (column instanceof DerivedColumn<?> derived) {
            return derived.name();
        }
        return column instanceof ColumnRef<?> ref ? ref.column().name() : null;
    }

    /** Without brackets: between commas, none are needed. */
    void typed(Expression<?> expression) {
        Expression<?> inner = expression instanceof Label<?> label ? label.labelled() : expression;
        if (ExpressionRendering.isBound(inner)) {
            expressions.typed(inner);
        } else {
            expressions.value(inner);
        }
    }

    private void additions(Select<?> statement, Addition.Place place, String before, String behind) {
        for (Addition addition : statement.additions()) {
            if (addition.place() == place && addition.isFor(dialect.name())) {
                writer.text(before).text(addition.text()).text(behind);
            }
        }
    }

    // Groups

    private void groupBy(Select<?> statement) {
        List<Grouping> groupings = statement.groupings();
        statements.list(" GROUP BY ", statement.groupBy(), e -> output(statement, e, dialect.groupsByPosition()));
        if (groupings.isEmpty()) {
            return;
        }
        if (dialect.has(Capability.GROUPING_SETS)) {
            writer.text(statement.groupBy().isEmpty() ? " GROUP BY " : ", ");
            writer.list(groupings, ", ", this::grouping);
            return;
        }
        Grouping only = groupings.get(0);
        if (only.kind() != Grouping.Kind.ROLLUP
                || groupings.size() > 1
                || !statement.groupBy().isEmpty()) {
            writer.require(Capability.GROUPING_SETS, only.kind().sql());
        }
        writer.require(Capability.ROLLUP, "ROLLUP");
        if (!statement.orderBy().isEmpty()) {
            writer.require(Capability.ORDERED_ROLLUP, "ROLLUP with ORDER BY");
        }
        statements.list(" GROUP BY ", only.sets(), set -> writer.list(set, ", ", expressions::ordered));
        writer.text(" WITH ROLLUP");
    }

    private void grouping(Grouping grouping) {
        writer.text(grouping.kind().sql()).text(" (");
        writer.list(grouping.sets(), ", ", set -> {
            boolean brackets = grouping.kind() == Grouping.Kind.GROUPING_SETS || set.size() != 1;
            writer.text(brackets ? "(" : "");
            writer.list(set, ", ", expressions::render);
            writer.text(brackets ? ")" : "");
        });
        writer.text(")");
    }

    /**
     * An expression of GROUP BY or ORDER BY. With a parameter in it, it is to the database another one than that of the
     * SELECT list, which has another parameter: it is then called by its position there.
     */
    private void output(Select<?> statement, Expression<?> expression, boolean byPosition) {
        SqlWriter.Mark before = writer.mark();
        expressions.ordered(expression);
        int position = byPosition && writer.hasBoundSince(before) ? position(statement, expression) : 0;
        if (position > 0) {
            writer.back(before).text(Integer.toString(position));
        }
    }

    private static int position(Select<?> statement, Expression<?> expression) {
        List<Expression<?>> columns = statement.columns();
        for (int index = 0; index < columns.size(); index++) {
            Expression<?> column = columns.get(index);
            if (column.equals(expression)
                    || (column instanceof Label<?> label && label.labelled().equals(expression))) {
                return index + 1;
            }
        }
        return 0;
    }

    // Windows

    private void declared(Window window) {
        writer.name(String.valueOf(window.name())).text(" AS ");
        expressions.windows().specification(window);
    }

    /** Refuses a name that the query at hand does not declare. */
    void requireDeclared(Window window) {
        if (current == null || !current.windows().contains(window)) {
            throw new UsageException(
                    "DVT-SQL-WINDOW",
                    "the query does not declare the window " + window.name() + ": call window(…) on it");
        }
    }

    // Order, limit, lock

    private void ordering(Select<?> statement, Ordering ordering) {
        Expression<?> expression = ordering.expression();
        expressions.requireNumbers("ORDER BY", List.of(expression));
        boolean emulated = nullsFirst(ordering, true);
        if (expression instanceof Label<?> label && !emulated) {
            writer.name(label.name());
        } else {
            boolean merged = statement.isDistinct()
                    || !statement.groupBy().isEmpty()
                    || !statement.groupings().isEmpty();
            output(statement, expression, merged);
        }
        direction(ordering);
    }

    /** Orders by whether a value is NULL first, where the database cannot be told otherwise. */
    boolean nullsFirst(Ordering ordering, boolean emulate) {
        if (ordering.nulls() == Nulls.UNSAID || dialect.has(Capability.NULLS_ORDER)) {
            return false;
        }
        if (emulate) {
            expressions.isNull(ordering.expression());
            writer.text(ordering.nulls() == Nulls.FIRST ? " DESC, " : ", ");
        }
        return true;
    }

    void direction(Ordering ordering) {
        writer.text(ordering.direction() == Direction.DESCENDING ? " DESC" : "");
        if (ordering.nulls() != Nulls.UNSAID && dialect.has(Capability.NULLS_ORDER)) {
            writer.text(" NULLS ").text(ordering.nulls().name());
        }
    }

    private void limit(@Nullable RowLimit limit, @Nullable Expression<Long> offset, List<Ordering> orderBy) {
        if (limit != null && (limit.isWithTies() || limit.isPercent())) {
            fetch(limit, offset, orderBy);
            return;
        }
        if (limit != null) {
            writer.text(" LIMIT ");
            expressions.render(limit.count());
        } else if (offset != null && !dialect.unlimited().isEmpty()) {
            writer.text(" ").text(dialect.unlimited());
        }
        if (offset != null) {
            writer.text(" OFFSET ");
            expressions.render(offset);
        }
    }

    private void fetch(RowLimit limit, @Nullable Expression<Long> offset, List<Ordering> orderBy) {
        writer.require(
                limit.isPercent() ? Capability.FETCH_PERCENT : Capability.FETCH_WITH_TIES,
                limit.isPercent() ? "FETCH FIRST … PERCENT" : "FETCH FIRST … WITH TIES");
        if (limit.isWithTies() && orderBy.isEmpty()) {
            throw new UsageException(
                    "DVT-SQL-LIMIT", "WITH TIES is about rows that are equal in an order: call orderBy(…)");
        }
        if (offset != null) {
            writer.text(" OFFSET ");
            expressions.render(offset);
            writer.text(" ROWS");
        }
        writer.text(" FETCH FIRST ");
        expressions.render(limit.count());
        writer.text(limit.isPercent() ? " PERCENT" : "").text(limit.isWithTies() ? " ROWS WITH TIES" : " ROWS ONLY");
    }

    private void lock(Select<?> statement) {
        RowLock lock = statement.lock();
        if (lock == null) {
            return;
        }
        String name = "FOR " + lock.strength().sql();
        switch (lock.strength()) {
            case UPDATE -> writer.require(Capability.FOR_UPDATE, name);
            case SHARE -> writer.require(Capability.FOR_SHARE, name);
            case NO_KEY_UPDATE, KEY_SHARE -> writer.require(Capability.KEY_LOCKS, name);
        }
        if (isMerged(statement)) {
            writer.require(Capability.LOCK_OF_MERGED_ROWS, name + " of rows made of several");
        }
        if (lock.tables().isEmpty() && statement.from().stream().anyMatch(QueryRendering::mayMissRows)) {
            writer.require(Capability.LOCK_OF_OUTER_JOINS, name + " of an outer join");
        }
        switch (lock.strength()) {
            case SHARE -> writer.text(" ").text(dialect.shareLock());
            default -> writer.text(" ").text(name);
        }
        if (!lock.tables().isEmpty()) {
            writer.require(Capability.LOCK_OF_TABLES, name + " OF");
            writer.text(" OF ").list(lock.tables(), ", ", this::lockedTable);
        }
        switch (lock.whenLocked()) {
            case WAIT -> {}
            case NOWAIT -> writer.require(Capability.LOCK_NOWAIT, name + " NOWAIT");
            case SKIP_LOCKED -> writer.require(Capability.LOCK_SKIP_LOCKED, name + " SKIP LOCKED");
        }
        writer.text(lock.whenLocked().sql());
    }

    private static boolean mayMissRows(Source source) {
        return source instanceof Join join
                && (join.kind() != JoinKind.INNER && join.kind() != JoinKind.CROSS
                        || mayMissRows(join.left())
                        || mayMissRows(join.right()));
    }

    private static boolean isMerged(Select<?> statement) {
        return statement.isDistinct()
                || !statement.distinctOn().isEmpty()
                || !statement.groupBy().isEmpty()
                || !statement.groupings().isEmpty()
                || !statement.having().isEmpty();
    }

    private void lockedTable(TableSource table) {
        writer.name(table.alias() == null ? table.table().name() : table.alias());
    }

    // Set operations

    void setQuery(SetQuery<?> statement) {
        switch (statement.operator()) {
            case INTERSECT_ALL, EXCEPT_ALL ->
                writer.require(
                        Capability.INTERSECT_AND_EXCEPT_ALL,
                        statement.operator().sql());
            default -> {}
        }
        operand(statement, statement.left(), true);
        writer.text(" ").text(statement.operator().sql()).text(" ");
        operand(statement, statement.right(), false);
        statements.list(" ORDER BY ", statement.orderBy(), ordering -> position(statement, ordering));
        limit(statement.limit(), statement.offset(), statement.orderBy());
    }

    private void position(SetQuery<?> statement, Ordering ordering) {
        int position = statement.position(ordering.expression());
        expressions.requireNumbers("ORDER BY", List.of(ordering.expression()));
        if (nullsFirst(ordering, false)) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    dialect.name() + " has no NULLS " + ordering.nulls()
                            + " for a set operation: make it a subquery by as(…), and order the query of that");
        }
        writer.text(Integer.toString(position));
        direction(ordering);
    }

    /**
     * One side of a set operation. Operators of one kind go from left to right by themselves; where a database has no
     * brackets, all do.
     */
    private void operand(SetQuery<?> whole, Query<?> side, boolean isLeft) {
        boolean brackets = dialect.has(Capability.SET_OPERATION_BRACKETS);
        boolean bare = side instanceof Select<?> select
                ? select.orderBy().isEmpty()
                        && select.limit() == null
                        && select.offset() == null
                        && select.lock() == null
                : isLeft
                        && side instanceof SetQuery<?> inner
                        && (inner.operator() == whole.operator() || !brackets)
                        && inner.orderBy().isEmpty()
                        && inner.limit() == null
                        && inner.offset() == null;
        if (bare) {
            side.accept(statements);
        } else if (brackets && !(side instanceof WithQuery)) {
            if (side instanceof Select<?> select && select.lock() != null) {
                writer.require(Capability.LOCK_OF_MERGED_ROWS, "lock in a set operation");
            }
            inBrackets(side);
        } else {
            wrapped(side);
        }
    }

    void inBrackets(Query<?> query) {
        writer.text("(");
        query.accept(statements);
        writer.text(")");
    }

    /** A query as the only source of another, for places that do not take each query. */
    void wrapped(Query<?> query) {
        writer.text("SELECT * FROM ");
        asSource(query, "nested");
        writer.text(" AS ").name("nested");
    }

    void asSource(Query<?> query, String alias) {
        writer.text("(");
        source = alias;
        query.accept(statements);
        source = null;
        writer.text(")");
    }

    /** The query of an IN, ANY or ALL. */
    void compared(Query<?> query) {
        writer.text("(");
        if (!dialect.has(Capability.LIMIT_IN_SUBQUERY) && isLimited(query)) {
            wrapped(query);
        } else {
            query.accept(statements);
        }
        writer.text(")");
    }

    private static boolean isLimited(Query<?> query) {
        if (query instanceof Select<?> select) {
            return select.limit() != null || select.offset() != null;
        }
        if (query instanceof SetQuery<?> set) {
            return set.limit() != null || set.offset() != null || isLimited(set.left()) || isLimited(set.right());
        }
        return query instanceof WithQuery<?> with && isLimited(with.query());
    }

    // Common table expressions

    void with(List<Cte> ctes) {
        if (ctes.isEmpty()) {
            return;
        }
        writer.text(ctes.stream().anyMatch(Cte::isRecursive) ? "WITH RECURSIVE " : "WITH ");
        writer.list(ctes, ", ", this::cte).text(" ");
    }

    private void cte(Cte cte) {
        writer.name(cte.name());
        if (!cte.columnNames().isEmpty()) {
            writer.text(" (").list(cte.columnNames(), ", ", writer::name).text(")");
        }
        writer.text(" AS ");
        if (dialect.has(Capability.MATERIALIZED_CTE)) {
            writer.text(cte.materialization().sql());
        }
        writer.text("(");
        if (cte.isRecursive() && cte.body() instanceof SetQuery<?> set && set.operator() == SetOperator.UNION) {
            writer.require(Capability.RECURSIVE_DISTINCT, "recursion by UNION");
        }
        if (cte.body() instanceof Returning) {
            writer.require(Capability.WRITING_CTE, "statement that writes in WITH");
        } else if (cte.columnNames().isEmpty()) {
            source = cte.name();
        }
        cte.body().accept(statements);
        source = null;
        writer.text(")");
    }
}
