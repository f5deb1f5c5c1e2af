package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.RowChange.Kind;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.PassiveDeletes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Keys of relationships with {@code postUpdate} get an UPDATE of their own: after all inserts and updates, and before all
 * deletes. The rows' other changes, and so their order, no longer depend on them.
 *
 * @param writes the changes without those keys
 * @param updates the updates that write the keys of living rows
 * @param clearings the updates that set the keys of rows to NULL that are deleted afterwards
 */
record PostUpdates(List<RowChange> writes, List<RowChange> updates, List<RowChange> clearings) {

    static PostUpdates split(Changes changes, Comparator<EntityDescriptor<?>> tables) {
        PostUpdates split = new PostUpdates(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        changes.rows().forEach(row -> split.take(row, changes.selfReferencesFirst()));
        Comparator<RowChange> order = Comparator.comparing(
                        (RowChange row) -> row.state().type().root(), tables)
                .thenComparing(row -> row.hasRow())
                .thenComparing(DependencySort::byKey);
        split.updates.sort(order);
        split.clearings.sort(order);
        return split;
    }

    private void take(RowChange row, boolean selfReferencesFirst) {
        if (row.kind() == Kind.DELETE) {
            clear(row, selfReferencesFirst);
            writes.add(row);
            return;
        }
        List<KeyCopy> own = own(row);
        if (!own.isEmpty()) {
            RowChange update = new RowChange(Kind.UPDATE, row.state());
            own.forEach(copy -> {
                row.postpone(copy.columns());
                update.copy(copy);
            });
            row.copies().removeAll(own);
            update.because(row.causes());
            updates.add(update);
        }
        if (own.isEmpty() || row.kind() == Kind.INSERT || writesMore(row)) {
            writes.add(row);
        }
    }

    private static List<KeyCopy> own(RowChange row) {
        List<KeyCopy> own = List.of();
        for (KeyCopy copy : row.copies()) {
            if (copy.end().postUpdate()) {
                own = own.isEmpty() ? new ArrayList<>() : own;
                own.add(copy);
            }
        }
        return own;
    }

    private static boolean writesMore(RowChange row) {
        InstanceState state = row.state();
        for (int column = 0; column < state.type().columns().size(); column++) {
            if (row.changesAny(new int[] {column}) && !row.postponed().contains(column)) {
                return true;
            }
        }
        return !row.copies().isEmpty();
    }

    /** A row that goes gives its key up first, whatever it refers to. */
    private void clear(RowChange row, boolean selfReferencesFirst) {
        InstanceState state = row.state();
        RowChange clearing = new RowChange(Kind.UPDATE, state);
        for (RelationshipEnd end : state.type().ends()) {
            boolean refers = end.toParent()
                    && Arrays.stream(end.childColumns())
                            .allMatch(column -> state.known().value(column) != null);
            if (refers && clears(end)) {
                row.postpone(end.childColumns());
                clearing.clear(end.childColumns());
                clearing.because(List.of("postUpdate of " + end.label(), "deleting " + state));
            }
        }
        for (ForeignKeyDescriptor key :
                selfReferencesFirst ? state.type().outgoing() : List.<ForeignKeyDescriptor>of()) {
            if (key.nullable() && refersToItself(state, key) && !row.postpones(key)) {
                row.postpone(key.childColumns());
                clearing.clear(key.childColumns());
                clearing.because(List.of("it refers to itself", "deleting " + state));
            }
        }
        if (!clearing.nulled().isEmpty()) {
            clearings.add(clearing);
        }
    }

    private static boolean refersToItself(InstanceState state, ForeignKeyDescriptor key) {
        Object[] reference = key.parent() == state.type() ? key.reference(state.known()::value) : null;
        return reference != null && Arrays.equals(reference, key.referenced(state.known()::value));
    }

    private static boolean clears(RelationshipEnd end) {
        return end.model().postUpdate()
                && !end.cascades(Cascade.DELETE_ORPHAN)
                && end.model().passiveDeletes() != PassiveDeletes.ALL;
    }
}
