package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.RowChange.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a flush after {@link DependencySort}: a row that gives a unique value up goes before the row that takes it.
 * Rows are moved only where they must be, and never past a row that a foreign key binds them to. Two rows that exchange
 * their values stay as they are; the database refuses them.
 */
public final class UniqueOrder {

    private final List<RowChange> sorted;
    private final Map<RowChange, Integer> positions = new HashMap<>();
    private final Map<InstanceState, RowChange> inserts = new HashMap<>();
    private final Map<RowChange, Set<RowChange>> waitsFor = new HashMap<>();

    private UniqueOrder(List<RowChange> sorted) {
        this.sorted = sorted;
        sorted.forEach(row -> positions.put(row, positions.size()));
        sorted.stream().filter(row -> row.kind() == Kind.INSERT).forEach(row -> inserts.put(row.state(), row));
    }

    /**
     * Orders sorted changes by the unique values that they give up and take.
     *
     * @param sorted the changes, sorted by foreign keys
     * @return the changes in the order in which they are to be sent
     */
    public static List<RowChange> order(List<RowChange> sorted) {
        Map<RowChange, Set<RowChange>> takers = takers(sorted);
        return takers.isEmpty() ? sorted : new UniqueOrder(sorted).order(takers);
    }

    /** For each row that takes a value, the rows that give it up in the same flush. */
    private static Map<RowChange, Set<RowChange>> takers(List<RowChange> sorted) {
        Map<Slot, RowChange> givers = new HashMap<>();
        for (RowChange row : sorted) {
            if (row.kind() != Kind.INSERT && row.state().hasRow()) {
                slots(row, row.state().known()::value).forEach(slot -> givers.put(slot, row));
            }
        }
        Map<RowChange, Set<RowChange>> takers = new LinkedHashMap<>();
        if (!givers.isEmpty()) {
            for (RowChange row : sorted) {
                if (row.kind() != Kind.DELETE) {
                    for (Slot slot : slots(row, row.state()::get)) {
                        RowChange giver = givers.get(slot);
                        if (giver != null && giver.state() != row.state()) {
                            takers.computeIfAbsent(row, key -> new HashSet<>()).add(giver);
                        }
                    }
                }
            }
        }
        return takers;
    }

    /** The unique values of a row that the change concerns: all of an insert or delete, the changed ones of an update. */
    private static List<Slot> slots(RowChange row, ForeignKeyDescriptor.Values values) {
        InstanceState state = row.state();
        List<Slot> slots = new ArrayList<>();
        List<int[]> uniqueKeys = state.type().uniqueKeys();
        for (int i = 0; i < uniqueKeys.size(); i++) {
            int[] columns = uniqueKeys.get(i);
            boolean concerned =
                    row.kind() != Kind.UPDATE || Arrays.stream(columns).anyMatch(state::changed);
            List<Object> key = concerned ? key(columns, values) : null;
            if (key != null) {
                slots.add(new Slot(
                        state.type().declaring(columns),
                        Arrays.stream(columns).boxed().toList(),
                        key));
            }
        }
        return slots;
    }

    /** NULL is no value that another row could not have. */
    private static @Nullable List<Object> key(int[] columns, ForeignKeyDescriptor.Values values) {
        List<Object> key = new ArrayList<>(columns.length);
        for (int column : columns) {
            Object value = values.at(column);
            if (value == null) {
                return null;
            }
            key.add(value);
        }
        return key;
    }

    private List<RowChange> order(Map<RowChange, Set<RowChange>> takers) {
        bindByForeignKeys();
        takers.forEach((taker, givers) ->
                givers.stream().filter(giver -> !follows(giver, taker)).forEach(giver -> waitFor(taker, giver)));
        Map<RowChange, Set<RowChange>> blocks = new HashMap<>();
        Map<RowChange, Integer> open = new HashMap<>();
        waitsFor.forEach((row, others) -> {
            open.put(row, others.size());
            others.forEach(other ->
                    blocks.computeIfAbsent(other, key -> new HashSet<>()).add(row));
        });
        PriorityQueue<RowChange> ready = new PriorityQueue<>(Comparator.comparing(positions::get));
        sorted.stream().filter(row -> open.getOrDefault(row, 0) == 0).forEach(ready::add);
        List<RowChange> ordered = new ArrayList<>(sorted.size());
        // Rows that take what another gives up come as late as they can; all others keep their place.
        while (!ready.isEmpty()) {
            RowChange row = ready.poll();
            ordered.add(row);
            for (RowChange waiting : blocks.getOrDefault(row, Set.of())) {
                if (open.merge(waiting, -1, Integer::sum) == 0) {
                    ready.add(waiting);
                }
            }
        }
        return ordered;
    }

    /** Whether a row can only go after another one; waiting the other way round would be a circle. */
    private boolean follows(RowChange row, RowChange other) {
        Set<RowChange> seen = new HashSet<>();
        List<RowChange> open = new ArrayList<>(List.of(row));
        while (!open.isEmpty()) {
            RowChange next = open.remove(open.size() - 1);
            if (next == other) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(waitsFor.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

    private void waitFor(RowChange row, RowChange other) {
        waitsFor.computeIfAbsent(row, key -> new HashSet<>()).add(other);
    }

    /** What is in this order on account of a foreign key, or of one object that is written twice, stays in it. */
    private void bindByForeignKeys() {
        Map<InstanceState, RowChange> last = new HashMap<>();
        for (RowChange row : sorted) {
            RowChange earlier = last.put(row.state(), row);
            if (earlier != null) {
                waitFor(row, earlier);
            }
        }
        Map<EntityDescriptor<?>, List<RowChange>> byEntity = new HashMap<>();
        sorted.forEach(row -> byEntity.computeIfAbsent(row.state().type(), key -> new ArrayList<>())
                .add(row));
        byEntity.forEach((entity, rows) -> entity.outgoing().forEach(key -> {
            List<RowChange> parents = key.parent().hierarchy().stream()
                    .flatMap(parent -> byEntity.getOrDefault(parent, List.of()).stream())
                    .toList();
            bind(key, rows, index(key, parents, Kind.INSERT), Kind.INSERT);
            bind(key, rows, index(key, parents, Kind.DELETE), Kind.DELETE);
        }));
    }

    private static Map<List<Object>, RowChange> index(
            ForeignKeyDescriptor key, Collection<RowChange> parents, Kind kind) {
        Map<List<Object>, RowChange> index = new HashMap<>();
        for (RowChange parent : parents) {
            if (parent.kind() == kind) {
                Object[] referenced = key.referenced(values(parent, kind));
                if (referenced != null) {
                    index.put(List.of(referenced), parent);
                }
            }
        }
        return index;
    }

    /** A referring row comes after the insert, and before the delete, of the row that it refers to. */
    private void bind(
            ForeignKeyDescriptor key, List<RowChange> children, Map<List<Object>, RowChange> parents, Kind kind) {
        for (RowChange child : children) {
            if (kind == Kind.INSERT && child.kind() != Kind.DELETE) {
                child.copies().stream()
                        .filter(copy -> Arrays.equals(copy.columns(), key.childColumns()))
                        .map(copy -> inserts.get(copy.parent()))
                        .filter(Objects::nonNull)
                        .forEach(parent -> keep(parent, child));
            }
            boolean hasReference = kind == Kind.INSERT
                    ? child.kind() != Kind.DELETE
                    : child.state().hasRow();
            Object[] reference = hasReference ? key.reference(values(child, kind)) : null;
            RowChange parent = reference == null ? null : parents.get(List.of(reference));
            if (parent != null && kind == Kind.INSERT) {
                keep(parent, child);
            } else if (parent != null) {
                keep(child, parent);
            }
        }
    }

    private void keep(RowChange first, RowChange second) {
        if (first != second && positions.get(first) < positions.get(second)) {
            waitFor(second, first);
        }
    }

    private static ForeignKeyDescriptor.Values values(RowChange row, Kind kind) {
        return kind == Kind.INSERT ? row.state()::get : row.state().known()::value;
    }

    /** A value that one row at a time can have. */
    private record Slot(EntityDescriptor<?> entity, List<Integer> columns, List<Object> values) {}
}
