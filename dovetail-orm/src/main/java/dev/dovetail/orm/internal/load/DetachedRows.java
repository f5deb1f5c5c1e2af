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

    @Override
    public InstanceState take(EntityDescriptor<?> entity, RowReader row) throws SQLException {
        return make(entity, row);
    }

    private <E> InstanceState make(EntityDescriptor<E> entity, RowReader row) throws SQLException {
        Snapshot<E> values = entity.mapper().snapshot();
        values.read(row);
        Object id = EntityLoader.requireId(entity, values);
        InstanceState known = states.get(entity, id);
        if (known != null) {
            return known;
        }
        E object = entity.mapper().instantiate();
        values.restore(object);
        InstanceState state = States.readOnly(entity, object, id);
        states.addNew(state, id);
        return state;
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
