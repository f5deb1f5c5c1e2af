package dev.dovetail.orm.internal.cascade;

import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.UndoLog;
import dev.dovetail.schema.ReferentialAction;
import java.util.Arrays;
import java.util.List;

/**
 * What the database did by itself when keys were changed that others refer to, repeated in memory without SQL: by ON UPDATE
 * CASCADE the session's objects get the new key, and where that is part of their own primary key, they are known by
 * another one from now on; by SET NULL they have none; by SET DEFAULT they go stale. It happens right after the statement, because the next
 * one finds their rows by the new key.
 */
public final class KeyEffects {

    private final IdentityMap identityMap;
    private final UndoLog undo;
    private final Referring referring;

    /**
     * The effects within a session.
     *
     * @param identityMap the session's objects
     * @param undo captures objects before they are changed
     */
    public KeyEffects(IdentityMap identityMap, UndoLog undo) {
        this.identityMap = identityMap;
        this.undo = undo;
        this.referring = new Referring(identityMap);
    }

    /**
     * Whether others may refer to one of an object's columns.
     *
     * @param state the object
     * @param columns the columns' positions
     * @return true if an UPDATE of them has to be followed
     */
    public static boolean concerns(InstanceState state, int[] columns) {
        return state.type().incoming().stream()
                .anyMatch(key -> key.constraint().onUpdate() != ReferentialAction.NO_ACTION
                        && key.constraint().onUpdate() != ReferentialAction.RESTRICT
                        && Arrays.stream(key.parentColumns())
                                .anyMatch(own -> Arrays.stream(columns).anyMatch(column -> column == own)));
    }

    /** Forgets who refers to whom, before the rows of another statement are followed. */
    public void nextStatement() {
        referring.clear();
    }

    /**
     * Follows the database's rules from a row that was updated.
     *
     * @param parent the row's object, which knows the row as it is now
     * @param before the row as it was
     */
    public void follow(InstanceState parent, Snapshot<?> before) {
        for (ForeignKeyDescriptor key : parent.type().incoming()) {
            Object[] old = key.referenced(before::value);
            Object[] now = key.referenced(parent.known()::value);
            if (old == null || Arrays.equals(old, now)) {
                continue;
            }
            List<InstanceState> children = referring.to(old, key);
            switch (key.constraint().onUpdate()) {
                case CASCADE ->
                    children.forEach(child -> {
                        if (now != null) {
                            move(child, key, now);
                        }
                    });
                case SET_NULL ->
                    children.forEach(child -> {
                        move(child, key, new Object[old.length]);
                        child.makeStale();
                    });
                case SET_DEFAULT ->
                    children.forEach(child -> {
                        undo.remember(child);
                        child.makeStale();
                    });
                case NO_ACTION, RESTRICT -> {}
            }
        }
    }

    private void move(InstanceState child, ForeignKeyDescriptor key, Object[] now) {
        undo.remember(child);
        Snapshot<?> before = child.known().copy();
        child.moveKey(key.childColumns(), now);
        identityMap.rekey(child);
        follow(child, before);
    }
}
