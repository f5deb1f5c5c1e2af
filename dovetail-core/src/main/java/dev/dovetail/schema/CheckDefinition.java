package dev.dovetail.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check constraint before it belongs to a table.
 *
 * @param name its name, null for the one that the convention makes of the columns
 * @param columns the columns that it was declared on; none for a check of the whole row
 * @param sql a trusted SQL condition
 */
public record CheckDefinition(@Nullable String name, List<String> columns, String sql) implements TableElement {
    /** Copies the list. */
    public CheckDefinition {
        columns = List.copyOf(columns);
    }
}
