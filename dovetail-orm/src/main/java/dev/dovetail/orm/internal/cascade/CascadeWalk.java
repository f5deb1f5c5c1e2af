package dev.dovetail.orm.internal.cascade;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.mapping.Cascade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows a cascade from one object to the objects that are reached from it in memory. It never loads. Save-update also
 * follows what was just taken out of a collection and not flushed yet.
 */
public final class CascadeWalk {

    private final Mappings mappings;

    /**
     * Cascades over a session factory's entities.
     *
     * @param mappings the entities
     */
    public CascadeWalk(Mappings mappings) {
        this.mappings = mappings;
    }

    /**
     * An object and all that comes with it.
     *
     * @param start the object
     * @param cascade what travels
     * @param end objects, other than the start, that are not followed further
     * @return each object once, the start first
     */
    public List<Object> from(Object start, Cascade cascade, Predicate<Object> end) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> found = new ArrayList<>();
        Deque<Object> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            Object entity = open.poll();
            if (seen.add(entity)) {
                found.add(entity);
                if (entity == start || !end.test(entity)) {
                    follow(entity, cascade, open);
                }
            }
        }
        return found;
    }

    private void follow(Object entity, Cascade cascade, Deque<Object> open) {
        EntityDescriptor<?> type = mappings.of(entity);
        for (RelationshipEnd end : type.ends()) {
            if (end.cascades(cascade)) {
                Holder<?> holder = type.holder(entity, end.position());
                Related.inMemory(holder).forEach(open::add);
                if (cascade == Cascade.SAVE_UPDATE && HolderAccess.changed(holder)) {
                    open.addAll(Related.removed(holder));
                }
            }
        }
    }
}
