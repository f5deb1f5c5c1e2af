package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.schema.ReferentialAction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Finds objects that are deleted while another with the same key is inserted: one UPDATE does both. After SQLAlchemy's row
 * switch. Where a new object leaves something to the database's defaults, or deleting the row is left to rules of the database
 * that reach others, it takes a DELETE and an INSERT.
 */
final class RowSwitch {

    private RowSwitch() {}

    /**
     * Lets rows change hands.
     *
     * @param changes the changes
     * @param source reads stale rows again, which the new objects are compared with
     */
    static void in(Changes changes, FlushSource source) {
        Map<EntityKey, RowChange> deletes = new HashMap<>();
        changes.rows().stream()
                .filter(row -> row.kind() == RowChange.Kind.DELETE)
                .filter(row -> !deletingReachesOthers(row.state().type()))
                .forEach(row -> deletes.put(Objects.requireNonNull(row.key()), row));
        if (deletes.isEmpty()) {
            return;
        }
        for (RowChange insert : List.copyOf(changes.rows())) {
            InstanceState state = insert.state();
            EntityKey key =
                    insert.kind() == RowChange.Kind.INSERT ? state.type().key(state.entity()) : null;
            RowChange delete = key == null ? null : deletes.get(key);
            if (delete != null && delete.state().type() == state.type() && complete(state)) {
                if (delete.state().stale()) {
                    source.reread(List.of(delete.state()));
                }
                changes.takeOver(delete, insert);
            }
        }
    }

    private static boolean complete(InstanceState state) {
        List<ColumnModel> columns = state.type().columns();
        return IntStream.range(0, columns.size())
                .noneMatch(column -> columns.get(column).hasServerValue()
                        && state.get(column) == null
                        && !state.nullGiven(column)
                        && !state.assigned().has(column));
    }

    /** A relationship that says itself what becomes of the others speaks for its key. */
    private static boolean deletingReachesOthers(EntityDescriptor<?> type) {
        return type.deletedFromLinks()
                || type.incoming().stream()
                        .anyMatch(key -> writes(key.constraint().onDelete()) && byRule(type, key))
                || type.ends().stream()
                        .anyMatch(end -> end.linkTable() != null
                                && end.model().passiveDeletes() == PassiveDeletes.BY_FOREIGN_KEY
                                && writes(end.link().foreignKey().onDelete()));
    }

    private static boolean byRule(EntityDescriptor<?> type, ForeignKeyDescriptor key) {
        return type.ends().stream()
                .filter(end -> end.toChildren() && follows(end, key))
                .allMatch(end -> end.model().passiveDeletes() == PassiveDeletes.BY_FOREIGN_KEY);
    }

    private static boolean follows(RelationshipEnd end, ForeignKeyDescriptor key) {
        return end.child() == key.child().mapper() && Arrays.equals(end.childColumns(), key.childColumns());
    }

    private static boolean writes(ReferentialAction action) {
        return action != ReferentialAction.NO_ACTION && action != ReferentialAction.RESTRICT;
    }
}
