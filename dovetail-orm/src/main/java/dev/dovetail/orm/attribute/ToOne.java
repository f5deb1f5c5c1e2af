package dev.dovetail.orm.attribute;

import dev.dovetail.UsageException;
import dev.dovetail.sql.Expression;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link One} in a query.
 *
 * @param <E> the entity that has the relationship
 * @param <T> the entity on the other side
 * @param <P> the path of the other side
 */
public final class ToOne<E, T, P extends EntityPath<T>> extends RelationshipAttribute<E, T, P> {

    ToOne(EntityPath<E> path, RelationshipEnd end, Function<@Nullable String, P> target) {
        super(path, end, target);
    }

    /**
     * That the relationship leads to a given object, compared by key.
     *
     * @param object an object whose key is known, or null for none
     * @return the condition
     * @throws UsageException if the object's key is not known yet, or if the other side has the foreign key
     */
    public Expression<Boolean> is(@Nullable T object) {
        if (!end().toParent()) {
            throw new UsageException(
                    "DVT-USE-COMPARE",
                    end().label() + " cannot be compared: the foreign key is in "
                            + end().child().table() + "; join it and compare the key there");
        }
        Object[] key = object == null ? null : end().key(object);
        if (object != null && key == null) {
            throw new UsageException(
                    "DVT-USE-NO-KEY",
                    end().label() + " cannot be compared with a new "
                            + object.getClass().getSimpleName() + " whose key is not known; flush it first");
        }
        return match(path(), end().childColumns(), key);
    }
}
