package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.Attribute;
import java.util.List;

/**
 * Which deferred columns are read with their rows. Made by {@link Queries#undefer}.
 *
 * @param attributes the columns
 * @param <E> the entity that has them
 */
public record DeferredLoad<E>(List<Attribute<E, ?>> attributes) implements LoadOption<E> {

    /** Copies the list. */
    public DeferredLoad {
        attributes = List.copyOf(attributes);
    }
}
