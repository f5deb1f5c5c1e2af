package dev.dovetail.orm.attribute;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Many} in a query.
 *
 * @param <E> the entity that has the relationship
 * @param <T> the entity on the other side
 * @param <P> the path of the other side
 */
public final class ToMany<E, T, P extends EntityPath<T>> extends RelationshipAttribute<E, T, P> {

    ToMany(EntityPath<E> path, RelationshipEnd end, Function<@Nullable String, P> target) {
        super(path, end, target);
    }
}
