package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.ProjectionPart;
import dev.dovetail.orm.attribute.RelationshipAttribute;
import org.jspecify.annotations.Nullable;

/**
 * A projection of what a relationship leads to. Made by {@link Projections}.
 *
 * @param relationship the relationship
 * @param projection what is made of each object
 * @param many whether its value is a list
 * @param <E> the entity that has the relationship
 * @param <T> the part's value
 */
public record NestedPart<E, T extends @Nullable Object>(
        RelationshipAttribute<E, ?, ?> relationship, Projection<?, ?> projection, boolean many)
        implements ProjectionPart<E, T> {}
