package dev.dovetail.orm.query;

/**
 * What a query says about loading besides its objects. Made by {@link Queries}; it also counts for what is loaded later
 * through the holders of the query's objects.
 *
 * @param <E> the entity whose relationships or columns it is about
 */
public sealed interface LoadOption<E> permits RelationshipLoad, OtherLoads, DeferredLoad {}
