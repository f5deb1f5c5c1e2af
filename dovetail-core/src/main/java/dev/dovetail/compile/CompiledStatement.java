package dev.dovetail.compile;

import dev.dovetail.type.Codec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL text of a statement for one dialect. It holds no values: all statements of one {@link Structure#key} share
 * it. Immutable and thread-safe.
 *
 * @param sql the text
 * @param slots the parameters, in the order in which they stand in the text
 * @param codecs how the columns of the result are read; none for a statement without a known result
 * @param ownText whether its text has to be another one each time; see {@link Dialect#mistakesParameters}
 */
public record CompiledStatement(String sql, List<BindSlot<?>> slots, List<Codec<?>> codecs, boolean ownText) {
    /** Copies the lists. */
    public CompiledStatement {
        slots = List.copyOf(slots);
        codecs = List.copyOf(codecs);
    }

    /**
     * Binds all parameters.
     *
     * @param statement prepared from {@link #sql}
     * @param constants the values of the statement, see {@link Structure#constants}
     * @param arguments the values of this execution
     * @throws SQLException if the driver refuses a value
     * @throws dev.dovetail.UsageException if an argument is missing, of the wrong class, or does not fit; see {@link
     *     BindSlot#value}
     */
    public void bind(PreparedStatement statement, @Nullable Object[] constants, @Nullable Object[] arguments)
            throws SQLException {
        bind(statement, constants, arguments, 1);
    }

    /**
     * Binds the parameters of one of the rows of a statement that repeats this one's.
     *
     * @param statement the statement
     * @param constants as for {@link #bind(PreparedStatement, Object[], Object[])}
     * @param arguments the values of the row
     * @param first where the row's parameters begin, counted from 1
     * @throws SQLException if the driver refuses a value
     * @throws dev.dovetail.UsageException as for {@link #bind(PreparedStatement, Object[], Object[])}
     */
    public void bind(PreparedStatement statement, @Nullable Object[] constants, @Nullable Object[] arguments, int first)
            throws SQLException {
        for (int index = 0; index < slots.size(); index++) {
            slots.get(index).bind(statement, first + index, constants, arguments);
        }
    }

    /**
     * The values that {@link #bind} would bind, for logs and errors.
     *
     * @param constants the values of the statement
     * @param arguments the values of this execution
     * @return the values in the order of the slots, null for NULL
     * @throws dev.dovetail.UsageException as {@link #bind}
     */
    public List<@Nullable Object> parameters(@Nullable Object[] constants, @Nullable Object[] arguments) {
        List<@Nullable Object> values = new ArrayList<>(slots.size());
        for (BindSlot<?> slot : slots) {
            values.add(slot.value(constants, arguments));
        }
        return Collections.unmodifiableList(values);
    }
}
