package dev.dovetail.compile;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where something is, as far as a driver named it.
 *
 * @param schema the schema of the table; null if it was not named, or if the table is in the connection's own
 * @param table the table
 * @param columns the columns
 */
public record ErrorPlace(@Nullable String schema, @Nullable String table, List<String> columns) {
    /** Nothing was named. */
    public static final ErrorPlace NONE = new ErrorPlace(null, null, List.of());

    /** Copies the list. */
    public ErrorPlace {
        columns = List.copyOf(columns);
    }

    ErrorPlace renamed(UnaryOperator<String> naming) {
        return new ErrorPlace(
                schema == null ? null : naming.apply(schema),
                table == null ? null : naming.apply(table),
                columns.stream().map(naming).toList());
    }
}
