package dev.dovetail.orm.internal.cascade;

import dev.dovetail.orm.attribute.Holder;
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

/**
 * The save-update cascade: the objects that come into a session with one that is added. It follows what is in memory, also
 * what was just taken out of a collection and not flushed yet, and never loads.
 */
public final class SaveUpdate {

    private final Mappings mappings;

    /**
     * The cascade over a session factory's entities.
     *
     * @param mappings the entities
     */
    public SaveUpdate(Mappings mappings) {
        this.mappings = mappings;
    }

    /**
     * An object and all that comes with it.
     *
     * @param start the object
     * @return each object once, the start first
     */
    public List<Object> from(Object start) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> found = new ArrayList<>();
        Deque<Object> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            Object entity = open.poll();
            if (seen.add(entity)) {
                found.add(entity);
                follow(entity, open);
            }
        }
        return found;
    }

    private void follow(Object entity, Deque<Object> open) {
        EntityDescriptor<?> type = mappings.of(entity);
        for (RelationshipEnd end : type.ends()) {
            if (end.cascades(Cascade.SAVE_UPDATE)) {
                Holder<?> holder = type.holder(entity, end.position());
                open.addAll(Related.inMemory(holder));
                open.addAll(Related.removed(holder));
            }
        }
    }
}
