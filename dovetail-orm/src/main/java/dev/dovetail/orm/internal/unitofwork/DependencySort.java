package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.UsageException;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.RowChange.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The second stage of a flush: puts the changes into an order that no foreign key forbids. Tables are sorted by their
 * foreign keys, referenced tables first; within a table come updates by key, then inserts in the order of their adding;
 * deletes come last, in the reverse order of tables. Where tables refer to each other in a circle, or to themselves, their
 * rows are sorted one by one; a circle of rows is cut at a nullable foreign key. After SQLAlchemy's unit of work.
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
            writes.sort(Comparator.comparing((RowChange change) -> change.kind() == Kind.INSERT)
                    .thenComparing(change -> change.kind() == Kind.INSERT
                            ? 0
                            : component.indexOf(change.state().type().root()))
                    .thenComparing(DependencySort::byKey));
            sorted.addAll(cyclic(component) ? new Rows(writes, false).sort() : writes);
        }
        sorted.addAll(split.updates());
        sorted.addAll(split.clearings());
        for (int i = components.size() - 1; i >= 0; i--) {
            List<EntityDescriptor<?>> component = components.get(i);
            List<RowChange> deletes = select(byEntity, component, true);
            deletes.sort(Comparator.comparing((RowChange change) ->
                            component.indexOf(change.state().type().root()))
                    .thenComparing(DependencySort::byKey));
            sorted.addAll(cyclic(component) ? new Rows(deletes, true).sort() : deletes);
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
            byEntity.getOrDefault(entity, List.of()).stream()
                    .filter(change -> (change.kind() == Kind.DELETE) == deletes)
                    .forEach(selected::add);
        }
        return selected;
    }

    private static boolean cyclic(List<EntityDescriptor<?>> component) {
        return component.size() > 1
                || component.get(0).hierarchyOutgoing().stream()
                        .anyMatch(key -> key.parent().root() == component.get(0));
    }

    /** By key where keys have an order; inserts keep the order in which they were added. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // keys of one entity are of one type, which is checked
    static int byKey(RowChange left, RowChange right) {
        EntityKey leftKey = left.state().key();
        EntityKey rightKey = right.state().key();
        if (leftKey == null || rightKey == null || leftKey.entity() != rightKey.entity()) {
            return 0;
        }
        List<?> leftValues = leftKey.values();
        List<?> rightValues = rightKey.values();
        for (int i = 0; i < leftValues.size(); i++) {
            if (leftValues.get(i) instanceof Comparable leftValue
                    && leftValues.get(i).getClass() == rightValues.get(i).getClass()) {
                int order = leftValue.compareTo(rightValues.get(i));
                if (order != 0) {
                    return order;
                }
            }
        }
        return 0;
    }

    /** The rows of tables that refer to each other. */
    private static final class Rows {

        private final List<RowChange> rows;
        private final boolean deletes;
        private final Map<InstanceState, RowChange> inserts = new HashMap<>();
        /** For each row, the rows it waits for, and the foreign keys on account of which it does. */
        private final Map<RowChange, Map<RowChange, List<ForeignKeyDescriptor>>> waitsFor = new LinkedHashMap<>();

        Rows(List<RowChange> rows, boolean deletes) {
            this.rows = rows;
            this.deletes = deletes;
            rows.stream().filter(row -> row.kind() == Kind.INSERT).forEach(row -> inserts.put(row.state(), row));
        }

        List<RowChange> sort() {
            join();
            Map<RowChange, Integer> position = new HashMap<>();
            rows.forEach(row -> position.put(row, position.size()));
            Map<RowChange, List<RowChange>> blocks = new HashMap<>();
            Map<RowChange, Integer> open = new HashMap<>();
            waitsFor.forEach((row, others) -> {
                open.put(row, others.size());
                others.keySet()
                        .forEach(other -> blocks.computeIfAbsent(other, key -> new ArrayList<>())
                                .add(row));
            });
            PriorityQueue<RowChange> ready = new PriorityQueue<>(Comparator.comparing(position::get));
            rows.stream().filter(row -> open.getOrDefault(row, 0) == 0).forEach(ready::add);
            Set<RowChange> done = new HashSet<>();
            List<RowChange> sorted = new ArrayList<>();
            List<RowChange> before = new ArrayList<>();
            List<RowChange> after = new ArrayList<>();
            while (done.size() < rows.size()) {
                while (ready.isEmpty()) {
                    Wait cut = cut(done, before, after);
                    blocks.getOrDefault(cut.target(), List.of()).remove(cut.row());
                    if (open.merge(cut.row(), -1, Integer::sum) == 0) {
                        ready.add(cut.row());
                    }
                }
                RowChange row = ready.poll();
                done.add(row);
                sorted.add(row);
                for (RowChange waiting : blocks.getOrDefault(row, List.of())) {
                    if (open.merge(waiting, -1, Integer::sum) == 0) {
                        ready.add(waiting);
                    }
                }
            }
            before.addAll(sorted);
            before.addAll(after);
            return before;
        }

        /** An insert or update waits for the inserts that it refers to; a delete waits for the deletes that refer to it. */
        private void join() {
            Map<ForeignKeyDescriptor, Map<List<?>, RowChange>> targets = new HashMap<>();
            for (RowChange row : rows) {
                for (ForeignKeyDescriptor key : row.state().type().outgoing()) {
                    RowChange target = target(row, key, targets);
                    if (target != null && target != row) {
                        wait(deletes ? target : row, deletes ? row : target, key);
                    } else if (target == row && !deletes && key.referenced(row.state()::get) == null) {
                        // A new row that refers to itself can do so only once it has its key.
                        wait(row, row, key);
                    }
                }
            }
        }

        private void wait(RowChange row, RowChange target, ForeignKeyDescriptor key) {
            waitsFor.computeIfAbsent(row, ignored -> new LinkedHashMap<>())
                    .computeIfAbsent(target, ignored -> new ArrayList<>(1))
                    .add(key);
        }

        private @Nullable RowChange target(
                RowChange row, ForeignKeyDescriptor key, Map<ForeignKeyDescriptor, Map<List<?>, RowChange>> targets) {
            if (row.postpones(key)) {
                return null;
            }
            if (!deletes) {
                KeyCopy copy = copied(row, key);
                if (copy != null) {
                    return copy.parent() == null ? null : inserts.get(copy.parent());
                }
            }
            Object[] reference = key.reference(values(row.state()));
            if (reference == null) {
                return null;
            }
            return targets.computeIfAbsent(key, this::index).get(List.of(reference));
        }

        private Map<List<?>, RowChange> index(ForeignKeyDescriptor key) {
            Map<List<?>, RowChange> index = new HashMap<>();
            for (RowChange row : rows) {
                if (row.state().type().isA(key.parent()) && (deletes || row.kind() == Kind.INSERT)) {
                    Object[] referenced = key.referenced(values(row.state()));
                    if (referenced != null) {
                        index.put(List.of(referenced), row);
                    }
                }
            }
            return index;
        }

        private ForeignKeyDescriptor.Values values(InstanceState state) {
            return deletes ? state.known()::value : state::get;
        }

        private static @Nullable KeyCopy copied(RowChange row, ForeignKeyDescriptor key) {
            return row.copies().stream()
                    .filter(copy -> Arrays.equals(copy.columns(), key.childColumns()))
                    .findFirst()
                    .orElse(null);
        }

        /** Cuts a circle that some of the remaining rows are in: one row waits no longer for one other. */
        private Wait cut(Set<RowChange> done, List<RowChange> before, List<RowChange> after) {
            for (RowChange row : rows) {
                if (done.contains(row)) {
                    continue;
                }
                Map<RowChange, List<ForeignKeyDescriptor>> others = waitsFor.getOrDefault(row, Map.of());
                for (Map.Entry<RowChange, List<ForeignKeyDescriptor>> other : others.entrySet()) {
                    RowChange target = other.getKey();
                    if (!done.contains(target) && canBeCut(other.getValue()) && reaches(target, row, done)) {
                        others.remove(target);
                        release(row, target, other.getValue(), before, after);
                        return new Wait(row, target);
                    }
                }
            }
            throw new UsageException(
                    "DVT-ORM-CYCLE",
                    "these rows refer to each other in a circle, and no foreign key in it may be NULL or is deferred: "
                            + rows.stream()
                                    .filter(row -> !done.contains(row) && inCircle(row, done))
                                    .map(row -> row.state().toString())
                                    .collect(Collectors.joining(" → "))
                            + ". Make one of the keys nullable, or declare it deferred");
        }

        private static boolean canBeCut(List<ForeignKeyDescriptor> keys) {
            return keys.stream()
                    .allMatch(key -> key.nullable() || key.constraint().initiallyDeferred());
        }

        private boolean inCircle(RowChange row, Set<RowChange> done) {
            return waitsFor.getOrDefault(row, Map.of()).keySet().stream()
                    .anyMatch(target -> !done.contains(target) && reaches(target, row, done));
        }

        /** Whether a row waits for another, directly or through others. */
        private boolean reaches(RowChange from, RowChange to, Set<RowChange> done) {
            Set<RowChange> seen = new HashSet<>();
            Deque<RowChange> open = new ArrayDeque<>();
            open.add(from);
            while (!open.isEmpty()) {
                RowChange row = open.poll();
                if (row == to) {
                    return true;
                }
                if (!done.contains(row) && seen.add(row)) {
                    open.addAll(waitsFor.getOrDefault(row, Map.of()).keySet());
                }
            }
            return false;
        }

        private void release(
                RowChange row,
                RowChange other,
                List<ForeignKeyDescriptor> keys,
                List<RowChange> before,
                List<RowChange> after) {
            RowChange child = deletes ? other : row;
            for (ForeignKeyDescriptor key : keys) {
                if (!key.nullable()) {
                    continue;
                }
                RowChange update = update(child, deletes ? before : after, key);
                if (deletes) {
                    update.nullFirst(key.childColumns());
                } else {
                    child.postpone(key.childColumns());
                    KeyCopy copy = copied(child, key);
                    if (copy != null) {
                        update.copy(copy);
                    }
                }
            }
        }

        /** The extra update of a row that is in a circle; one for all its keys that are cut. */
        private static RowChange update(RowChange child, List<RowChange> updates, ForeignKeyDescriptor key) {
            for (RowChange known : updates) {
                if (known.state() == child.state()) {
                    return known;
                }
            }
            RowChange update = new RowChange(Kind.UPDATE, child.state());
            update.because(List.of("cutting the circle of " + key.constraint().name()));
            updates.add(update);
            return update;
        }

        private record Wait(RowChange row, RowChange target) {}
    }
}
