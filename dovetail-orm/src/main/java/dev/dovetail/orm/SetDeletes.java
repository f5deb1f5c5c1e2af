package dev.dovetail.orm;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.cascade.ChildAction;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.SetDelete;
import dev.dovetail.orm.internal.unitofwork.TableOrder;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.model.Deletes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which children of deleted objects go by one statement for each level instead of being loaded, and makes the values
 * of those statements.
 */
final class SetDeletes {

    private final SessionState session;

    SetDeletes(SessionState session) {
        this.session = session;
    }

    /** Whether an object's children, and what is below them, can be deleted as rows: nobody has or needs the objects. */
    boolean possible(InstanceState parent, RelationshipEnd end) {
        if (ChildAction.of(end) != ChildAction.DELETE_ALL) {
            return false;
        }
        Holder<?> holder = end.holder(parent.entity());
        return !HolderAccess.loaded(holder) && !HolderAccess.changed(holder) && rowsOnly(end);
    }

    /** That the children are to be deleted, and that their rows are all that is to be known of them. */
    private boolean rowsOnly(RelationshipEnd end) {
        if (ChildAction.of(end) != ChildAction.DELETE_ALL
                || !end.toChildren()
                || end.model().passiveDeletes() != PassiveDeletes.BY_FOREIGN_KEY
                || end.postUpdate()
                || key(end).isEmpty()) {
            return false;
        }
        EntityDescriptor<?> child = child(end);
        return child.base() == null
                && child.hierarchy().size() == 1
                && !child.versioned()
                && !inCircle(child)
                && child.mapper().model().deletes() == Deletes.SILENT
                && !session.hearsDeletes(child.entityClass())
                && session.criteria(child, null).isEmpty()
                && child.ends().stream().allMatch(below -> untouched(below) || rowsOnly(below));
    }

    /** Whether a relationship does nothing when an object is deleted. */
    private static boolean untouched(RelationshipEnd end) {
        return end.model().viewOnly()
                || end.linkTable() == null && !end.postUpdate() && ChildAction.of(end) == ChildAction.LEAVE;
    }

    /** Rows that refer to each other need an order among themselves. */
    private boolean inCircle(EntityDescriptor<?> entity) {
        return session.factory.tableOrder().stream()
                .anyMatch(component -> component.contains(entity.root()) && TableOrder.cyclic(component));
    }

    /** The classes with objects that have not been flushed, or that such an object's holders gained or lost. */
    Set<EntityDescriptor<?>> unflushed() {
        Set<EntityDescriptor<?>> unflushed = new LinkedHashSet<>();
        for (InstanceState state : session.pending) {
            unflushed.add(state.type());
            addRelated(state, unflushed);
        }
        for (InstanceState state : session.identityMap.all()) {
            if (state.changed()) {
                unflushed.add(state.type());
            }
            addRelated(state, unflushed);
        }
        return unflushed;
    }

    private void addRelated(InstanceState state, Set<EntityDescriptor<?>> unflushed) {
        if (state.holdersChanged()) {
            for (RelationshipEnd end : state.type().ends()) {
                if (HolderAccess.changed(end.holder(state.entity()))) {
                    unflushed.add(session.mappings().of(end.target()));
                    unflushed.add(session.mappings().of(end.child()));
                }
            }
        }
    }

    /** Whether a relationship's children, or what is below them, are of some classes. */
    boolean reach(RelationshipEnd end, Set<EntityDescriptor<?>> classes) {
        return paths(List.of(end)).stream().anyMatch(path -> classes.contains(child(last(path))));
    }

    /** One delete for each level below some objects, the deepest first. */
    List<SetDelete> of(Origin origin, List<InstanceState> owners, Doomed doomed) {
        return paths(List.of(origin.type().ends().get(origin.position()))).stream()
                .map(path -> new SetDelete(
                        path.stream().map(end -> key(end).orElseThrow()).toList(),
                        path,
                        owners,
                        causes(path, owners, doomed)))
                .toList();
    }

    private static List<String> causes(List<RelationshipEnd> path, List<InstanceState> owners, Doomed doomed) {
        List<String> causes = new ArrayList<>();
        for (int i = path.size() - 1; i > 0; i--) {
            causes.add("cascade DELETE of " + path.get(i).label());
        }
        causes.add(Doomed.cascade(path.get(0), SetDelete.names(owners)));
        causes.addAll(doomed.causes(owners.get(0)));
        return causes;
    }

    /** The ways down from a relationship along the delete cascade, the longer before those that they begin with. */
    private List<List<RelationshipEnd>> paths(List<RelationshipEnd> path) {
        List<List<RelationshipEnd>> paths = new ArrayList<>();
        for (RelationshipEnd below : child(last(path)).ends()) {
            if (ChildAction.of(below) == ChildAction.DELETE_ALL) {
                List<RelationshipEnd> longer = new ArrayList<>(path);
                longer.add(below);
                paths.addAll(paths(longer));
            }
        }
        paths.add(path);
        return paths;
    }

    private static RelationshipEnd last(List<RelationshipEnd> path) {
        return path.get(path.size() - 1);
    }

    private EntityDescriptor<?> child(RelationshipEnd end) {
        return session.mappings().of(end.target());
    }

    private Optional<ForeignKeyDescriptor> key(RelationshipEnd end) {
        return child(end).outgoing().stream()
                .filter(key -> Arrays.equals(key.childColumns(), end.childColumns())
                        && session.mappings().of(end.parent()).isA(key.parent()))
                .findFirst();
    }

    /** A relationship of a class. */
    record Origin(EntityDescriptor<?> type, int position) {}
}
