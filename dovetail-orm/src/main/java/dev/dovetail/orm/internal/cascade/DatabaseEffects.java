package dev.dovetail.orm.internal.cascade;

import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.UndoLog;
import dev.dovetail.schema.ReferentialAction;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the database did by itself when rows were deleted, repeated in memory: objects whose known key leads to a deleted
 * row by ON DELETE CASCADE become deleted with it; those that lost their key have NULL there, and go stale; and since the database reaches rows
 * through objects that are not in memory, too, so does everything else of a class that a rule can reach.
 */
public final class DatabaseEffects {

    private final IdentityMap identityMap;
    private final UndoLog undo;
    private final Referring referring;

    /**
     * The effects within a session.
     *
     * @param identityMap the session's objects
     * @param undo captures objects before they are changed
     */
    public DatabaseEffects(IdentityMap identityMap, UndoLog undo) {
        this.identityMap = identityMap;
        this.undo = undo;
        this.referring = new Referring(identityMap);
    }

    /**
     * Follows the database's rules from rows that were deleted.
     *
     * @param deleted the objects whose rows were deleted
     */
    public void follow(Collection<InstanceState> deleted) {
        follow(deleted, Set.of());
    }

    /**
     * Follows the database's rules, and what statements deleted by a foreign key, from rows that were deleted.
     *
     * @param deleted the objects whose rows were deleted
     * @param deletedBy the keys by which statements deleted referring rows, as ON DELETE CASCADE would
     */
    public void follow(Collection<InstanceState> deleted, Set<ForeignKeyDescriptor> deletedBy) {
        Deque<InstanceState> open = new ArrayDeque<>(deleted);
        Set<EntityDescriptor<?>> types = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            InstanceState parent = open.poll();
            types.add(parent.type());
            for (ForeignKeyDescriptor key : parent.type().incoming()) {
                if (cascades(key, deletedBy) && deletesObjects(key)) {
                    reach(parent, key, open);
                } else if (key.constraint().onDelete() == ReferentialAction.SET_NULL) {
                    empty(parent, key);
                }
            }
        }
        Set<EntityDescriptor<?>> reached = reached(types, deletedBy);
        if (reached.isEmpty()) {
            return;
        }
        identityMap.all().stream()
                .filter(state -> reached.contains(state.type()) && !state.stale())
                .forEach(this::makeStale);
    }

    /** A key of a joined table other than the first takes a part of the object only. */
    private static boolean deletesObjects(ForeignKeyDescriptor key) {
        return IntStream.of(key.childColumns())
                .allMatch(column -> key.child().tables().get(0).has(column));
    }

    private static boolean cascades(ForeignKeyDescriptor key, Set<ForeignKeyDescriptor> deletedBy) {
        return key.constraint().onDelete() == ReferentialAction.CASCADE || deletedBy.contains(key);
    }

    private static boolean writes(ReferentialAction action) {
        return action == ReferentialAction.CASCADE
                || action == ReferentialAction.SET_NULL
                || action == ReferentialAction.SET_DEFAULT;
    }

    /** The classes whose rows the database may have written, also through rows that are not in memory. */
    private static Set<EntityDescriptor<?>> reached(
            Set<EntityDescriptor<?>> deleted, Set<ForeignKeyDescriptor> deletedBy) {
        Set<EntityDescriptor<?>> reached = new LinkedHashSet<>();
        Set<EntityDescriptor<?>> seen = new LinkedHashSet<>(deleted);
        Deque<EntityDescriptor<?>> open = new ArrayDeque<>(deleted);
        while (!open.isEmpty()) {
            for (ForeignKeyDescriptor key : open.poll().incoming()) {
                boolean cascades = cascades(key, deletedBy);
                if (cascades || writes(key.constraint().onDelete())) {
                    reached.addAll(key.child().hierarchy());
                }
                if (cascades) {
                    key.child().hierarchy().stream().filter(seen::add).forEach(open::add);
                }
            }
        }
        return reached;
    }

    private void makeStale(InstanceState state) {
        undo.remember(state);
        state.makeStale();
    }

    private void reach(InstanceState parent, ForeignKeyDescriptor key, Deque<InstanceState> open) {
        for (InstanceState child : children(parent, key)) {
            if (child.lifeCycle() == LifeCycle.PERSISTENT) {
                undo.remember(child);
                child.become(LifeCycle.DELETED);
                identityMap.remove(child);
                open.add(child);
            }
        }
    }

    /** The row's key is NULL now: what is known needs not be read, and the object may be moved on. */
    private void empty(InstanceState parent, ForeignKeyDescriptor key) {
        for (InstanceState child : children(parent, key)) {
            if (child.lifeCycle() == LifeCycle.PERSISTENT) {
                undo.remember(child);
                child.moveKey(key.childColumns(), new Object[key.childColumns().length]);
                child.makeStale();
            }
        }
    }

    private List<InstanceState> children(InstanceState parent, ForeignKeyDescriptor key) {
        Object[] referenced = key.referenced(parent.known()::value);
        return referenced == null ? List.of() : referring.to(referenced, key);
    }
}
