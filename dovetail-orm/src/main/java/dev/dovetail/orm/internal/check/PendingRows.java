package dev.dovetail.orm.internal.check;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.Changes;
import dev.dovetail.orm.internal.unitofwork.SetDelete;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rows that a flush would write, as they would be afterwards. */
final class PendingRows {

    private final Map<InstanceState, PendingRow> rows = new LinkedHashMap<>();
    private final Map<EntityKey, PendingRow> byKey = new LinkedHashMap<>();
    private final Set<Table> mayLoseRows = new LinkedHashSet<>();

    PendingRows(Changes changes) {
        changes.rows().forEach(change -> {
            PendingRow row = new PendingRow(change, this);
            rows.put(change.state(), row);
            EntityKey key = change.key();
            if (key != null && (row.inserts() || !byKey.containsKey(key))) {
                byKey.put(key, row);
            }
        });
        findLosses(changes.sets());
    }

    Collection<PendingRow> all() {
        return rows.values();
    }

    /** The rows that are there after the flush. */
    Stream<PendingRow> written() {
        return rows.values().stream().filter(row -> !row.deletes());
    }

    @Nullable
    PendingRow of(InstanceState state) {
        return rows.get(state);
    }

    /** What the flush does with a row that is in the database. */
    @Nullable
    PendingRow at(EntityKey key) {
        return byKey.get(key);
    }

    /** Whether statements or rules of the database delete rows of a table that nobody has loaded. */
    boolean mayLoseRows(Table table) {
        return mayLoseRows.contains(table);
    }

    private void findLosses(List<SetDelete> sets) {
        Deque<EntityDescriptor<?>> open = new ArrayDeque<>();
        rows.values().stream().filter(PendingRow::deletes).forEach(row -> open.add(row.type()));
        sets.forEach(set -> {
            open.add(set.entity());
            mayLoseRows.add(set.entity().table());
        });
        Set<EntityDescriptor<?>> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            EntityDescriptor<?> entity = open.poll();
            if (seen.add(entity)) {
                for (ForeignKeyDescriptor key : entity.incoming()) {
                    if (key.constraint().onDelete() == ReferentialAction.CASCADE) {
                        mayLoseRows.add(key.child().table());
                        open.add(key.child());
                    }
                }
            }
        }
    }
}
