package dev.dovetail.schema;

import java.util.List;

/**
 * An index of a table.
 *
 * @param table the table
 * @param name the name of the index
 * @param columns its columns, in order
 * @param unique whether it refuses equal keys
 */
public record Index(Table table, String name, List<Column<?>> columns, boolean unique) {
    /** Copies the list. */
    public Index {
        columns = List.copyOf(columns);
    }
}
