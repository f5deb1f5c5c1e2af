package dev.dovetail.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint before it belongs to a table. Immutable: each method gives a new definition.
 *
 * @param name its name, null for the one that the convention gives
 * @param columns the names of its columns, in order
 * @param isNullsNotDistinct whether two NULLs are the same
 * @param deferral when it is checked
 */
public record UniqueDefinition(
        @Nullable String name, List<String> columns, boolean isNullsNotDistinct, Deferral deferral)
        implements TableElement {
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
        return new UniqueDefinition(constraint, columns, isNullsNotDistinct, deferral);
    }

    /**
     * Takes two NULLs for the same.
     *
     * @return the new definition
     */
    public UniqueDefinition nullsNotDistinct() {
        return new UniqueDefinition(name, columns, true, deferral);
    }

    /**
     * Lets a transaction put off the check.
     *
     * @param deferred whether it is put off unless the transaction says otherwise
     * @return the new definition
     */
    public UniqueDefinition deferrable(boolean deferred) {
        return new UniqueDefinition(name, columns, isNullsNotDistinct, Deferral.deferrable(deferred));
    }
}
