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

    /** {@return all objects} */
    Collection<InstanceState> all();
}
