package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.States;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes rows objects that no session keeps; one for each row of a result. */
final class DetachedRows implements RowTarget {

    private final IdentityMap states = new IdentityMap();
    private final boolean repeated;
    /** Read into for each row: nobody keeps a snapshot. */
    private @Nullable Snapshot<?> values;

    private @Nullable EntityDescriptor<?> valuesOf;

    /**
     * Takes the rows of one result.
     *
     * @param repeated whether a row may come several times, as where others are joined to it
     */
    DetachedRows(boolean repeated) {
        this.repeated = repeated;
    }

    @Override
    public InstanceState take(EntityDescriptor<?> entity, RowReader row) throws SQLException {
        return make(entity, row);
    }

    private <E> InstanceState make(EntityDescriptor<E> entity, RowReader row) throws SQLException {
        Snapshot<E> read = values(entity);
        read.read(row);
        Object id = EntityLoader.requireId(entity, read);
        InstanceState known = repeated ? states.get(entity, id) : null;
        if (known != null) {
            return known;
        }
        E object = entity.mapper().instantiate();
        read.restore(object);
        InstanceState state = States.readOnly(entity, object, id);
        if (repeated) {
            states.addNew(state, id);
        }
        return state;
    }

    @SuppressWarnings("unchecked") // it was made for that entity
    private <E> Snapshot<E> values(EntityDescriptor<E> entity) {
        if (values == null || valuesOf != entity) {
            values = entity.mapper().snapshot();
            valuesOf = entity;
        }
        return (Snapshot<E>) values;
    }

    @Override
    public @Nullable EntityDescriptor<?> typeOf(EntityKey key) {
        InstanceState known = states.get(key);
        return known == null ? null : known.type();
    }

    @Override
    public @Nullable InstanceState known(EntityKey key) {
        return states.get(key);
    }

    @Override
    public boolean overwrites() {
        return false;
    }

    @Override
    public boolean keeps() {
        return false;
    }
}
