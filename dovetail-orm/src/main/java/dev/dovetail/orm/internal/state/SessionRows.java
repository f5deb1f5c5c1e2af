package dev.dovetail.orm.internal.state;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The objects of a session that have a row. */
public interface SessionRows {

    /**
     * The object of a row.
     *
     * @param key the row's key
     * @return its state, or null
     */
    @Nullable
    InstanceState get(EntityKey key);

    /**
     * The object of a row, asked for from outside of the session.
     *
     * @param key the row's key
     * @return its state, or null
     */
    @Nullable
    InstanceState peek(EntityKey key);

    /** {@return all objects} */
    Collection<InstanceState> all();
}
