package dev.dovetail.sql;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
     * @return the statement
     * @throws dev.dovetail.UsageException if there is a {@code ?} in it; code {@code DVT-SQL-RAW}
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
    public static NumericOperand<Long> count(Operand<?> operand) {
        return new NumericView<>(call("count", Types.BIGINT, false, operand));
    }

    /**
     * The number of different values, NULL apart.
     *
     * @param operand the value
     * @return the number
     */
    public static NumericOperand<Long> countDistinct(Operand<?> operand) {
        return new NumericView<>(call("count", Types.BIGINT, true, operand));
    }

    /**
     * The number of rows.
     *
     * @return the number
     */
    public static NumericOperand<Long> countAll() {
        return new NumericView<>(new CountAll());
    }

    /**
     * The greatest value.
     *
     * @param <T> the Java class of the values
     * @param operand the values
     * @return the greatest, NULL if there is none
     */
    public static <T> Expression<T> max(Operand<T> operand) {
        return call("max", operand.expression().type(), false, operand);
    }

    /**
     * The greatest number.
     *
     * @param <N> the Java class of the numbers
     * @param operand the numbers
     * @return the greatest, NULL if there is none
     */
    public static <N extends Number> NumericOperand<N> max(NumericOperand<N> operand) {
        return new NumericView<>(call("max", operand.expression().type(), false, operand));
    }

    /**
     * The least value.
     *
     * @param <T> the Java class of the values
     * @param operand the values
     * @return the least, NULL if there is none
     */
    public static <T> Expression<T> min(Operand<T> operand) {
        return call("min", operand.expression().type(), false, operand);
    }

    /**
     * The least number.
     *
     * @param <N> the Java class of the numbers
     * @param operand the numbers
     * @return the least, NULL if there is none
     */
    public static <N extends Number> NumericOperand<N> min(NumericOperand<N> operand) {
        return new NumericView<>(call("min", operand.expression().type(), false, operand));
    }

    /**
     * The sum, as a decimal: the sum of many integers may be greater than any of their class.
     *
     * @param operand the numbers
     * @return the sum, NULL if there are none
     */
    public static NumericOperand<BigDecimal> sum(Operand<? extends Number> operand) {
        return new NumericView<>(call("sum", Types.NUMERIC, false, operand));
    }

    /**
     * The average, as a decimal.
     *
     * @param operand the numbers
     * @return the average, NULL if there are none
     */
    public static NumericOperand<BigDecimal> avg(Operand<? extends Number> operand) {
        return new NumericView<>(call("avg", Types.NUMERIC, false, operand));
    }

    /**
     * The first of some values that is not NULL.
     *
     * @param <T> the Java class of the values
     * @param first the first
     * @param others the others
     * @return the expression
     */
    @SafeVarargs
    public static <T> Expression<T> coalesce(Operand<T> first, Operand<T>... others) {
        List<Expression<?>> arguments = new ArrayList<>();
        arguments.add(first.expression());
        for (Operand<T> other : others) {
            arguments.add(other.expression());
        }
        return new FunctionCall<>(
                "coalesce", arguments, false, first.expression().type());
    }

    /**
     * An operand, or a value where it is NULL.
     *
     * @param <T> the Java class of the values
     * @param operand the operand
     * @param value the value
     * @return the expression
     */
    public static <T> Expression<T> coalesce(Operand<T> operand, T value) {
        Type<T> type = operand.expression().type();
        return call("coalesce", type, false, operand, new Value<>(value, type));
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
        List<Expression<?>> expressions = new ArrayList<>();
        for (Operand<?> argument : arguments) {
            expressions.add(argument.expression());
        }
        return new FunctionCall<>(name, expressions, distinct, type);
    }
}
