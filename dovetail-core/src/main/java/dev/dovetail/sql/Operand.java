package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can stand in an expression. Open: typed attributes of mapped classes implement it, and have with it all the
 * methods that build conditions.
 *
 * @param <T> the Java class of the value
 */
public interface Operand<T> extends OrderTerm {
    /**
     * The node of the tree that this stands for.
     *
     * @return the expression
     */
    Expression<T> expression();

    /**
     * Whether this is equal to a value.
     *
     * @param value the value; null asks whether this is NULL
     * @return the condition
     */
    default Condition eq(@Nullable T value) {
        return value == null
                ? new IsNull(expression(), false)
                : eq(new Value<>(value, expression().type()));
    }

    /**
     * Whether this is equal to another operand.
     *
     * @param other the operand
     * @return the condition
     */
    default Condition eq(Operand<T> other) {
        return new Comparison(ComparisonOperator.EQ, expression(), other.expression());
    }

    /**
     * Whether this is not equal to a value.
     *
     * @param value the value; null asks whether this is not NULL
     * @return the condition
     */
    default Condition ne(@Nullable T value) {
        return value == null
                ? new IsNull(expression(), true)
                : ne(new Value<>(value, expression().type()));
    }

    /**
     * Whether this is not equal to another operand.
     *
     * @param other the operand
     * @return the condition
     */
    default Condition ne(Operand<T> other) {
        return new Comparison(ComparisonOperator.NE, expression(), other.expression());
    }

    /**
     * Whether this is less than a value.
     *
     * @param value the value
     * @return the condition
     */
    default Condition lt(T value) {
        return lt(new Value<>(value, expression().type()));
    }

    /**
     * Whether this is less than another operand.
     *
     * @param other the operand
     * @return the condition
     */
    default Condition lt(Operand<T> other) {
        return new Comparison(ComparisonOperator.LT, expression(), other.expression());
    }

    /**
     * Whether this is less than or equal to a value.
     *
     * @param value the value
     * @return the condition
     */
    default Condition le(T value) {
        return le(new Value<>(value, expression().type()));
    }

    /**
     * Whether this is less than or equal to another operand.
     *
     * @param other the operand
     * @return the condition
     */
    default Condition le(Operand<T> other) {
        return new Comparison(ComparisonOperator.LE, expression(), other.expression());
    }

    /**
     * Whether this is greater than a value.
     *
     * @param value the value
     * @return the condition
     */
    default Condition gt(T value) {
        return gt(new Value<>(value, expression().type()));
    }

    /**
     * Whether this is greater than another operand.
     *
     * @param other the operand
     * @return the condition
     */
    default Condition gt(Operand<T> other) {
        return new Comparison(ComparisonOperator.GT, expression(), other.expression());
    }

    /**
     * Whether this is greater than or equal to a value.
     *
     * @param value the value
     * @return the condition
     */
    default Condition ge(T value) {
        return ge(new Value<>(value, expression().type()));
    }

    /**
     * Whether this is greater than or equal to another operand.
     *
     * @param other the operand
     * @return the condition
     */
    default Condition ge(Operand<T> other) {
        return new Comparison(ComparisonOperator.GE, expression(), other.expression());
    }

    /**
     * Whether this differs from a value, NULL being a value like any other.
     *
     * @param value the value, null for NULL
     * @return the condition
     */
    default Condition isDistinctFrom(@Nullable T value) {
        return isDistinctFrom(new Value<>(value, expression().type()));
    }

    /**
     * Whether this differs from another operand, NULL being a value like any other.
     *
     * @param other the operand
     * @return the condition
     */
    default Condition isDistinctFrom(Operand<T> other) {
        return new Comparison(ComparisonOperator.IS_DISTINCT_FROM, expression(), other.expression());
    }

    /**
     * Whether this is the same as a value, NULL being a value like any other.
     *
     * @param value the value, null for NULL
     * @return the condition
     */
    default Condition isNotDistinctFrom(@Nullable T value) {
        return isNotDistinctFrom(new Value<>(value, expression().type()));
    }

    /**
     * Whether this is the same as another operand, NULL being a value like any other.
     *
     * @param other the operand
     * @return the condition
     */
    default Condition isNotDistinctFrom(Operand<T> other) {
        return new Comparison(ComparisonOperator.IS_NOT_DISTINCT_FROM, expression(), other.expression());
    }

    /**
     * Whether this is one of several values; NULL is not one of them, ask {@link #isNull} apart.
     *
     * @param values the values, none of them null
     * @return the condition; of an empty collection, one that is always false
     */
    default Condition in(Collection<? extends T> values) {
        Type<T> type = expression().type();
        List<Expression<?>> elements = new ArrayList<>(values.size());
        for (T value : values) {
            if (value == null) {
                throw new UsageException("DVT-SQL-CONDITION", "NULL is in no list; ask isNull() apart");
            }
            elements.add(new Value<>(value, type));
        }
        return new InList(expression(), elements, false);
    }

    /**
     * Whether this is one of several values; NULL is not one of them, ask {@link #isNull} apart.
     *
     * @param values the values, none of them null
     * @return the condition; of no values, one that is always false
     */
    @SuppressWarnings("unchecked") // the array is only read
    default Condition in(T... values) {
        return in(Arrays.asList(values));
    }

    /**
     * Whether this is one of the values that a query gives.
     *
     * @param query a query of one column
     * @return the condition
     */
    default Condition in(Query<T> query) {
        return new InSubquery(expression(), query, false);
    }

    /**
     * Whether this is none of several values; NULL is not one of them, ask {@link #isNull} apart.
     *
     * @param values the values, none of them null
     * @return the condition; of an empty collection, one that is always true
     */
    default Condition notIn(Collection<? extends T> values) {
        Type<T> type = expression().type();
        List<Expression<?>> elements = new ArrayList<>(values.size());
        for (T value : values) {
            if (value == null) {
                throw new UsageException("DVT-SQL-CONDITION", "NULL is in no list; ask isNull() apart");
            }
            elements.add(new Value<>(value, type));
        }
        return new InList(expression(), elements, true);
    }

    /**
     * Whether this is none of several values; NULL is not one of them, ask {@link #isNull} apart.
     *
     * @param values the values, none of them null
     * @return the condition; of no values, one that is always true
     */
    @SuppressWarnings("unchecked") // the array is only read
    default Condition notIn(T... values) {
        return notIn(Arrays.asList(values));
    }

    /**
     * Whether this is none of the values that a query gives.
     *
     * @param query a query of one column
     * @return the condition
     */
    default Condition notIn(Query<T> query) {
        return new InSubquery(expression(), query, true);
    }

    /**
     * Whether this is NULL.
     *
     * @return the condition
     */
    default Condition isNull() {
        return new IsNull(expression(), false);
    }

    /**
     * Whether this is not NULL.
     *
     * @return the condition
     */
    default Condition isNotNull() {
        return new IsNull(expression(), true);
    }

    /**
     * Whether this lies between two values, both included.
     *
     * @param low the least
     * @param high the greatest
     * @return the condition
     */
    default Condition between(T low, T high) {
        Type<T> type = expression().type();
        return between(new Value<>(low, type), new Value<>(high, type));
    }

    /**
     * Whether this lies between two operands, both included.
     *
     * @param low the least
     * @param high the greatest
     * @return the condition
     */
    default Condition between(Operand<T> low, Operand<T> high) {
        return new Between(expression(), low.expression(), high.expression(), false);
    }

    /**
     * Orders by this, the least first.
     *
     * @return the ordering
     */
    default Ordering asc() {
        return new Ordering(expression(), Direction.ASCENDING);
    }

    /**
     * Orders by this, the greatest first.
     *
     * @return the ordering
     */
    default Ordering desc() {
        return new Ordering(expression(), Direction.DESCENDING);
    }

    @Override
    default Ordering ordering() {
        return asc();
    }

    /**
     * Names this in the SELECT list.
     *
     * @param label the name
     * @return the labelled expression
     */
    default Label<T> as(String label) {
        return new Label<>(expression(), label);
    }
}
