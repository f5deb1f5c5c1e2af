package dev.dovetail.orm.internal.state;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import java.lang.ref.WeakReference;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the state of an object: through one of its holders; an object that has none by its row, if this session has read it,
 * or else among the {@link LooseObjects} of the session factory. Each session has one.
 */
public final class States {

    private final Mappings mappings;
    private final LooseObjects loose;
    private final SessionRows rows;
    /** Who has read last. */
    private Thread thread = Thread.currentThread();
    /** This, for the session factory, once an object without holders was read. */
    private @Nullable WeakReference<States> reading;
    /** The objects without holders that were read, once one was not found by its key. */
    private @Nullable Map<Object, InstanceState> byIdentity;

    /**
     * The states of a session's objects.
     *
     * @param mappings the factory's entities
     * @param loose what the factory knows of objects without holders
     * @param rows the session's own
     */
    public States(Mappings mappings, LooseObjects loose, SessionRows rows) {
        this.mappings = mappings;
        this.loose = loose;
        this.rows = rows;
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
            EntityDescriptor<?> type = mappings.of(entity);
            return type.ends().isEmpty()
                    ? loose.remember(entity).state(type, entity)
                    : new InstanceState(type, entity, null);
        }
        return state;
    }

    /**
     * The state of an object that only passes through; nobody keeps that of an object that no session has seen.
     *
     * @param entity the object
     * @return its state
     * @throws dev.dovetail.UsageException if its class is not mapped
     */
    public InstanceState passing(Object entity) {
        InstanceState state = find(entity);
        return state == null ? new InstanceState(mappings.of(entity), entity, null) : state;
    }

    /**
     * The state of an object that was made of a row just now.
     *
     * @param type the object's entity
     * @param entity the object
     * @return its state
     */
    public InstanceState made(EntityDescriptor<?> type, Object entity) {
        InstanceState state = new InstanceState(type, entity, null);
        if (type.ends().isEmpty()) {
            thread = Thread.currentThread();
            if (reading == null) {
                reading = new WeakReference<>(this);
                loose.reading(reading);
            }
            if (byIdentity != null) {
                byIdentity.put(entity, state);
            }
        }
        return state;
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
            return findLoose(type, entity);
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

    private @Nullable InstanceState findLoose(EntityDescriptor<?> type, Object entity) {
        EntityKey key = type.key(entity);
        InstanceState read = reading == null ? null : read(entity, key);
        if (read == null && key != null) {
            read = loose.readByOthers(entity, key, this);
        }
        if (read != null) {
            remember(read);
            return read;
        }
        Remembered remembered = loose.get(entity);
        return remembered == null ? null : remembered.state(type, entity);
    }

    /** What was only read is remembered by the session factory from now on, for it may go other ways than the others. */
    public void remember(InstanceState state) {
        if (state.onlyRead()) {
            state.rememberedBy(loose.remember(state.entity()));
        }
    }

    /** An object that another session of the same thread asks for. */
    @Nullable
    InstanceState readByThisThread(Object entity, EntityKey key) {
        InstanceState state = thread == Thread.currentThread() ? rows.peek(key) : null;
        return state != null && state.entity() == entity ? state : null;
    }

    private @Nullable InstanceState read(Object entity, @Nullable EntityKey key) {
        InstanceState state = key == null ? null : rows.get(key);
        return state != null && state.entity() == entity ? state : byIdentity().get(entity);
    }

    private Map<Object, InstanceState> byIdentity() {
        Map<Object, InstanceState> table = byIdentity;
        if (table == null) {
            table = new IdentityHashMap<>();
            for (InstanceState state : rows.all()) {
                if (state.type().ends().isEmpty()) {
                    table.put(state.entity(), state);
                }
            }
            byIdentity = table;
        }
        return table;
    }

    /** Leaves what was only read to the session factory, when all objects leave the session. */
    public void leave() {
        if (reading == null) {
            return;
        }
        loose.leave(reading, rows);
        reading = null;
        byIdentity = null;
    }
}
