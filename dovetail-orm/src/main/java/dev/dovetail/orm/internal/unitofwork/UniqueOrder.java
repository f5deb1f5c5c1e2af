package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.RowChange.Kind;
import dev.dovetail.orm.internal.unitofwork.RowOrder.Cut;
import dev.dovetail.orm.internal.unitofwork.RowOrder.Wait;
import dev.dovetail.schema.Constraint;
import dev.dovetail.schema.Deferral;
import dev.dovetail.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a flush after {@link DependencySort}: a row that gives a unique value up goes before the row that takes it.
 * Rows are moved only where they must be, and never past a row that a foreign key binds them to. Rows that exchange their
 * values give them up first where the column may be NULL, or have the check put off where the key can be; otherwise the
 * database has the last word.
 */
public final class UniqueOrder {

    private static final int[] NONE = {};

    private final List<RowChange> sorted;
    private final RowOrder order;
    private final Map<InstanceState, RowChange> inserts = new HashMap<>();

    private final Predicate<EntityDescriptor<?>> defers;

    private UniqueOrder(List<RowChange> sorted, Predicate<EntityDescriptor<?>> defers) {
        this.sorted = sorted;
        this.defers = defers;
        this.order = new RowOrder(sorted, false);
        sorted.stream().filter(row -> row.kind() == Kind.INSERT).forEach(row -> inserts.put(row.state(), row));
    }

    /**
     * Orders sorted changes by the unique values that they give up and take.
     *
     * @param sorted the changes, sorted by foreign keys
     * @param defers whether the database that has an entity can put the check of a key off
     * @return the changes in the order in which they are to be sent
     */
    public static List<RowChange> order(List<RowChange> sorted, Predicate<EntityDescriptor<?>> defers) {
        List<Wait> waits = waits(sorted, defers);
        return waits.isEmpty() ? sorted : new UniqueOrder(sorted, defers).sort(waits);
    }

    /** Each row that takes a value waits for the row that gives it up in the same flush. */
    private static List<Wait> waits(List<RowChange> sorted, Predicate<EntityDescriptor<?>> defers) {
        Map<Slot, RowChange> givers = new HashMap<>();
        for (RowChange row : sorted) {
            if (row.kind() != Kind.INSERT && row.hasRow()) {
                slots(row, row.known()::value).forEach(slot -> givers.put(slot, row));
            }
        }
        List<Wait> waits = new ArrayList<>();
        if (!givers.isEmpty()) {
            for (RowChange row : sorted) {
                if (row.kind() != Kind.DELETE) {
                    for (Slot slot : slots(row, row::wanted)) {
                        RowChange giver = givers.get(slot);
                        if (giver != null
                                && giver.state() != row.state()
                                && deferral(row, slot.constraint(), defers) != Deferral.INITIALLY_DEFERRED) {
                            waits.add(wait(row, giver, slot, defers));
                        }
                    }
                }
            }
        }
        return waits;
    }

    /** When the database checks a key. */
    private static Deferral deferral(RowChange row, Constraint key, Predicate<EntityDescriptor<?>> defers) {
        return key instanceof UniqueConstraint unique && defers.test(row.state().type())
                ? unique.deferral()
                : Deferral.NOT_DEFERRABLE;
    }

    private static Wait wait(RowChange taker, RowChange giver, Slot slot, Predicate<EntityDescriptor<?>> defers) {
        if (deferral(taker, slot.constraint(), defers) != Deferral.NOT_DEFERRABLE) {
            return new Wait(taker, giver, slot.constraint(), NONE, Cut.POSSIBLE);
        }
        EntityDescriptor<?> type = giver.state().type();
        int uniqueKey = type.uniqueConstraints().indexOf(slot.constraint());
        int[] nullable = Arrays.stream(type.uniqueKeys().get(uniqueKey))
                .filter(column -> type.columns().get(column).nullable()
                        && !giver.state().assigned().has(column))
                .toArray();
        return new Wait(
                taker, giver, slot.constraint(), nullable, nullable.length > 0 ? Cut.POSSIBLE : Cut.LAST_RESORT);
    }

    /** The unique values of a row that the change concerns: all of an insert or delete, the changed ones of an update. */
    private static List<Slot> slots(RowChange row, ForeignKeyDescriptor.Values values) {
        List<Slot> slots = new ArrayList<>();
        List<int[]> uniqueKeys = row.state().type().uniqueKeys();
        for (int i = 0; i < uniqueKeys.size(); i++) {
            int[] columns = uniqueKeys.get(i);
            boolean concerned = row.kind() != Kind.UPDATE || row.changesAny(columns);
            List<Object> key = concerned ? key(columns, values) : null;
            if (key != null) {
                slots.add(new Slot(row.state().type().uniqueConstraints().get(i), key));
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

    private List<RowChange> sort(List<Wait> waits) {
        bindByForeignKeys();
        waits.forEach(order::add);
        List<RowChange> ordered = order.sort();
        if (order.cuts().isEmpty()) {
            return ordered;
        }
        Map<InstanceState, RowChange> releases = new LinkedHashMap<>();
        order.cuts().forEach(cut -> release(cut, releases));
        List<RowChange> all = new ArrayList<>(releases.values());
        all.addAll(ordered);
        return all;
    }

    /**
     * A row gives its value up first, by NULL, or the check is put off; where neither can be, the row that is to take the value
     * says why it may fail.
     */
    private void release(Wait cut, Map<InstanceState, RowChange> releases) {
        String exchange = cut.row().state() + " and " + cut.target().state() + " exchange their values of "
                + cut.constraint().name();
        if (deferral(cut.row(), cut.constraint(), defers) != Deferral.NOT_DEFERRABLE) {
            cut.row().defer((UniqueConstraint) cut.constraint());
            cut.row().because(with(exchange, cut.row()));
        } else if (cut.cut() == Cut.POSSIBLE) {
            RowChange release =
                    releases.computeIfAbsent(cut.target().state(), state -> new RowChange(Kind.UPDATE, state));
            release.release(cut.columns());
            release.because(List.of(exchange));
        } else {
            cut.row()
                    .because(with(
                            exchange + ", whose columns cannot be NULL in between: let one be null, flush once with"
                                    + " another value, or declare the key deferrable where the database can",
                            cut.row()));
        }
    }

    private static List<String> with(String cause, RowChange row) {
        List<String> causes = new ArrayList<>(row.causes());
        causes.add(cause);
        return causes;
    }

    /** What is in this order on account of a foreign key, or of one object that is written twice, stays in it. */
    private void bindByForeignKeys() {
        Map<InstanceState, RowChange> last = new HashMap<>();
        for (RowChange row : sorted) {
            RowChange earlier = last.put(row.state(), row);
            if (earlier != null) {
                keep(earlier, row, row.state().type().table().primaryKey());
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
                        .forEach(parent -> keep(parent, child, key.constraint()));
            }
            boolean hasReference = kind == Kind.INSERT ? child.kind() != Kind.DELETE : child.hasRow();
            Object[] reference = hasReference ? key.reference(values(child, kind)) : null;
            RowChange parent = reference == null ? null : parents.get(List.of(reference));
            if (parent != null && kind == Kind.INSERT) {
                keep(parent, child, key.constraint());
            } else if (parent != null) {
                keep(child, parent, key.constraint());
            }
        }
    }

    private void keep(RowChange first, RowChange second, Constraint constraint) {
        if (first != second && order.position(first) < order.position(second)) {
            order.add(new Wait(second, first, constraint, NONE, Cut.NEVER));
        }
    }

    private static ForeignKeyDescriptor.Values values(RowChange row, Kind kind) {
        return kind == Kind.INSERT ? row.state()::get : row.known()::value;
    }

    /** A value that one row at a time can have. */
    private record Slot(Constraint constraint, List<Object> values) {}
}
