package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where the objects go that rows become: into the session, or to the caller alone. */
interface RowTarget {

    /**
     * Makes a row an object, or finds the object that there is for it.
     *
     * @param entity the row's entity
     * @param row the row
     * @return the object's state
     * @throws SQLException if the driver fails
     */
    InstanceState take(EntityDescriptor<?> entity, RowReader row) throws SQLException;

    /**
     * The class of the object that there is for a row.
     *
     * @param key the row's key
     * @return the class, or null if there is no object
     */
    @Nullable
    EntityDescriptor<?> typeOf(EntityKey key);

    /**
     * The object of a row, if it is there already and need not be read.
     *
     * @param key the row's key
     * @return its state, or null
     */
    @Nullable
    InstanceState known(EntityKey key);

    /** {@return whether a holder that is loaded already is filled anew} */
    boolean overwrites();

    /** {@return whether the session keeps the objects} */
    default boolean keeps() {
        return true;
    }
}
