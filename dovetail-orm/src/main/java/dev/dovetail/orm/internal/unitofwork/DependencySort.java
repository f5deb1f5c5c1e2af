package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.UsageException;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.RowChange.Kind;
import dev.dovetail.orm.internal.unitofwork.RowOrder.Cut;
import dev.dovetail.orm.internal.unitofwork.RowOrder.Wait;
import dev.dovetail.schema.ForeignKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The second stage of a flush: puts the changes into an order that no foreign key forbids. Tables are sorted by their
 * foreign keys, referenced tables first; within a table come updates by key, then inserts in the order of their adding;
 * deletes come last, in the reverse order of tables. Where tables refer to each other in a circle, or to themselves, their
 * rows are sorted one by one, level by level; a circle of rows is cut at a nullable foreign key. After SQLAlchemy's unit
 * of work.
 */
public final class DependencySort {

    private DependencySort() {}

    /**
     * Sorts changes.
     *
     * @param changes the changes of a flush
     * @param components the entities of the session factory, grouped and in order, see {@link TableOrder}
     * @return the changes in the order in which they are to be sent
     * @throws UsageException if rows depend on each other in a circle that has no nullable or deferred foreign key
     */
    public static List<RowChange> sort(Changes changes, List<List<EntityDescriptor<?>>> components) {
        Map<EntityDescriptor<?>, Integer> tables = new HashMap<>();
        components.forEach(component -> component.forEach(entity -> tables.put(entity, tables.size())));
        PostUpdates split = PostUpdates.split(changes, Comparator.comparing(tables::get));
        Map<EntityDescriptor<?>, List<RowChange>> byEntity = split.writes().stream()
                .collect(Collectors.groupingBy(change -> change.state().type().root()));
        List<RowChange> sorted = new ArrayList<>(changes.rows().size());
        for (List<EntityDescriptor<?>> component : components) {
            List<RowChange> writes = select(byEntity, component, false);
            writes.sort((left, right) -> byKind(left, right, component));
            sorted.addAll(TableOrder.cyclic(component) ? new Rows(writes, false).sort() : writes);
        }
        sorted.addAll(split.updates());
        sorted.addAll(split.clearings());
        for (int i = components.size() - 1; i >= 0; i--) {
            List<EntityDescriptor<?>> component = components.get(i);
            List<RowChange> deletes = select(byEntity, component, true);
            deletes.sort((left, right) -> byPlace(left, right, component));
            sorted.addAll(TableOrder.cyclic(component) ? new Rows(deletes, true).sort() : deletes);
        }
        if (sorted.size() < changes.rows().size()) {
            throw new IllegalStateException("rows of classes that are not in the session factory: " + changes);
        }
        return sorted;
    }

    private static List<RowChange> select(
            Map<EntityDescriptor<?>, List<RowChange>> byEntity, List<EntityDescriptor<?>> component, boolean deletes) {
        List<RowChange> selected = new ArrayList<>();
        for (EntityDescriptor<?> entity : component) {
            for (RowChange change : byEntity.getOrDefault(entity, List.of())) {
                if ((change.kind() == Kind.DELETE) == deletes) {
                    selected.add(change);
                }
            }
        }
        return selected;
    }

    /** Updates before inserts, which keep the order in which they were added. */
    private static int byKind(RowChange left, RowChange right, List<EntityDescriptor<?>> component) {
        boolean leftInsert = left.kind() == Kind.INSERT;
        boolean rightInsert = right.kind() == Kind.INSERT;
        if (leftInsert || rightInsert) {
            return Boolean.compare(leftInsert, rightInsert);
        }
        return byPlace(left, right, component);
    }

    private static int byPlace(RowChange left, RowChange right, List<EntityDescriptor<?>> component) {
        EntityDescriptor<?> leftRoot = left.state().type().root();
        EntityDescriptor<?> rightRoot = right.state().type().root();
        return leftRoot == rightRoot
                ? byKey(left, right)
                : Integer.compare(component.indexOf(leftRoot), component.indexOf(rightRoot));
    }

    /** By key where keys have an order. */
    static int byKey(RowChange left, RowChange right) {
        Object leftId = left.id();
        Object rightId = right.id();
        if (leftId == null
                || rightId == null
                || left.state().type().root() != right.state().type().root()) {
            return 0;
        }
        if (!(leftId instanceof List<?> leftParts) || !(rightId instanceof List<?> rightParts)) {
            return compare(leftId, rightId);
        }
        for (int i = 0; i < leftParts.size(); i++) {
            int order = compare(leftParts.get(i), rightParts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // keys of one entity are of one type, which is checked
    private static int compare(Object left, Object right) {
        return left instanceof Comparable comparable && left.getClass() == right.getClass()
                ? comparable.compareTo(right)
                : 0;
    }

    /** The rows of tables that refer to each other, or to themselves. */
    private static final class Rows {

        private final List<RowChange> rows;
        private final boolean deletes;
        private final RowOrder order;
        private final Map<InstanceState, RowChange> inserts = new HashMap<>();
        private final Map<ForeignKeyDescriptor, Map<List<?>, RowChange>> targets = new HashMap<>();

        Rows(List<RowChange> rows, boolean deletes) {
            this.rows = rows;
            this.deletes = deletes;
            this.order = new RowOrder(rows, true);
            rows.stream().filter(row -> row.kind() == Kind.INSERT).forEach(row -> inserts.put(row.state(), row));
        }

        List<RowChange> sort() {
            rows.forEach(this::join);
            List<RowChange> sorted = order.sort();
            if (sorted.size() < rows.size()) {
                throw new UsageException(
                        "DVT-ORM-CYCLE",
                        "these rows refer to each other in a circle, and no foreign key in it may be NULL or is deferred: "
                                + order.stuck().stream()
                                        .map(row -> row.state().toString())
                                        .collect(Collectors.joining(" → "))
                                + ". Make one of the keys nullable, or declare it deferred");
            }
            Map<InstanceState, RowChange> updates = new LinkedHashMap<>();
            order.cuts().forEach(cut -> release(cut, updates));
            List<RowChange> all = new ArrayList<>(deletes ? updates.values() : sorted);
            all.addAll(deletes ? sorted : updates.values());
            return all;
        }

        /** An insert or update waits for the rows that it refers to; a delete waits for the deletes that refer to it. */
        private void join(RowChange row) {
            for (ForeignKeyDescriptor key : row.state().type().outgoing()) {
                RowChange target = target(row, key);
                if (target == null) {
                    continue;
                }
                if (target != row) {
                    order.add(wait(deletes ? target : row, deletes ? row : target, key));
                } else if (!deletes && key.referenced(row.state()::get) == null) {
                    // A new row that refers to itself can do so only once it has its key.
                    order.add(wait(row, row, key));
                }
            }
        }

        private Wait wait(RowChange row, RowChange target, ForeignKeyDescriptor key) {
            boolean possible = key.nullable() || checkedLater(key, target);
            return new Wait(row, target, key.constraint(), key.childColumns(), possible ? Cut.POSSIBLE : Cut.NEVER);
        }

        /** Whether the database looks at the key at the commit only, and the key can be written now. */
        private boolean checkedLater(ForeignKeyDescriptor key, RowChange parent) {
            return key.constraint().initiallyDeferred() && (deletes || key.referenced(parent.state()::get) != null);
        }

        private @Nullable RowChange target(RowChange row, ForeignKeyDescriptor key) {
            if (row.postpones(key)) {
                return null;
            }
            KeyCopy copy = deletes ? null : copied(row, key.childColumns());
            if (copy != null && inserts.containsKey(copy.parent())) {
                return inserts.get(copy.parent());
            }
            if (copy != null && copy.parent() == null) {
                return null;
            }
            Object[] reference = copy == null
                    ? key.reference(values(row))
                    : key.referenced(Objects.requireNonNull(copy.parent())::get);
            return reference == null
                    ? null
                    : targets.computeIfAbsent(key, this::index).get(List.of(reference));
        }

        /** The rows that get, or give up, the keys that a foreign key refers to. */
        private Map<List<?>, RowChange> index(ForeignKeyDescriptor key) {
            Map<List<?>, RowChange> index = new HashMap<>();
            for (RowChange row : rows) {
                boolean concerned = deletes || row.kind() == Kind.INSERT || row.changesAny(key.parentColumns());
                Object[] referenced =
                        row.state().type().isA(key.parent()) && concerned ? key.referenced(values(row)) : null;
                if (referenced != null) {
                    index.put(List.of(referenced), row);
                }
            }
            return index;
        }

        private ForeignKeyDescriptor.Values values(RowChange row) {
            return deletes ? row.state().known()::value : row.state()::get;
        }

        private static @Nullable KeyCopy copied(RowChange row, int[] columns) {
            return row.copies().stream()
                    .filter(copy -> Arrays.equals(copy.columns(), columns))
                    .findFirst()
                    .orElse(null);
        }

        /** The extra update of a row that is in a circle; one for all its keys that are cut. */
        private void release(Wait cut, Map<InstanceState, RowChange> updates) {
            if (((ForeignKey) cut.constraint()).initiallyDeferred()) {
                return;
            }
            RowChange child = deletes ? cut.target() : cut.row();
            RowChange update = updates.computeIfAbsent(child.state(), state -> new RowChange(Kind.UPDATE, state));
            update.because(List.of("cutting the circle of " + cut.constraint().name()));
            if (deletes) {
                update.clear(cut.columns());
                return;
            }
            child.postpone(cut.columns());
            KeyCopy copy = copied(child, cut.columns());
            if (copy != null) {
                update.copy(copy);
            }
        }
    }
}
