package dev.dovetail.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key before it belongs to a table. Immutable: each method gives a new definition.
 *
 * @param name its name, null for the one that the convention gives
 * @param columns the names of its columns, in order
 * @param deferral when it is checked
 */
public record PrimaryKeyDefinition(@Nullable String name, List<String> columns, Deferral deferral)
        implements TableElement {
    /** Copies the list. */
    public PrimaryKeyDefinition {
        columns = List.copyOf(columns);
    }

    /**
     * Names the constraint.
     *
     * @param constraint the name
     * @return the new definition
     */
    public PrimaryKeyDefinition named(String constraint) {
        return new PrimaryKeyDefinition(constraint, columns, deferral);
    }

    /**
     * Lets a transaction put off the check.
     *
     * @param deferred whether it is put off unless the transaction says otherwise
     * @return the new definition
     */
    public PrimaryKeyDefinition deferrable(boolean deferred) {
        return new PrimaryKeyDefinition(name, columns, Deferral.deferrable(deferred));
    }
}
