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
