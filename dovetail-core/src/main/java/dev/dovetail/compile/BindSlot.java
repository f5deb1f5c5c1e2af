package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.type.Codec;
import dev.dovetail.type.Type;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A {@code ?} of a compiled statement, and where its value comes from.
 *
 * @param <T> the Java class of the value
 * @param constant whether the value is one of the statement itself, and not an argument of the execution
 * @param index the position among the constants ({@link Structure#constants}) or the arguments, counted from 0
 * @param type the type of the value
 * @param codec how it goes to the driver
 * @param column the column that the value is compared with or stored in, null if it is neither
 * @param stored whether it is stored in the column, and so must fit its type
 */
public record BindSlot<T>(
        boolean constant,
        int index,
        Type<T> type,
        Codec<T> codec,
        @Nullable Column<?> column,
        boolean stored) {
    /**
     * The value of this slot.
     *
     * @param constants the values of the statement
     * @param arguments the values of the execution
     * @return the value, cut to the precision of its type; null for NULL
     * @throws UsageException if there is no such argument ({@code DVT-SQL-ARGUMENTS}), it is of the wrong class ({@code
     *     DVT-TYPE-CLASS}), or it is to be stored and does not fit ({@code DVT-TYPE-FIT})
     */
    public @Nullable T value(@Nullable Object[] constants, @Nullable Object[] arguments) {
        try {
            return unplaced(constants, arguments);
        } catch (UsageException e) {
            throw inColumn(e);
        }
    }

    private @Nullable T unplaced(@Nullable Object[] constants, @Nullable Object[] arguments) {
        @Nullable Object[] source = constant ? constants : arguments;
        if (index >= source.length) {
            throw new UsageException(
                    "DVT-SQL-ARGUMENTS",
                    "the statement has a parameter " + index + ", but only " + source.length + " arguments were given");
        }
        T value = type.cast(source[index]);
        if (stored) {
            type.check(value);
        }
        return value == null ? null : type.atPrecision(value);
    }

    private UsageException inColumn(UsageException error) {
        return column == null || error.code().equals("DVT-SQL-ARGUMENTS")
                ? error
                : new UsageException(error.code(), column + ": " + error.getMessage());
    }

    /**
     * The value of this slot as it was given, whether or not it fits.
     *
     * @param constants the values of the statement
     * @param arguments the values of the execution
     * @return the value; null for NULL
     */
    public @Nullable Object given(@Nullable Object[] constants, @Nullable Object[] arguments) {
        return (constant ? constants : arguments)[index];
    }

    void bind(PreparedStatement statement, int position, @Nullable Object[] constants, @Nullable Object[] arguments)
            throws SQLException {
        try {
            codec.bind(statement, position, unplaced(constants, arguments));
        } catch (UsageException e) {
            if (MisfitException.isOne(e)) {
                throw new MisfitException(String.valueOf(e.getMessage()), column);
            }
            throw inColumn(e);
        }
    }
}
