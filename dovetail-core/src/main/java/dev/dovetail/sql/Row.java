package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of any number of values. Immutable and thread-safe as far as the values are. */
public final class Row {
    private final List<Expression<?>> columns;
    private final @Nullable Object[] values;

    Row(List<Expression<?>> columns, @Nullable Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    /**
     * The number of values.
     *
     * @return the number
     */
    public int size() {
        return values.length;
    }

    /**
     * A value by its position.
     *
     * @param index the position in the SELECT list, counted from 0
     * @return the value, null for NULL
     */
    public @Nullable Object get(int index) {
        return values[index];
    }

    /**
     * A value by what was selected.
     *
     * @param <T> the Java class of the value
     * @param operand an operand of the SELECT list; the first one that is equal to it counts
     * @return the value, null for NULL
     * @throws UsageException if it is not in the SELECT list; code {@code DVT-SQL-COLUMN}
     */
    @SuppressWarnings("unchecked") // the value was read with the type of the equal expression
    public <T> @Nullable T get(Operand<T> operand) {
        int index = columns.indexOf(operand.expression());
        if (index < 0) {
            throw new UsageException(
                    "DVT-SQL-COLUMN", operand.expression() + " was not selected; there are " + columns);
        }
        return (T) values[index];
    }

    /**
     * A value by its position.
     *
     * @param <T> the Java class of the value
     * @param index the position in the SELECT list, counted from 0
     * @param javaClass the class
     * @return the value, null for NULL
     * @throws UsageException if the value is of another class; code {@code DVT-SQL-COLUMN}
     */
    public <T> @Nullable T get(int index, Class<T> javaClass) {
        Object value = values[index];
        if (value != null && !javaClass.isInstance(value)) {
            throw new UsageException(
                    "DVT-SQL-COLUMN",
                    "column " + (index + 1) + " of the row is of "
                            + value.getClass().getName() + ", not " + javaClass.getName());
        }
        return javaClass.cast(value);
    }

    /**
     * A value by the name of its column.
     *
     * @param name the label in the SELECT list, or the name of the table's column; upper and lower case are one
     * @return the value, null for NULL
     * @throws UsageException if there is no column of that name, or several; code {@code DVT-SQL-COLUMN}
     */
    public @Nullable Object get(String name) {
        return values[index(name)];
    }

    /**
     * A value by the name of its column.
     *
     * @param <T> the Java class of the value
     * @param name the label in the SELECT list, or the name of the table's column; upper and lower case are one
     * @param javaClass the class
     * @return the value, null for NULL
     * @throws UsageException if there is no column of that name, or several, or the value is of another class; code
     *     {@code DVT-SQL-COLUMN}
     */
    public <T> @Nullable T get(String name, Class<T> javaClass) {
        return get(index(name), javaClass);
    }

    private int index(String name) {
        OutputName.Found found = OutputName.find(columns, name);
        if (found.count() != 1) {
            throw new UsageException(
                    "DVT-SQL-COLUMN",
                    "the row has " + found.count() + " columns named " + name + "; there are " + columns);
        }
        return found.first();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row that && columns.equals(that.columns) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** The values, as {@code [1, text, null]}. */
    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
