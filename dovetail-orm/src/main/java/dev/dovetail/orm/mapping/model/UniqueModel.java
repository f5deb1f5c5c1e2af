package dev.dovetail.orm.mapping.model;

import dev.dovetail.schema.Deferral;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint declared on the class.
 *
 * @param name the constraint's name, or null for the naming convention's
 * @param columns the columns, by name
 * @param deferral when it is checked
 */
public record UniqueModel(@Nullable String name, List<String> columns, Deferral deferral) {

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
        return new UniqueModel(name, List.of(columns), Deferral.NOT_DEFERRABLE);
    }

    /**
     * With another time of the check.
     *
     * @param when when it is checked
     * @return the constraint
     */
    public UniqueModel deferral(Deferral when) {
        return new UniqueModel(name, columns, when);
    }
}
