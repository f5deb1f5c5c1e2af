package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.Attribute;
import java.util.List;

/**
 * Which deferred columns are read with their rows, or not at all. Made by {@link Queries#undefer} and {@link
 * Queries#raiseDeferred}.
 *
 * @param attributes the columns; none for all of the entity
 * @param refused whether they are not loaded when they are touched, instead of read with their rows
 * @param <E> the entity that has them
 */
public record DeferredLoad<E>(List<Attribute<E, ?>> attributes, boolean refused) implements LoadOption<E> {

    /** Copies the list. */
    public DeferredLoad {
        attributes = List.copyOf(attributes);
    }

    /**
     * Whether the option is about a column.
     *
     * @param attribute the name of the column's field
     * @return true if it is
     */
    public boolean names(String attribute) {
        return (refused && attributes.isEmpty())
                || attributes.stream().anyMatch(named -> named.name().equals(attribute));
    }
}
