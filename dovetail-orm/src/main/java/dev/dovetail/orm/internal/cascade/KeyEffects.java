package dev.dovetail.orm.internal.cascade;

import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.UndoLog;
import dev.dovetail.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the database did by itself when keys were changed that others refer to, repeated in memory without SQL: by ON UPDATE
 * CASCADE the session's objects get the new key, and where that is part of their own primary key, they are known by
 * another one from now on; by SET NULL and SET DEFAULT they go stale. It happens right after the statement, because the next
 * one finds their rows by the new key.
 */
public final class KeyEffects {

    private final IdentityMap identityMap;
    private final UndoLog undo;
    private final Map<ForeignKeyDescriptor, Map<List<Object>, List<InstanceState>>> byReference = new HashMap<>();

    /**
     * The effects within a session.
     *
     * @param identityMap the session's objects
     * @param undo captures objects before they are changed
     */
    public KeyEffects(IdentityMap identityMap, UndoLog undo) {
        this.identityMap = identityMap;
        this.undo = undo;
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
        byReference.clear();
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
            List<InstanceState> children =
                    byReference.computeIfAbsent(key, this::index).getOrDefault(List.of(old), List.of());
            switch (key.constraint().onUpdate()) {
                case CASCADE ->
                    children.forEach(child -> {
                        if (now != null) {
                            move(child, key, now);
                        }
                    });
                case SET_NULL, SET_DEFAULT ->
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
        int[] untouched = Arrays.stream(key.childColumns())
                .filter(column -> !child.changed(column))
                .toArray();
        for (int i = 0; i < now.length; i++) {
            child.known().value(key.childColumns()[i], now[i]);
        }
        child.write(child.known(), untouched);
        identityMap.rekey(child);
        follow(child, before);
    }

    /** The session's objects by the key that they refer to. */
    private Map<List<Object>, List<InstanceState>> index(ForeignKeyDescriptor key) {
        Map<List<Object>, List<InstanceState>> index = new HashMap<>();
        for (InstanceState child : identityMap.all()) {
            Object[] reference = child.type().isA(key.child()) ? key.reference(child.known()::value) : null;
            if (reference != null) {
                index.computeIfAbsent(List.of(reference), ignored -> new ArrayList<>())
                        .add(child);
            }
        }
        return index;
    }
}
