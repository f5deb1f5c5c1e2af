package dev.dovetail.orm.internal.state;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.internal.reference.WeakIdentityMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the state of an object: through one of its holders, or, for an object that has none, in a table by identity.
 * Thread-safe.
 */
public final class States {

    private final Mappings mappings;
    private final WeakIdentityMap<Remembered> withoutHolders = new WeakIdentityMap<>();

    /**
     * The states of a session factory's objects.
     *
     * @param mappings the factory's entities
     */
    public States(Mappings mappings) {
        this.mappings = mappings;
    }

    /**
     * The state of an object; a new one for an object that no session has seen.
     *
     * @param entity the object
     * @return its state
     * @throws dev.dovetail.UsageException if its class is not mapped
     */
    public InstanceState of(Object entity) {
        InstanceState state = find(entity);
        if (state == null) {
            return made(mappings.of(entity), entity);
        }
        return state;
    }

    /**
     * The state of an object that was just made, so that nobody can have one of it.
     *
     * @param type the object's entity
     * @param entity the object
     * @return its state
     */
    public InstanceState made(EntityDescriptor<?> type, Object entity) {
        if (type.ends().isEmpty()) {
            Remembered remembered = new Remembered();
            withoutHolders.put(entity, remembered);
            return remembered.state(type, entity);
        }
        return new InstanceState(type, entity, null);
    }

    /**
     * The state of an object that no session keeps, read from a row. Its holders know that they cannot load.
     *
     * @param type the object's entity
     * @param entity the object
     * @param id the row's key, as {@link EntityKey#id} has it
     * @return its state, detached and without a snapshot
     */
    public static InstanceState readOnly(EntityDescriptor<?> type, Object entity, Object id) {
        InstanceState state = new InstanceState(type, entity, null);
        state.readOnly(id);
        return state;
    }

    /**
     * The state of an object, if a session has seen it. What another session factory left detached is taken over.
     *
     * @param entity the object
     * @return its state, or null
     */
    public @Nullable InstanceState find(Object entity) {
        EntityDescriptor<?> type = mappings.of(entity);
        if (type.ends().isEmpty()) {
            Remembered remembered = withoutHolders.get(entity);
            return remembered == null ? null : remembered.state(type, entity);
        }
        Holder<?> any = type.holder(entity, 0);
        InstanceState state = (InstanceState) HolderAccess.owner(any);
        if (state == null || state.type() == type || state.session() != null) {
            return state;
        }
        InstanceState own = new InstanceState(type, entity, null);
        own.told(state.nullsGiven(), state.assigned());
        if (state.key() != null && state.hasRow()) {
            own.takeOver(state.key(), state.known(), state.rowDeleted());
        }
        type.holders(entity).forEach(holder -> HolderAccess.attach(holder, own));
        return own;
    }
}
