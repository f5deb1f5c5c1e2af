package dev.dovetail.sql;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.Table;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where statements and expressions begin; meant for static import. */
public final class Sql extends SelectFactories {
    private Sql() {}

    // Queries

    /**
     * Begins a query of one value.
     *
     * @param <T> the class of the value
     * @param operand the value
     * @return the query, without a FROM clause yet
     */
    @SuppressWarnings("unchecked") // the only column is read as a T
    public static <T> Select<T> select(Operand<T> operand) {
        return Select.of(List.of(operand), values -> (T) values[0]);
    }

    /**
     * Begins a query of any number of values.
     *
     * @param operands the values
     * @return the query, without a FROM clause yet
     * @throws dev.dovetail.UsageException if there are none; code {@code DVT-SQL-SELECT}
     */
    public static Select<Row> select(List<? extends Operand<?>> operands) {
        List<Expression<?>> columns = new ArrayList<>();
        operands.forEach(operand -> columns.add(operand.expression()));
        return Select.of(columns, values -> new Row(columns, values));
    }

    /**
     * Begins a query of all columns of a table.
     *
     * @param table the table
     * @return the query, with its FROM clause
     */
    public static Select<Row> selectFrom(TableSource table) {
        return select(table.columns()).from(table);
    }

    /**
     * Begins a query of all columns of a source.
     *
     * @param source the source
     * @return the query, with its FROM clause
     */
    public static Select<Row> selectFrom(DerivedTable source) {
        return select(source.cols()).from(source);
    }

    /**
     * A query for the number of rows of another.
     *
     * @param query the query; its order does not matter
     * @return the query of one number
     */
    public static Select<Long> countOf(Query<?> query) {
        return Counts.of(query);
    }

    // Sources

    /**
     * A common table expression.
     *
     * @param name its name
     * @param body what gives the rows: a query, or, on a database that can do that, a statement that writes and gives
     *     back what it wrote
     * @param columnNames the names of its columns; none for those that the body gives them
     * @return the expression, to be put before a statement by {@link #with} or {@link Query#with}
     * @throws dev.dovetail.UsageException if the names are not one for each column; code {@code DVT-SQL-COLUMN}
     */
    public static Cte cte(String name, ResultStatement<?> body, String... columnNames) {
        return new Cte(name, body, List.of(columnNames), Materialization.UNSAID, false);
    }

    /**
     * A common table expression that speaks of itself. It begins with the rows of a query; then the step is run on the
     * rows found last, until it finds no more.
     *
     * @param <R> what becomes of a row
     * @param name its name
     * @param start the query that it begins with; every column has a name
     * @param step makes the query that finds more rows from those found last
     * @return the expression, to be put before a statement by {@link #with} or {@link Query#with}
     * @throws dev.dovetail.UsageException if a column has no name ({@code DVT-SQL-COLUMN}), or the queries do not fit each
     *     other ({@code DVT-SQL-SET})
     */
    public static <R extends @Nullable Object> Cte recursive(
            String name, Query<R> start, Function<CteSource, Query<R>> step) {
        return Cte.recursive(name, SetOperator.UNION_ALL, start, step::apply);
    }

    /**
     * A common table expression that speaks of itself, as {@link #recursive}, but takes equal rows once: it ends also where
     * the rows lead in a circle.
     *
     * @param <R> what becomes of a row
     * @param name its name
     * @param start the query that it begins with; every column has a name
     * @param step makes the query that finds more rows from those found last
     * @return the expression, to be put before a statement by {@link #with} or {@link Query#with}
     * @throws dev.dovetail.UsageException as {@link #recursive}
     */
    public static <R extends @Nullable Object> Cte recursiveDistinct(
            String name, Query<R> start, Function<CteSource, Query<R>> step) {
        return Cte.recursive(name, SetOperator.UNION, start, step::apply);
    }

    /**
     * Common table expressions for a statement.
     *
     * @param ctes the expressions; each may speak of those before it
     * @return the expressions, which wait for their statement
     */
    public static With with(Cte... ctes) {
        return new With(List.of(ctes));
    }

    /**
     * Rows of values, which become a source by a name.
     *
     * @param rows at least one, all with values of the same Java classes
     * @return the rows
     * @throws dev.dovetail.UsageException if there are none, or they do not fit one another; code {@code DVT-SQL-ROW}
     */
    public static Values values(RowValue... rows) {
        return new Values(List.of(rows));
    }

    /**
     * Rows of values, which become a source by a name.
     *
     * @param rows at least one, all with values of the same Java classes
     * @return the rows
     * @throws dev.dovetail.UsageException if there are none, or they do not fit one another; code {@code DVT-SQL-ROW}
     */
    public static Values values(List<RowValue> rows) {
        return new Values(rows);
    }

    /**
     * Several values that are compared as one.
     *
     * @param values at least one: operands, and values of classes that have a type of their own
     * @return the row
     * @throws dev.dovetail.UsageException if there are none ({@code DVT-SQL-ROW}), or a class has no type of its own
     *     ({@code DVT-TYPE-CLASS})
     */
    public static RowValue row(Object... values) {
        return RowValue.of(values);
    }

    /**
     * A call of a function that gives rows, which becomes a source by a name.
     *
     * @param name the name of the function
     * @param arguments what it is called with
     * @return the call
     * @throws dev.dovetail.UsageException if the name is not one; code {@code DVT-SQL-FUNCTION}
     */
    public static TableFunction tableFunction(String name, Operand<?>... arguments) {
        return new TableFunction(name, expressions(arguments));
    }

    /**
     * The name and the type of a column that no table has.
     *
     * @param <T> the Java class of its values
     * @param name the name
     * @param type the type
     * @return both
     */
    public static <T> NamedType<T> named(String name, Type<T> type) {
        return new NamedType<>(name, type);
    }

    // Statements that write

    /**
     * Begins an INSERT.
     *
     * @param table the table that gets the rows
     * @return the statement
     */
    public static Insert insertInto(Table table) {
        return Insert.into(table);
    }

    /**
     * Begins an UPDATE of all rows; {@code where} restricts it.
     *
     * @param table the table that is changed
     * @return the statement
     */
    public static Update update(Table table) {
        return update(table(table));
    }

    /**
     * Begins an UPDATE of all rows; {@code where} restricts it.
     *
     * @param target the table that is changed, under an alias or not
     * @return the statement
     */
    public static Update update(TableSource target) {
        return Update.of(target);
    }

    /**
     * Begins a DELETE of all rows; {@code where} restricts it.
     *
     * @param table the table that loses rows
     * @return the statement
     */
    public static Delete deleteFrom(Table table) {
        return deleteFrom(table(table));
    }

    /**
     * Begins a DELETE of all rows; {@code where} restricts it.
     *
     * @param target the table that loses rows, under an alias or not
     * @return the statement
     */
    public static Delete deleteFrom(TableSource target) {
        return Delete.from(target);
    }

    /**
     * The keyword DEFAULT, for the value of a column in an INSERT or UPDATE.
     *
     * @param <T> the Java class of the column's values
     * @return the expression
     */
    public static <T> Expression<T> defaultValue() {
        return new DefaultValue<>();
    }

    /**
     * What the row that met a conflict would have put into a column, for an {@link Upsert}.
     *
     * @param <T> the Java class of the column's values
     * @param column a column that the INSERT sets
     * @return the expression
     */
    public static <T> Expression<T> excluded(Column<T> column) {
        return new Excluded<>(column);
    }

    /**
     * What the row that met a conflict would have put into a column, for an {@link Upsert}.
     *
     * @param <T> the Java class of the column's values
     * @param column an operand that stands for a column that the INSERT sets
     * @return the expression
     * @throws dev.dovetail.UsageException if it is no column; code {@code DVT-SQL-COLUMN}
     */
    public static <T> Expression<T> excluded(Operand<T> column) {
        return new Excluded<>(Targets.column(column));
    }

    /**
     * A statement that is written by hand.
     *
     * @param text trusted SQL; values are parameters, written {@code :name}
     * @return the statement; it is refused when it is sent if there is a {@code ?} in it, code {@code DVT-SQL-RAW}
     */
    public static RawStatement sql(String text) {
        return RawStatement.of(text);
    }

    // Operands

    /**
     * An expression that is written by hand.
     *
     * @param <T> the Java class of the result
     * @param text trusted SQL without values; it becomes part of the SQL text as it is
     * @param type the type of the result
     * @return the expression
     */
    public static <T> Expression<T> sql(String text, Type<T> type) {
        return new RawExpression<>(text, type);
    }

    /**
     * A table under its own name.
     *
     * @param table the table
     * @return the source; {@link TableSource#as} gives it an alias
     */
    public static TableSource table(Table table) {
        return new TableSource(table, null);
    }

    /**
     * A value, with the type that its class has.
     *
     * @param <T> the Java class
     * @param value the value
     * @return the expression
     * @throws dev.dovetail.UsageException if the class has no type of its own; code {@code DVT-TYPE-CLASS}
     */
    public static <T> Value<T> value(T value) {
        return Value.of(value);
    }

    /**
     * A value.
     *
     * @param <T> the Java class
     * @param value the value, null for NULL
     * @param type its type
     * @return the expression
     */
    public static <T> Value<T> value(@Nullable T value, Type<T> type) {
        return new Value<>(value, type);
    }

    /**
     * A value that is given at the execution.
     *
     * @param <T> the Java class
     * @param index its position in the array of arguments, counted from 0
     * @param type its type
     * @return the expression
     * @throws dev.dovetail.UsageException if the index is negative; code {@code DVT-SQL-PARAMETER}
     */
    public static <T> Parameter<T> parameter(int index, Type<T> type) {
        return new Parameter<>(index, type);
    }

    /**
     * Gives any text expression the methods of texts.
     *
     * @param operand the expression
     * @return the same as a text operand
     */
    public static TextOperand text(Operand<String> operand) {
        return new TextView(operand.expression());
    }

    /**
     * Gives any numeric expression the methods of numbers.
     *
     * @param <N> the Java class of the numbers
     * @param operand the expression
     * @return the same as a numeric operand
     */
    public static <N extends Number> NumericOperand<N> number(Operand<N> operand) {
        return new NumericView<>(operand.expression());
    }

    /**
     * A value as another type.
     *
     * @param <T> the Java class of the result
     * @param operand the value
     * @param type the type
     * @return the expression
     */
    public static <T> Expression<T> cast(Operand<?> operand, Type<T> type) {
        return new Cast<>(operand.expression(), type);
    }

    /**
     * A value that is read as another type; the database is told nothing of it, unlike with {@link #cast}.
     *
     * @param <T> the Java class of the result
     * @param operand the value
     * @param type the type
     * @return the expression
     */
    public static <T> Expression<T> typeCoerce(Operand<?> operand, Type<T> type) {
        return new TypeCoercion<>(operand.expression(), type);
    }

    // Conditions

    /**
     * A boolean value as a condition, with the methods of conditions.
     *
     * @param value the value, such as a column
     * @return the condition
     */
    public static Condition condition(Operand<Boolean> value) {
        return value.expression() instanceof Condition condition ? condition : new Truth(value.expression());
    }

    /**
     * Conditions that must all hold.
     *
     * @param conditions at least one
     * @return the conditions as one
     * @throws dev.dovetail.UsageException if there is none; code {@code DVT-SQL-CONDITION}
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static Expression<Boolean> and(Operand<Boolean>... conditions) {
        return Logical.join(LogicalOperator.AND, conditions);
    }

    /**
     * Conditions of which one must hold.
     *
     * @param conditions at least one
     * @return the conditions as one
     * @throws dev.dovetail.UsageException if there is none; code {@code DVT-SQL-CONDITION}
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static Expression<Boolean> or(Operand<Boolean>... conditions) {
        return Logical.join(LogicalOperator.OR, conditions);
    }

    /**
     * The opposite of a condition.
     *
     * @param condition the condition
     * @return true where it is false
     */
    public static Condition not(Operand<Boolean> condition) {
        return new Not(condition.expression());
    }

    /**
     * Whether a query has a row.
     *
     * @param query the query
     * @return the condition
     */
    public static Condition exists(Query<?> query) {
        return new Exists(query);
    }

    /**
     * The one value of a query.
     *
     * @param <T> the Java class of the value
     * @param query a query of one column and at most one row
     * @return the expression
     */
    public static <T> Expression<T> scalar(Query<T> query) {
        return new ScalarSubquery<>(query);
    }

    /**
     * The values of a query, one of which is to make a comparison true: {@code x.gt(any(query))}.
     *
     * @param <T> the Java class of the values
     * @param query a query of one column
     * @return the right side of a comparison; refused when it is compiled for a database that has no ANY
     */
    public static <T> Expression<T> any(Query<T> query) {
        return new Quantified<>(query, false);
    }

    /**
     * The values of a query, all of which are to make a comparison true: {@code x.gt(all(query))}.
     *
     * @param <T> the Java class of the values
     * @param query a query of one column
     * @return the right side of a comparison; refused when it is compiled for a database that has no ALL
     */
    public static <T> Expression<T> all(Query<T> query) {
        return new Quantified<>(query, true);
    }

    /**
     * What is always true, such as the condition of a join with a lateral subquery.
     *
     * @return the condition
     */
    public static Expression<Boolean> always() {
        return new RawExpression<>("1 = 1", Types.BOOLEAN);
    }

    /**
     * Begins a CASE.
     *
     * @param <T> the Java class of the result
     * @param condition the first condition
     * @param value the value where it holds, of a class that has a type of its own
     * @return the CASE, which takes more branches
     */
    public static <T> CaseBuilder<T> when(Operand<Boolean> condition, T value) {
        return CaseBuilder.of(condition, Value.of(value));
    }

    /**
     * Begins a CASE.
     *
     * @param <T> the Java class of the result
     * @param condition the first condition
     * @param value the value where it holds
     * @return the CASE, which takes more branches
     */
    public static <T> CaseBuilder<T> when(Operand<Boolean> condition, Operand<T> value) {
        return CaseBuilder.of(condition, value);
    }

    /**
     * Begins a CASE that compares one subject with keys.
     *
     * @param <S> the Java class of the subject
     * @param subject the subject
     * @return the CASE, which takes its first branch
     */
    public static <S> SimpleCaseBuilder.Start<S> caseOf(Operand<S> subject) {
        return new SimpleCaseBuilder.Start<>(subject.expression());
    }

    // Functions

    /**
     * The number of rows in which a value is not NULL.
     *
     * @param operand the value
     * @return the number
     */
    public static NumericAggregate<Long> count(Operand<?> operand) {
        return new NumericAggregateView<>(call("count", Types.BIGINT, false, operand));
    }

    /**
     * The number of different values, NULL apart.
     *
     * @param operand the value
     * @return the number
     */
    public static NumericAggregate<Long> countDistinct(Operand<?> operand) {
        return new NumericAggregateView<>(call("count", Types.BIGINT, true, operand));
    }

    /**
     * The number of rows.
     *
     * @return the number
     */
    public static NumericAggregate<Long> countAll() {
        return new NumericAggregateView<>(new CountAll());
    }

    /**
     * The next value of a sequence, which nobody else gets: {@code select(nextValue(numbers))}, or in VALUES of an INSERT.
     *
     * @param sequence the sequence
     * @return the value
     */
    public static NumericOperand<Long> nextValue(Sequence sequence) {
        return new NumericView<>(new NextValue(sequence));
    }

    /**
     * The greatest value.
     *
     * @param <T> the Java class of the values
     * @param operand the values
     * @return the greatest, NULL if there is none
     */
    public static <T> Aggregate<T> max(Operand<T> operand) {
        return new AggregateView<>(call("max", operand.expression().type(), false, operand));
    }

    /**
     * The greatest number.
     *
     * @param <N> the Java class of the numbers
     * @param operand the numbers
     * @return the greatest, NULL if there is none
     */
    public static <N extends Number> NumericAggregate<N> max(NumericOperand<N> operand) {
        return new NumericAggregateView<>(call("max", operand.expression().type(), false, operand));
    }

    /**
     * The least value.
     *
     * @param <T> the Java class of the values
     * @param operand the values
     * @return the least, NULL if there is none
     */
    public static <T> Aggregate<T> min(Operand<T> operand) {
        return new AggregateView<>(call("min", operand.expression().type(), false, operand));
    }

    /**
     * The least number.
     *
     * @param <N> the Java class of the numbers
     * @param operand the numbers
     * @return the least, NULL if there is none
     */
    public static <N extends Number> NumericAggregate<N> min(NumericOperand<N> operand) {
        return new NumericAggregateView<>(call("min", operand.expression().type(), false, operand));
    }

    /**
     * The sum, as a decimal: the sum of many integers may be greater than any of their class.
     *
     * @param operand the numbers
     * @return the sum, NULL if there are none
     */
    public static NumericAggregate<BigDecimal> sum(Operand<? extends Number> operand) {
        return new NumericAggregateView<>(call("sum", Types.NUMERIC, false, operand));
    }

    /**
     * The average, as a decimal.
     *
     * @param operand the numbers
     * @return the average, NULL if there are none
     */
    public static NumericAggregate<BigDecimal> avg(Operand<? extends Number> operand) {
        return new NumericAggregateView<>(call("avg", Types.NUMERIC, false, operand));
    }

    /**
     * Any aggregate of the database.
     *
     * @param <T> the Java class of the result
     * @param name its name
     * @param type the type of the result
     * @param arguments what it is called with
     * @return the aggregate
     * @throws dev.dovetail.UsageException if the name is not one; code {@code DVT-SQL-FUNCTION}
     */
    public static <T> Aggregate<T> aggregate(String name, Type<T> type, Operand<?>... arguments) {
        return new AggregateView<>(call(name, type, false, arguments));
    }

    /**
     * Any aggregate of the database, of different values.
     *
     * @param <T> the Java class of the result
     * @param name its name
     * @param type the type of the result
     * @param arguments what it is called with
     * @return the aggregate, which takes equal values once
     * @throws dev.dovetail.UsageException if the name is not one; code {@code DVT-SQL-FUNCTION}
     */
    public static <T> Aggregate<T> aggregateDistinct(String name, Type<T> type, Operand<?>... arguments) {
        return new AggregateView<>(call(name, type, true, arguments));
    }

    /**
     * The texts of several rows as one, NULL left out.
     *
     * @param operand the texts
     * @param separator what stands between them
     * @return the aggregate, which takes an order and {@code distinct()}; NULL if there is no text
     */
    public static StringAgg stringAgg(Operand<String> operand, String separator) {
        return new StringAgg(operand.expression(), new Value<>(separator, Types.TEXT), false, List.of());
    }

    // Windows

    /**
     * A window of the rows that have the same values.
     *
     * @param operands the values
     * @return the window
     */
    public static Window partitionBy(Operand<?>... operands) {
        return Window.ALL.partitionBy(operands);
    }

    /**
     * A window of all rows, in an order.
     *
     * @param terms operands, or operands with a direction
     * @return the window
     */
    public static Window orderBy(OrderTerm... terms) {
        return Window.ALL.orderBy(terms);
    }

    /**
     * A window of all rows.
     *
     * @return the window
     */
    public static Window window() {
        return Window.ALL;
    }

    /**
     * The number of a row, counted from 1.
     *
     * @return the function
     */
    public static NumericWindowFunction<Long> rowNumber() {
        return numeric("row_number", Types.BIGINT);
    }

    /**
     * The number of the first row that is equal to this one in the order, counted from 1.
     *
     * @return the function
     */
    public static NumericWindowFunction<Long> rank() {
        return numeric("rank", Types.BIGINT);
    }

    /**
     * The number of a row's group of equal ones, counted from 1.
     *
     * @return the function
     */
    public static NumericWindowFunction<Long> denseRank() {
        return numeric("dense_rank", Types.BIGINT);
    }

    /**
     * The rank as a part of the whole: (rank - 1) / (rows - 1).
     *
     * @return the function
     */
    public static NumericWindowFunction<Double> percentRank() {
        return numeric("percent_rank", Types.DOUBLE);
    }

    /**
     * The part of the rows that come before this one in the order or are equal to it.
     *
     * @return the function
     */
    public static NumericWindowFunction<Double> cumeDist() {
        return numeric("cume_dist", Types.DOUBLE);
    }

    /**
     * The number of a row's part where the rows are divided into parts of about the same size, counted from 1.
     *
     * @param parts how many parts
     * @return the function
     */
    public static NumericWindowFunction<Long> ntile(int parts) {
        return numeric("ntile", Types.BIGINT, new Value<>(parts, Types.INTEGER));
    }

    /**
     * The value of the row before.
     *
     * @param <T> the Java class of the value
     * @param operand the value
     * @return the function; NULL for the first row
     */
    public static <T> WindowFunction<T> lag(Operand<T> operand) {
        return windowFunction("lag", operand);
    }

    /**
     * The value of a row before.
     *
     * @param <T> the Java class of the value
     * @param operand the value
     * @param rows how many rows before
     * @return the function; NULL where there is no such row
     */
    public static <T> WindowFunction<T> lag(Operand<T> operand, int rows) {
        return windowFunction("lag", operand, new Value<>(rows, Types.INTEGER));
    }

    /**
     * The value of a row before.
     *
     * @param <T> the Java class of the value
     * @param operand the value
     * @param rows how many rows before
     * @param otherwise the result where there is no such row
     * @return the function; refused when it is compiled for a database that knows only NULL there
     */
    public static <T extends Comparable<?>> WindowFunction<T> lag(Operand<T> operand, int rows, T otherwise) {
        return windowFunction("lag", operand, new Value<>(rows, Types.INTEGER), otherwise(operand, otherwise));
    }

    /**
     * The value of a row before.
     *
     * @param <T> the Java class of the value
     * @param operand the value
     * @param rows how many rows before
     * @param otherwise the result where there is no such row
     * @return the function; refused when it is compiled for a database that knows only NULL there
     */
    public static <T> WindowFunction<T> lag(Operand<T> operand, int rows, Operand<T> otherwise) {
        return windowFunction("lag", operand, new Value<>(rows, Types.INTEGER), otherwise);
    }

    /**
     * The value of the row behind.
     *
     * @param <T> the Java class of the value
     * @param operand the value
     * @return the function; NULL for the last row
     */
    public static <T> WindowFunction<T> lead(Operand<T> operand) {
        return windowFunction("lead", operand);
    }

    /**
     * The value of a row behind.
     *
     * @param <T> the Java class of the value
     * @param operand the value
     * @param rows how many rows behind
     * @return the function; NULL where there is no such row
     */
    public static <T> WindowFunction<T> lead(Operand<T> operand, int rows) {
        return windowFunction("lead", operand, new Value<>(rows, Types.INTEGER));
    }

    /**
     * The value of a row behind.
     *
     * @param <T> the Java class of the value
     * @param operand the value
     * @param rows how many rows behind
     * @param otherwise the result where there is no such row
     * @return the function; refused when it is compiled for a database that knows only NULL there
     */
    public static <T extends Comparable<?>> WindowFunction<T> lead(Operand<T> operand, int rows, T otherwise) {
        return windowFunction("lead", operand, new Value<>(rows, Types.INTEGER), otherwise(operand, otherwise));
    }

    /**
     * The value of a row behind.
     *
     * @param <T> the Java class of the value
     * @param operand the value
     * @param rows how many rows behind
     * @param otherwise the result where there is no such row
     * @return the function; refused when it is compiled for a database that knows only NULL there
     */
    public static <T> WindowFunction<T> lead(Operand<T> operand, int rows, Operand<T> otherwise) {
        return windowFunction("lead", operand, new Value<>(rows, Types.INTEGER), otherwise);
    }

    /**
     * The value of the first row of the frame.
     *
     * @param <T> the Java class of the value
     * @param operand the value
     * @return the function
     */
    public static <T> WindowFunction<T> firstValue(Operand<T> operand) {
        return windowFunction("first_value", operand);
    }

    /**
     * The value of the last row of the frame, which ends at the current row unless it is said otherwise.
     *
     * @param <T> the Java class of the value
     * @param operand the value
     * @return the function
     */
    public static <T> WindowFunction<T> lastValue(Operand<T> operand) {
        return windowFunction("last_value", operand);
    }

    /**
     * The value of a row of the frame.
     *
     * @param <T> the Java class of the value
     * @param operand the value
     * @param row which, counted from 1
     * @return the function; NULL where there is no such row
     */
    public static <T> WindowFunction<T> nthValue(Operand<T> operand, int row) {
        return windowFunction("nth_value", operand, new Value<>(row, Types.INTEGER));
    }

    private static <T> WindowFunction<T> windowFunction(String name, Operand<T> operand, Operand<?>... more) {
        List<Expression<?>> arguments = new ArrayList<>();
        arguments.add(operand.expression());
        arguments.addAll(expressions(more));
        return new WindowFunction<>(
                new FunctionCall<>(name, arguments, false, operand.expression().type()));
    }

    private static <T> Value<T> otherwise(Operand<T> operand, T value) {
        return new Value<>(value, operand.expression().type());
    }

    private static <N extends Number> NumericWindowFunction<N> numeric(
            String name, Type<N> type, Operand<?>... arguments) {
        return new NumericWindowFunction<>(new FunctionCall<>(name, expressions(arguments), false, type));
    }

    // Groups

    /**
     * Groups by all operands, by all but the last, and so on to all rows as one group.
     *
     * @param operands the operands, from the coarsest to the finest
     * @return the grouping, for {@link Select#groupBy(Grouping)}
     */
    public static Grouping rollup(Operand<?>... operands) {
        return Grouping.of(Grouping.Kind.ROLLUP, operands);
    }

    /**
     * Groups by each selection of the operands, from all to none.
     *
     * @param operands the operands
     * @return the grouping, for {@link Select#groupBy(Grouping)}
     */
    public static Grouping cube(Operand<?>... operands) {
        return Grouping.of(Grouping.Kind.CUBE, operands);
    }

    /**
     * Groups by each of several lists of operands.
     *
     * @param sets the lists; an empty one groups all rows as one
     * @return the grouping, for {@link Select#groupBy(Grouping)}
     */
    public static Grouping groupingSets(List<? extends List<? extends Operand<?>>> sets) {
        List<List<Expression<?>>> expressions = new ArrayList<>();
        for (List<? extends Operand<?>> set : sets) {
            expressions.add(expressions(set.toArray(Operand<?>[]::new)));
        }
        return new Grouping(Grouping.Kind.GROUPING_SETS, expressions);
    }

    /**
     * Which operands a row was not grouped by: 0 for one that it was grouped by, 1 for one that stands there as NULL; of
     * several, the bits of a number.
     *
     * @param operands operands of a grouping
     * @return the number; refused when it is compiled for a database that does not tell
     */
    public static NumericOperand<Integer> grouping(Operand<?>... operands) {
        return new NumericView<>(call("grouping", Types.INTEGER, false, operands));
    }

    // More functions

    /**
     * The first of some values that is not NULL.
     *
     * @param <T> the Java class of the values
     * @param first the first
     * @param others the others
     * @return the expression
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> Expression<T> coalesce(Operand<T> first, Operand<T>... others) {
        return new FunctionCall<>(
                "coalesce",
                Lists.prepend(first, others),
                false,
                first.expression().type());
    }

    /**
     * The first of some numbers that is not NULL.
     *
     * @param <N> the Java class of the numbers
     * @param first the first
     * @param others the others
     * @return the number
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <N extends Number> NumericOperand<N> coalesce(NumericOperand<N> first, Operand<N>... others) {
        return new NumericView<>(coalesce((Operand<N>) first, others));
    }

    /**
     * The first of some texts that is not NULL.
     *
     * @param first the first
     * @param others the others
     * @return the text
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static TextOperand coalesce(TextOperand first, Operand<String>... others) {
        return new TextView(coalesce((Operand<String>) first, others));
    }

    // Values are Comparable, so that an operand among the arguments is not taken for a value: T might be Object.

    /**
     * An operand, or a value where it is NULL. A value of a class that is not comparable is given as
     * {@link #value(Object, Type)}.
     *
     * @param <T> the Java class of the values
     * @param operand the operand
     * @param value the value
     * @return the expression
     */
    public static <T extends Comparable<?>> Expression<T> coalesce(Operand<T> operand, T value) {
        return coalesce(operand, otherwise(operand, value));
    }

    /**
     * A number, or another where it is NULL.
     *
     * @param <N> the Java class of the numbers
     * @param operand the number
     * @param value the other
     * @return the number
     */
    public static <N extends Number & Comparable<?>> NumericOperand<N> coalesce(NumericOperand<N> operand, N value) {
        return coalesce(operand, otherwise(operand, value));
    }

    /**
     * A text, or another where it is NULL.
     *
     * @param operand the text
     * @param value the other
     * @return the text
     */
    public static TextOperand coalesce(TextOperand operand, String value) {
        return coalesce(operand, otherwise(operand, value));
    }

    /**
     * A text in lower case.
     *
     * @param operand the text
     * @return the expression
     */
    public static TextOperand lower(Operand<String> operand) {
        return new TextView(call("lower", Types.TEXT, false, operand));
    }

    /**
     * A text in upper case.
     *
     * @param operand the text
     * @return the expression
     */
    public static TextOperand upper(Operand<String> operand) {
        return new TextView(call("upper", Types.TEXT, false, operand));
    }

    /**
     * Any function of the database.
     *
     * @param <T> the Java class of the result
     * @param name its name
     * @param type the type of the result
     * @param arguments what it is called with
     * @return the expression
     * @throws dev.dovetail.UsageException if the name is not one; code {@code DVT-SQL-FUNCTION}
     */
    public static <T> Expression<T> function(String name, Type<T> type, Operand<?>... arguments) {
        return call(name, type, false, arguments);
    }

    private static <T> Expression<T> call(String name, Type<T> type, boolean distinct, Operand<?>... arguments) {
        return new FunctionCall<>(name, expressions(arguments), distinct, type);
    }

    private static List<Expression<?>> expressions(Operand<?>... operands) {
        List<Expression<?>> expressions = new ArrayList<>();
        for (Operand<?> operand : operands) {
            expressions.add(operand.expression());
        }
        return expressions;
    }
}
