package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.DovetailException;
import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.internal.cascade.ChildAction;
import dev.dovetail.orm.internal.cascade.Related;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.PassiveUpdates;
import dev.dovetail.orm.mapping.model.ColumnModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * The first stage of a flush: compares objects with what their rows are known to have, finds orphans, and turns changed
 * holders into foreign keys to be written. Sends no writes; it may read stale objects again, and load what a delete reaches.
 */
public final class ChangeFinder {

    private final FlushSource source;
    private final Changes changes;
    private final List<Removal> removals = new ArrayList<>();
    /** What holders that were set without having been loaded had before, read once. */
    private final Map<Holder<?>, List<InstanceState>> unseen = new IdentityHashMap<>();
    /** The columns of children that get another value because their parents' keys change. */
    private final Map<InstanceState, Set<Integer>> following = new HashMap<>();

    private final BiConsumer<InstanceState, DovetailException> refusals;

    private ChangeFinder(FlushSource source, BiConsumer<InstanceState, DovetailException> refusals) {
        this.source = source;
        this.refusals = refusals;
        this.changes = new Changes(!source.deletesSelfReferences());
    }

    /**
     * Finds what a flush has to write.
     *
     * @param source the session
     * @return the changes
     * @throws UsageException if a child was taken out of a collection that it cannot do without
     */
    public static Changes find(FlushSource source) {
        return find(source, (state, refusal) -> {
            throw refusal;
        });
    }

    /**
     * Finds what a flush has to write, as far as it can be written.
     *
     * @param source the session
     * @param refusals is told of each row that cannot be written as it is, and why
     * @return the changes
     */
    public static Changes find(FlushSource source, BiConsumer<InstanceState, DovetailException> refusals) {
        return new ChangeFinder(source, refusals).find();
    }

    private Changes find() {
        Collection<InstanceState> pending = source.pending();
        List<InstanceState> changed = new ArrayList<>();
        List<InstanceState> related = new ArrayList<>();
        for (InstanceState state : source.persistent()) {
            if (state.holdersChanged()) {
                related.add(state);
            }
            if (state.changed()) {
                changed.add(state);
            }
        }
        for (InstanceState state : pending) {
            if (state.holdersChanged()) {
                related.add(state);
            }
        }
        related.forEach(this::doomOrphans);
        changes.sets().addAll(source.setDeletes());
        pending.forEach(changes::insert);
        Collection<InstanceState> doomed = source.doomed();
        changed.removeIf(doomed::contains);
        related.removeIf(doomed::contains);
        reread(changed, related);
        changed.forEach(changes::write);
        related.forEach(this::relateRemoved);
        related.forEach(this::relateAdded);
        for (InstanceState state : doomed) {
            changes.delete(state).because(source.causes(state));
        }
        List.copyOf(doomed).forEach(this::nullChildren);
        moveChildren();
        changes.links().addAll(LinkFinder.find(source, related));
        removals.forEach(this::refuseUnplaced);
        changes.dropEmpty();
        rereadVersions();
        RowSwitch.in(changes, source);
        return changes;
    }

    /** An object that only went stale is written by the version that its row has now. */
    private void rereadVersions() {
        List<InstanceState> stale = changes.rows().stream()
                .map(RowChange::state)
                .filter(InstanceState::versionStale)
                .toList();
        if (!stale.isEmpty()) {
            source.reread(stale);
        }
    }

    /** Only objects whose own row is going to change; a collection's owner keeps its row. */
    private void reread(List<InstanceState> changed, List<InstanceState> related) {
        List<InstanceState> stale = new ArrayList<>();
        changed.stream().filter(state -> state.stale() && state.fieldsChanged()).forEach(stale::add);
        related.stream()
                .filter(state -> state.stale() && state.hasRow() && !stale.contains(state))
                .filter(state -> state.type().ends().stream()
                        .anyMatch(end -> end.toParent() && HolderAccess.changed(holder(state, end))))
                .forEach(stale::add);
        if (!stale.isEmpty()) {
            source.reread(stale);
        }
    }

    private void doomOrphans(InstanceState state) {
        for (RelationshipEnd end : state.type().ends()) {
            Holder<?> holder = holder(state, end);
            if (!HolderAccess.changed(holder)) {
                continue;
            }
            if (end.toParent()) {
                doomIfTaken(state, end, (One<?>) holder);
            }
            if (end.cascades(Cascade.DELETE_ORPHAN) && (!end.toChildren() || end.inverse() == null)) {
                Related.removed(holder).forEach(element -> doomIfLeft(element, state, end));
            }
            if (end.toParent() && end.cascades(Cascade.DELETE_ORPHAN)) {
                doomUnseen(state, end, (One<?>) holder);
            }
            if (!end.toParent() && end.cascades(Cascade.DELETE_ORPHAN)) {
                replaced(state, end, holder).forEach(child -> doomOrphan(child, state, end));
            }
        }
    }

    /** A child whose parent was set to null is an orphan by its old key, whether or not that parent is in memory. */
    private void doomIfTaken(InstanceState child, RelationshipEnd end, One<?> holder) {
        RelationshipEnd inverse = end.inverse();
        if (inverse != null
                && inverse.cascades(Cascade.DELETE_ORPHAN)
                && HolderAccess.value(holder) == null
                && child.hasRow()
                && refers(child, end)) {
            source.doom(child, List.of("taken out of " + inverse.label()));
        }
    }

    /** What a reference let go without having been loaded is found by the key that the row still has. */
    private void doomUnseen(InstanceState child, RelationshipEnd end, One<?> holder) {
        if (HolderAccess.beforeKnown(holder) || !child.hasRow()) {
            return;
        }
        InstanceState before = source.referenced(child, end);
        if (before != null && before.entity() != HolderAccess.value(holder)) {
            doomIfLeft(before.entity(), child, end);
        }
    }

    private void doomIfLeft(Object element, InstanceState parent, RelationshipEnd end) {
        InstanceState state = source.member(element);
        if (state != null && state.hasRow() && !takenElsewhere(element, parent, end)) {
            doomOrphan(state, parent, end);
        }
    }

    private void doomOrphan(InstanceState orphan, InstanceState parent, RelationshipEnd end) {
        source.doom(orphan, List.of("taken out of " + end.label() + " of " + parent));
    }

    private boolean takenElsewhere(Object element, InstanceState parent, RelationshipEnd end) {
        List<InstanceState> others = new ArrayList<>(source.persistent());
        others.addAll(source.pending());
        return others.stream()
                .filter(other -> other != parent && other.type().ends().contains(end) && other.holdersChanged())
                .anyMatch(other -> Related.added(holder(other, end)).stream().anyMatch(added -> added == element));
    }

    /** Rows that a single holder on the other side of a key displaced without having been loaded. */
    private List<InstanceState> replaced(InstanceState state, RelationshipEnd end, Holder<?> holder) {
        if (!(holder instanceof One<?> one) || end.toParent() || HolderAccess.beforeKnown(one) || !state.hasRow()) {
            return List.of();
        }
        Object value = HolderAccess.value(one);
        return unseen.computeIfAbsent(one, ignored -> source.children(state, end)).stream()
                .filter(child -> child.entity() != value && !source.doomed().contains(child))
                .toList();
    }

    private void relateRemoved(InstanceState state) {
        for (RelationshipEnd end : state.type().ends()) {
            Holder<?> holder = holder(state, end);
            if (!HolderAccess.changed(holder)) {
                continue;
            }
            if (end.toParent()) {
                One<?> one = (One<?>) holder;
                boolean emptied = HolderAccess.value(one) == null
                        && (!HolderAccess.beforeKnown(one) || HolderAccess.before(one) != null);
                if (emptied) {
                    unrelate(state, end);
                }
            } else if (end.toChildren()) {
                if (end.inverse() == null && !Related.removed(holder).isEmpty()) {
                    Related.removed(holder).stream()
                            .map(source::member)
                            .filter(child -> child != null && child.hasRow())
                            .forEach(child -> unrelate(child, end));
                }
                replaced(state, end, holder).forEach(child -> unrelate(child, end));
            }
        }
    }

    private void unrelate(InstanceState child, RelationshipEnd end) {
        if (source.doomed().contains(child)) {
            return;
        }
        changes.write(child).copy(new KeyCopy(end, null));
        if (child.hasRow()) {
            removals.add(new Removal(child, end));
        }
    }

    private void relateAdded(InstanceState state) {
        for (RelationshipEnd end : state.type().ends()) {
            Holder<?> holder = holder(state, end);
            if (!HolderAccess.changed(holder)) {
                continue;
            }
            for (Object element : Related.added(holder)) {
                InstanceState other = source.member(element);
                if (other == null) {
                    warnOutside(element, end);
                    keepKey(state, end, element);
                } else if (end.toParent()) {
                    warnDisagreement(state, end, other);
                    changes.write(state).copy(new KeyCopy(end, other));
                } else if (end.toChildren()
                        && end.inverse() == null
                        && !source.doomed().contains(other)) {
                    changes.write(other).copy(new KeyCopy(end, state));
                }
            }
        }
    }

    private void warnOutside(Object element, RelationshipEnd end) {
        source.warn(end.label() + " holds a " + element.getClass().getSimpleName()
                + " that is in no session; it is not inserted. Add it, or give the relationship cascade SAVE_UPDATE");
    }

    /** The key of an object outside was copied when the holder was set; its row may not exist. */
    private void keepKey(InstanceState child, RelationshipEnd end, Object outside) {
        if (end.toParent()
                && end.key(outside) != null
                && Arrays.equals(end.key(outside), end.foreignKey(child.entity()))) {
            changes.write(child).keep(end.childColumns());
        }
    }

    /** The holder wins over a field that says otherwise; the field was written to after the holder was set. */
    private void warnDisagreement(InstanceState child, RelationshipEnd end, InstanceState parent) {
        Object[] wanted = end.key(parent.entity());
        Object[] written = end.foreignKey(child.entity());
        if (wanted != null && written != null && !Arrays.equals(wanted, written)) {
            source.warn(end.label() + " of " + child + " was set to " + parent + ", and " + columns(end) + " to "
                    + Arrays.toString(written) + ": the relationship wins");
        }
    }

    private void nullChildren(InstanceState parent) {
        for (RelationshipEnd end : parent.type().ends()) {
            ChildAction action = ChildAction.of(end);
            if (!action.nulls()) {
                continue;
            }
            List<InstanceState> children = action == ChildAction.NULL_ALL
                    ? children(parent, end)
                    : Related.loaded(holder(parent, end)).stream()
                            .map(source::member)
                            .filter(child -> child != null)
                            .toList();
            for (InstanceState child : children) {
                if (!source.doomed().contains(child) && stillRefers(child, parent, end)) {
                    refuseBlankOut(child, parent, end);
                    RowChange change = changes.write(child);
                    change.copy(new KeyCopy(end, null));
                    List<String> causes = new ArrayList<>();
                    causes.add(end.label() + " takes the key away when its "
                            + parent.type().name() + " is deleted (passiveDeletes "
                            + end.model().passiveDeletes() + ", no delete cascade)");
                    causes.add("deleting " + parent);
                    causes.addAll(source.causes(parent));
                    change.because(causes);
                }
            }
        }
    }

    private List<InstanceState> children(InstanceState parent, RelationshipEnd end) {
        Holder<?> holder = holder(parent, end);
        return HolderAccess.loaded(holder)
                ? Related.loaded(holder).stream()
                        .map(source::member)
                        .filter(Objects::nonNull)
                        .toList()
                : UnloadedChildren.read(source, parent, end);
    }

    /** The children of an object whose key changes get the new one, where the relationship says that the session does it. */
    private void moveChildren() {
        Deque<InstanceState> open = new ArrayDeque<>();
        changes.rows().stream()
                .filter(row -> row.kind() == RowChange.Kind.UPDATE)
                .forEach(row -> open.add(row.state()));
        while (!open.isEmpty()) {
            InstanceState parent = open.poll();
            for (RelationshipEnd end : parent.type().ends()) {
                if (end.linkTable() != null && followsKey(end, parent)) {
                    changes.links().add(LinkChange.following(end, parent));
                } else if (!end.toParent()
                        && end.linkTable() == null
                        && end.model().passiveUpdates() == PassiveUpdates.NEVER
                        && movesAny(parent, end.parentColumns())) {
                    for (InstanceState child : oldChildren(parent, end)) {
                        follow(child, end, parent);
                        open.add(child);
                    }
                }
            }
        }
    }

    private void follow(InstanceState child, RelationshipEnd end, InstanceState parent) {
        changes.write(child).copy(new KeyCopy(end, parent));
        Set<Integer> columns = following.computeIfAbsent(child, key -> new HashSet<>());
        for (int i = 0; i < end.childColumns().length; i++) {
            if (moves(parent, end.parentColumns()[i])) {
                columns.add(end.childColumns()[i]);
            }
        }
    }

    private boolean followsKey(RelationshipEnd end, InstanceState owner) {
        return end.model().passiveUpdates() == PassiveUpdates.NEVER
                && !end.model().viewOnly()
                && movesAny(owner, Objects.requireNonNull(end.linkTable()).ownKey());
    }

    private boolean movesAny(InstanceState state, int[] columns) {
        return Arrays.stream(columns).anyMatch(column -> moves(state, column));
    }

    /** Whether a row gets another value, by its field or from the key that it follows. */
    private boolean moves(InstanceState state, int column) {
        return state.changed(column) || following.getOrDefault(state, Set.of()).contains(column);
    }

    private List<InstanceState> oldChildren(InstanceState parent, RelationshipEnd end) {
        return children(parent, end).stream()
                .filter(child -> !source.doomed().contains(child) && stillRefers(child, parent, end))
                .toList();
    }

    private void refuseBlankOut(InstanceState child, InstanceState parent, RelationshipEnd end) {
        for (int column : end.nulledColumns()) {
            ColumnModel model = end.child().model().columns().get(column);
            String reason = model.id()
                    ? "it is part of the primary key"
                    : model.type().primitive() ? "a primitive field has no NULL" : null;
            if (reason != null) {
                UsageException refusal = new UsageException(
                        "DVT-ORM-UNPLACED",
                        "deleting " + parent + " is to set " + columns(end) + " of " + child
                                + " to NULL (passiveDeletes " + end.model().passiveDeletes() + " of " + end.label()
                                + ", no delete cascade), but " + reason + ". Give the relationship the cascade"
                                + " DELETE, or leave passiveDeletes to the foreign key. Nothing was sent to the database");
                refusals.accept(child, refusal);
            }
        }
    }

    private boolean stillRefers(InstanceState child, InstanceState parent, RelationshipEnd end) {
        RowChange change = changes.of(child);
        boolean moved = change != null
                && change.copies().stream().anyMatch(copy -> Arrays.equals(copy.columns(), end.childColumns()));
        return !moved
                && child.lifeCycle() == LifeCycle.PERSISTENT
                && same(child::get, end.childColumns(), parent.known()::value, end.parentColumns());
    }

    private static boolean same(
            ForeignKeyDescriptor.Values left,
            int[] leftColumns,
            ForeignKeyDescriptor.Values right,
            int[] rightColumns) {
        return IntStream.range(0, leftColumns.length)
                .allMatch(i -> Objects.equals(left.at(leftColumns[i]), right.at(rightColumns[i])));
    }

    private void refuseUnplaced(Removal removal) {
        InstanceState child = removal.child();
        RowChange change = changes.of(child);
        if (change == null || change.kind() != RowChange.Kind.UPDATE) {
            return;
        }
        boolean unplaced = change.copies().stream()
                .anyMatch(copy -> copy.parent() == null
                        && Arrays.equals(copy.columns(), removal.end().childColumns()));
        boolean required = Arrays.stream(removal.end().nulledColumns())
                .mapToObj(column -> removal.end().child().model().columns().get(column))
                .anyMatch(column -> !column.nullable() || column.id());
        if (unplaced && required) {
            refusals.accept(child, new UsageException("DVT-ORM-UNPLACED", unplaced(child, removal.end())));
        }
    }

    private static String unplaced(InstanceState child, RelationshipEnd end) {
        RelationshipEnd collection = end.toParent() && end.inverse() != null ? end.inverse() : end;
        return child + " was taken out of " + collection.label() + " and put nowhere else, but its key "
                + columns(end) + " cannot be NULL. Put it into another "
                + end.parent().model().simpleName()
                + ", delete it with session.delete, or give " + collection.label()
                + " the cascade DELETE_ORPHAN. Nothing was sent to the database";
    }

    private static String columns(RelationshipEnd end) {
        List<String> names = Arrays.stream(end.childColumns())
                .mapToObj(column -> end.child().model().columns().get(column))
                .map(ColumnModel::label)
                .toList();
        return end.child().model().simpleName() + "." + String.join(", ", names);
    }

    private static boolean refers(InstanceState child, RelationshipEnd end) {
        return Arrays.stream(end.childColumns())
                .allMatch(column -> child.known().value(column) != null);
    }

    private static Holder<?> holder(InstanceState state, RelationshipEnd end) {
        return state.type().holder(state.entity(), end.position());
    }

    /** A child that lost its parent, to be looked at again when all holders were seen. */
    private record Removal(InstanceState child, RelationshipEnd end) {}
}
