package dev.dovetail.orm.attribute;

import org.jspecify.annotations.Nullable;

/**
 * What a projection takes of an entity: a column's value, or what a nested projection makes of related rows.
 *
 * @param <E> the entity
 * @param <T> the value
 */
public interface ProjectionPart<E, T extends @Nullable Object> {}
