package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.RelationshipAttribute;
import dev.dovetail.orm.mapping.Loading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a relationship is loaded, and what is loaded with the objects that it leads to. Immutable.
 *
 * @param relationship the relationship
 * @param loading when it is loaded
 * @param source where the query itself has joined the other side, null where it has not
 * @param nested options for the objects on the other side
 * @param <E> the entity that has the relationship
 * @param <T> the entity on the other side
 */
public record RelationshipLoad<E, T>(
        RelationshipAttribute<E, T, ?> relationship,
        Loading loading,
        @Nullable EntityPath<T> source,
        List<LoadOption<? super T>> nested)
        implements LoadOption<E> {

    /** Copies the list. */
    public RelationshipLoad {
        nested = List.copyOf(nested);
    }

    /**
     * Goes on along the path: how the relationships of the objects on the other side are loaded.
     *
     * @param options options for the other side, in addition to earlier ones
     * @return a new option
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final RelationshipLoad<E, T> then(LoadOption<? super T>... options) {
        List<LoadOption<? super T>> all = new ArrayList<>(nested);
        all.addAll(List.of(options));
        return new RelationshipLoad<>(relationship, loading, source, all);
    }
}
