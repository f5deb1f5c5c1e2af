package dev.dovetail.orm.attribute;

import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Operand;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link HolderOfMany} in a query.
 *
 * @param <E> the entity that has the relationship
 * @param <T> the entity on the other side
 * @param <P> the path of the other side
 */
public final class ToMany<E, T, P extends EntityPath<T>> extends RelationshipAttribute<E, T, P> {

    ToMany(EntityPath<E> path, RelationshipEnd end, Function<@Nullable String, P> target) {
        super(path, end, target);
    }

    /**
     * That there is an object on the other side for which conditions hold: {@code POST.tags.any(TAG.name.eq("java"))}. It is
     * an EXISTS, so that no object is found twice.
     *
     * @param conditions conditions on the other side under its own name; none for any object at all
     * @return the condition
     * @throws dev.dovetail.UsageException if the other side has the name of this one; give it another by {@link #any(EntityPath,
     *     Operand[])}
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Expression<Boolean> any(Operand<Boolean>... conditions) {
        return RelatedConditions.any(end(), path(), targetPath(), Arrays.asList(conditions));
    }

    /**
     * As {@link #any(Operand[])}, with a name for the other side.
     *
     * @param target the other side, under an alias
     * @param conditions conditions on it
     * @return the condition
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Expression<Boolean> any(EntityPath<T> target, Operand<Boolean>... conditions) {
        return RelatedConditions.any(end(), path(), target, Arrays.asList(conditions));
    }

    /**
     * That an object is on the other side, compared by key.
     *
     * @param object an object whose key is known
     * @return the condition
     * @throws dev.dovetail.UsageException if the object's key is not known yet
     */
    public Expression<Boolean> contains(T object) {
        return RelatedConditions.contains(end(), path(), object);
    }
}
