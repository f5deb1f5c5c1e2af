package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into the session, over what objects there hold; each object once in a query. What the application changed is
 * overwritten too, or stays, as it does for a row that was read to be locked.
 */
final class Overwriting implements RowTarget {

    private final EntityLoader entities;
    private final Set<InstanceState> done = new HashSet<>();

    private final boolean changesToo;

    Overwriting(EntityLoader entities, boolean changesToo) {
        this.entities = entities;
        this.changesToo = changesToo;
    }

    @Override
    public InstanceState take(EntityDescriptor<?> entity, RowReader row) throws SQLException {
        InstanceState state = entities.take(entity, row, this::prepare);
        done.add(state);
        return state;
    }

    private void prepare(InstanceState known) {
        if (done.contains(known)) {
            return;
        }
        if (changesToo) {
            known.revert();
        }
        known.makeStale();
    }

    @Override
    public @Nullable EntityDescriptor<?> typeOf(EntityKey key) {
        return entities.typeOf(key);
    }

    @Override
    public @Nullable InstanceState known(EntityKey key) {
        InstanceState state = entities.known(key);
        return state == null || !changesToo || done.contains(state) ? state : null;
    }

    @Override
    public boolean overwrites() {
        return changesToo;
    }
}
