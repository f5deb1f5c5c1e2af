package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.ProjectionPart;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a query reads of an entity, and what it makes of it. Made by {@link Projections}; immutable.
 *
 * @param parts columns, and projections nested along relationships
 * @param result makes the result of the parts' values, in their order
 * @param <E> the entity
 * @param <R> the result
 */
public record Projection<E, R extends @Nullable Object>(
        List<ProjectionPart<? super E, ?>> parts, Function<@Nullable Object[], R> result) {

    /** Copies the list. */
    public Projection {
        parts = List.copyOf(parts);
    }
}
