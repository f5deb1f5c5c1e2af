package dev.dovetail.orm.query;

import org.jspecify.annotations.Nullable;

/**
 * A query for what a projection makes of objects. Made by {@link EntitySelect#into}.
 *
 * @param query which objects, in which order
 * @param projection what is read of them
 * @param <E> the entity
 * @param <R> the result
 */
public record ProjectedSelect<E, R extends @Nullable Object>(
        EntitySelect<E> query, Projection<? super E, R> projection) {}
