package dev.dovetail.orm.internal.cascade;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what was not flushed of one object, and what that did to the other side of its relationships, so that both
 * sides agree again.
 */
public final class Reverting {

    private final Function<Object, @Nullable InstanceState> members;

    /**
     * Reverts objects of a session.
     *
     * @param members gives the state of an object that is in the session, null for others
     */
    public Reverting(Function<Object, @Nullable InstanceState> members) {
        this.members = members;
    }

    /**
     * Reverts an object.
     *
     * @param state the object, which has a row
     */
    public void revert(InstanceState state) {
        List<Runnable> mirrors = new ArrayList<>();
        state.type().ends().forEach(end -> mirrors.addAll(mirrors(state, end)));
        state.revert();
        mirrors.forEach(Runnable::run);
    }

    /**
     * Reverts one relationship of an object, and with it the foreign key that it set.
     *
     * @param state the object, which has a row
     * @param end the relationship
     */
    public void revert(InstanceState state, RelationshipEnd end) {
        Holder<?> holder = end.holder(state.entity());
        if (!HolderAccess.changed(holder)) {
            return;
        }
        List<Runnable> mirrors = mirrors(state, end);
        HolderAccess.revert(holder);
        if (end.toParent()) {
            state.revert(end.childColumns());
        }
        mirrors.forEach(Runnable::run);
        state.recheckHolders();
    }

    /** Of a many-to-many relationship each side is reverted by itself: the flush writes what either still says. */
    private List<Runnable> mirrors(InstanceState state, RelationshipEnd end) {
        List<Runnable> mirrors = new ArrayList<>();
        Holder<?> holder = end.holder(state.entity());
        RelationshipEnd inverse = end.inverse();
        if (inverse != null && end.linkTable() == null && HolderAccess.changed(holder)) {
            Related.added(holder).forEach(other -> mirrors.add(() -> leave(state, end, inverse, other)));
            Related.removed(holder).forEach(other -> mirrors.add(() -> comeBack(state, end, inverse, other)));
        }
        return mirrors;
    }

    private void leave(InstanceState state, RelationshipEnd end, RelationshipEnd inverse, Object other) {
        if (end.toParent() || !(inverse.holder(other) instanceof One<?>)) {
            HolderAccess.release(inverse.holder(other), state.entity());
        } else {
            revertChild(end, inverse, other);
        }
    }

    private void comeBack(InstanceState state, RelationshipEnd end, RelationshipEnd inverse, Object other) {
        if (end.toParent() || !(inverse.holder(other) instanceof One<?>)) {
            HolderAccess.accept(inverse.holder(other), state.entity());
        } else {
            revertChild(end, inverse, other);
        }
    }

    /** A child goes back to the parent that it had. */
    private void revertChild(RelationshipEnd end, RelationshipEnd toParent, Object child) {
        One<?> reference = (One<?>) toParent.holder(child);
        if (!HolderAccess.changed(reference)) {
            return;
        }
        HolderAccess.revert(reference);
        InstanceState member = members.apply(child);
        if (member != null && member.hasRow()) {
            member.write(member.known(), toParent.childColumns());
        }
        Object parent = HolderAccess.value(reference);
        if (parent != null) {
            HolderAccess.accept(end.holder(parent), child);
        }
    }
}
