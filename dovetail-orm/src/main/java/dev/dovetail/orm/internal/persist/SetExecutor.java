package dev.dovetail.orm.internal.persist;

import dev.dovetail.engine.Connection;
import dev.dovetail.orm.internal.load.EntityStatements;
import dev.dovetail.orm.internal.load.EntityStatements.KeyedDelete;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.SetDelete;
import java.util.ArrayList;
import java.util.List;

/** Sends the deletes of rows that were not loaded. */
final class SetExecutor {

    /** As many as databases take parameters for, whatever the key has for parts. */
    private static final int OWNERS_PER_STATEMENT = 500;

    private final LoadContext session;
    private final boolean underSavepoint;

    SetExecutor(LoadContext session, boolean underSavepoint) {
        this.session = session;
        this.underSavepoint = underSavepoint;
    }

    void execute(SetDelete set) {
        List<Object[]> keys = new ArrayList<>();
        for (InstanceState owner : set.owners()) {
            Object[] key = set.keys().get(0).referenced(owner.known()::value);
            if (key != null) {
                keys.add(key);
            }
        }
        SetOrigin origin = new SetOrigin(set, session.mappings(), !underSavepoint, session.flushCauses());
        Connection connection = session.connection(set.entity());
        for (int from = 0; from < keys.size(); from += OWNERS_PER_STATEMENT) {
            List<Object[]> some = keys.subList(from, Math.min(from + OWNERS_PER_STATEMENT, keys.size()));
            KeyedDelete delete = EntityStatements.deleteBelow(
                    set.keys(), some, connection.engine().dialect());
            connection.execute(delete.statement(), delete.arguments(), origin);
        }
    }
}
