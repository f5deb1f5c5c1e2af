package dev.dovetail.orm.internal.persist;

import dev.dovetail.StaleDataException;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.internal.load.EntityLoader;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;

/** Says why a statement met no row: the row is gone, or it has another version, which is looked up. */
final class StaleRows {

    private final EntityLoader loader;

    StaleRows(EntityLoader loader) {
        this.loader = loader;
    }

    StaleDataException refused(String verb, InstanceState state) {
        EntityDescriptor<?> type = state.type();
        if (!type.versioned()) {
            return new StaleDataException(verb + " of " + state
                    + " matched no row: it was deleted, or its key was changed," + " by another transaction");
        }
        Snapshot<?> row = loader.row(state);
        String version = type.columns().get(type.version()).label();
        return new StaleDataException(verb + " of " + state + " with " + version + " = "
                + state.known().value(type.version()) + " matched no row: "
                + (row == null
                        ? "it was deleted by another transaction"
                        : version + " is " + row.value(type.version()) + " now, another transaction has changed it")
                + "; roll back, read it again and decide again");
    }
}
