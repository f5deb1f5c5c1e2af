package dev.dovetail.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index before it belongs to a table.
 *
 * @param name its name, null for the one that the convention gives
 * @param columns the names of its columns, in order
 * @param isUnique whether it refuses equal keys
 */
public record IndexDefinition(@Nullable String name, List<String> columns, boolean isUnique) implements TableElement {
    /** Copies the list. */
    public IndexDefinition {
        columns = List.copyOf(columns);
    }

    /**
     * Names the index.
     *
     * @param index the name
     * @return the new definition
     */
    public IndexDefinition named(String index) {
        return new IndexDefinition(index, columns, isUnique);
    }

    /**
     * Makes the index refuse equal keys.
     *
     * @return the new definition
     */
    public IndexDefinition unique() {
        return new IndexDefinition(name, columns, true);
    }
}
