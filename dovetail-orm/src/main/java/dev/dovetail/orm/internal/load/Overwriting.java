package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts rows into the session, over what objects there hold; each object once in a query. */
final class Overwriting implements RowTarget {

    private final EntityLoader entities;
    private final Set<InstanceState> done = new HashSet<>();

    Overwriting(EntityLoader entities) {
        this.entities = entities;
    }

    @Override
    public InstanceState take(EntityDescriptor<?> entity, RowReader row) throws SQLException {
        InstanceState state = entities.take(entity, row, known -> !done.contains(known));
        done.add(state);
        return state;
    }

    @Override
    public @Nullable EntityDescriptor<?> typeOf(EntityKey key) {
        return entities.typeOf(key);
    }

    @Override
    public @Nullable InstanceState known(EntityKey key) {
        InstanceState state = entities.known(key);
        return state != null && done.contains(state) ? state : null;
    }

    @Override
    public boolean overwrites() {
        return true;
    }
}
