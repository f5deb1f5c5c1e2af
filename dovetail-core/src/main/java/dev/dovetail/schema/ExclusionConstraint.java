package dev.dovetail.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that for no two rows all of some operators are true, such as that no two bookings of a room overlap.
 *
 * @param table the table
 * @param name the name of the constraint
 * @param method the kind of index that checks it, such as {@code gist}
 * @param elements what is compared, and how
 * @param where the trusted SQL condition of the rows that count, null for all
 * @param deferral when it is checked
 */
public record ExclusionConstraint(
        Table table,
        String name,
        String method,
        List<ExclusionElement> elements,
        @Nullable String where,
        Deferral deferral)
        implements Constraint {
    /** Copies the list. */
    public ExclusionConstraint {
        elements = List.copyOf(elements);
    }
}
