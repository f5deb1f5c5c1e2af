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
 * switch. Where a new object leaves something to the database's defaults, or has what an INSERT alone may write, or deleting
 * the row is left to rules of the database that reach others, it takes a DELETE and an INSERT.
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
                if (updatable(state, delete.state())) {
                    changes.takeOver(delete, insert);
                }
            }
        }
    }

    private static boolean complete(InstanceState state) {
        return IntStream.range(0, state.type().columns().size()).noneMatch(state::leftToDatabase);
    }

    /** Whether an UPDATE may write all that is not what the row has. */
    private static boolean updatable(InstanceState state, InstanceState old) {
        List<ColumnModel> columns = state.type().columns();
        return IntStream.range(0, columns.size())
                .filter(column ->
                        columns.get(column).insertable() && !columns.get(column).updatable())
                .noneMatch(column -> state.assigned().has(column) || state.differs(old.known(), column));
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
