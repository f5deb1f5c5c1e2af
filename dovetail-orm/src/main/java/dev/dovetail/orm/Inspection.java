package dev.dovetail.orm;

import dev.dovetail.Redacted;
import dev.dovetail.orm.attribute.DeferredAccess;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.inspect.ColumnState;
import dev.dovetail.orm.inspect.HolderState;
import dev.dovetail.orm.inspect.Loading;
import dev.dovetail.orm.inspect.ObjectState;
import dev.dovetail.orm.internal.cascade.Related;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.mapping.model.ColumnModel;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Describes an object's state to tools and tests, without touching it. */
final class Inspection {

    private Inspection() {}

    static ObjectState of(InstanceState state, boolean toBeDeleted) {
        return new ObjectState(
                state.entity(),
                state.type().name(),
                state.lifeCycle(),
                state.key() == null ? List.of() : state.key().values(),
                state.stale(),
                toBeDeleted,
                state.rowDeleted(),
                IntStream.range(0, state.type().columns().size())
                        .mapToObj(column -> column(state, column))
                        .toList(),
                state.type().ends().stream().map(end -> holder(state, end)).toList());
    }

    private static ColumnState column(InstanceState state, int column) {
        ColumnModel model = state.type().columns().get(column);
        boolean sensitive = model.traits().contains(ColumnModel.Trait.SENSITIVE);
        Object last = state.hasRow() ? state.known().value(column) : null;
        last = last == DeferredAccess.NOT_LOADED ? null : last;
        return new ColumnState(
                model.label(),
                model.name(),
                shown(state.get(column), sensitive),
                shown(last, sensitive),
                state.hasRow() && (state.changed(column) || state.assigned().has(column)),
                state.assigned().has(column),
                state.stale(column),
                !state.hasRow() || state.loaded(column));
    }

    private static @Nullable Object shown(@Nullable Object value, boolean sensitive) {
        return sensitive && value != null ? Redacted.VALUE : value;
    }

    private static HolderState holder(InstanceState state, RelationshipEnd end) {
        Holder<?> holder = end.holder(state.entity());
        return new HolderState(
                end.model().name(),
                loading(state, holder),
                HolderAccess.changed(holder),
                Related.inMemory(holder),
                Related.added(holder),
                Related.removed(holder));
    }

    private static Loading loading(InstanceState state, Holder<?> holder) {
        if (HolderAccess.loaded(holder) || !state.hasRow()) {
            return Loading.LOADED;
        }
        return HolderAccess.everLoaded(holder) ? Loading.STALE : Loading.NOT_LOADED;
    }
}
