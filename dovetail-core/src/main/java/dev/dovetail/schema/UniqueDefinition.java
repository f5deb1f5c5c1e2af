package dev.dovetail.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint before it belongs to a table.
 *
 * @param name its name, null for the one that the convention gives
 * @param columns the names of its columns, in order
 */
public record UniqueDefinition(@Nullable String name, List<String> columns) implements TableElement {
    /** Copies the list. */
    public UniqueDefinition {
        columns = List.copyOf(columns);
    }

    /**
     * Names the constraint.
     *
     * @param constraint the name
     * @return the new definition
     */
    public UniqueDefinition named(String constraint) {
        return new UniqueDefinition(constraint, columns);
    }
}
