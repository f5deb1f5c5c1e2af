package dev.dovetail.orm;

import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.sql.Assignment;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What follows in memory when a statement by criteria has written columns or deleted rows: whatever hangs on them is loaded
 * anew, also of objects of which nobody has asked whether the statement meets them.
 */
final class WrittenColumns {

    private final SessionState session;
    private final Set<ForeignKeyDescriptor> followed = new HashSet<>();

    private WrittenColumns(SessionState session) {
        this.session = session;
    }

    static void follow(SessionState session, EntityDescriptor<?> type, List<Assignment> assignments) {
        Set<String> names = assignments.stream()
                .map(assignment -> assignment.column().name())
                .collect(Collectors.toSet());
        WrittenColumns written = new WrittenColumns(session);
        written.staleHolders(type, names);
        written.staleMore(type, names);
        written.staleReferring(type, names);
    }

    /** After a delete: an object that was stale is not looked at either, and another row may get its key. */
    static void mayBeGone(SessionState session, EntityDescriptor<?> type) {
        new WrittenColumns(session)
                .of(type).stream().filter(InstanceState::stale).forEach(state -> {
                    session.undo.remember(state);
                    state.makeStale();
                });
    }

    /** References whose keys were written, and the collections and references on the other side. */
    private void staleHolders(EntityDescriptor<?> type, Set<String> names) {
        for (InstanceState state : session.identityMap.all()) {
            for (RelationshipEnd end : state.type().ends()) {
                boolean theirs = end.toParent() ? state.type().isA(type) : end.toChildren() && hasKey(type, end);
                if (theirs && any(session.mappings().of(end.child()), end.childColumns(), names)) {
                    session.undo.remember(state);
                    HolderAccess.stale(end.holder(state.entity()));
                }
            }
        }
    }

    private boolean hasKey(EntityDescriptor<?> type, RelationshipEnd end) {
        EntityDescriptor<?> child = session.mappings().of(end.child());
        return child.isA(type) || type.isA(child);
    }

    /**
     * An object that was stale before is not looked at, whether its row was met: it is to be read again anyway, but perhaps not
     * in all its columns.
     */
    private void staleMore(EntityDescriptor<?> type, Set<String> names) {
        int[] columns = IntStream.range(0, type.columns().size())
                .filter(column -> names.contains(type.column(column).name()))
                .toArray();
        of(type).stream().filter(InstanceState::stale).forEach(state -> {
            session.undo.remember(state);
            IntStream.of(columns).forEach(state::makeStale);
        });
    }

    /** The database has given other keys to those who refer to written columns by ON UPDATE rules, and so on from them. */
    private void staleReferring(EntityDescriptor<?> type, Set<String> names) {
        for (ForeignKeyDescriptor key : type.incoming()) {
            ReferentialAction rule = key.constraint().onUpdate();
            boolean writes = rule != ReferentialAction.NO_ACTION && rule != ReferentialAction.RESTRICT;
            if (writes && any(type, key.parentColumns(), names) && followed.add(key)) {
                of(key.child()).forEach(child -> {
                    session.undo.remember(child);
                    child.makeStale();
                });
                staleReferring(key.child(), names(key.child(), key.childColumns()));
            }
        }
    }

    private Collection<InstanceState> of(EntityDescriptor<?> type) {
        return session.identityMap.all().stream()
                .filter(state -> state.type().isA(type))
                .toList();
    }

    private static boolean any(EntityDescriptor<?> type, int[] columns, Set<String> names) {
        return names(type, columns).stream().anyMatch(names::contains);
    }

    private static Set<String> names(EntityDescriptor<?> type, int[] columns) {
        return Arrays.stream(columns)
                .mapToObj(column -> type.column(column).name())
                .collect(Collectors.toSet());
    }
}
