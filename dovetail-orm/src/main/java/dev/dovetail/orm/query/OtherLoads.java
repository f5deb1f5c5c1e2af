package dev.dovetail.orm.query;

import dev.dovetail.orm.mapping.Loading;

/**
 * How the relationships are loaded that no option names, of an entity and of all that is reached from it.
 *
 * @param loading when they are loaded
 * @param <E> the entity
 */
public record OtherLoads<E>(Loading loading) implements LoadOption<E> {}
