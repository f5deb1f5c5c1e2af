package dev.dovetail.orm.mapping.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint declared on the class.
 *
 * @param name the constraint's name, or null for the naming convention's
 * @param columns the columns, by name
 */
public record UniqueModel(@Nullable String name, List<String> columns) {

    /** Copies what can change. */
    public UniqueModel {
        columns = List.copyOf(columns);
    }

    /**
     * A unique constraint.
     *
     * @param name the constraint's name, or null for the naming convention's
     * @param columns the columns
     * @return the constraint
     */
    public static UniqueModel of(@Nullable String name, String... columns) {
        return new UniqueModel(name, List.of(columns));
    }
}
