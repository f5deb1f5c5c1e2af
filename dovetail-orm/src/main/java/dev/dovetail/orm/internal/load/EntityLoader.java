package dev.dovetail.orm.internal.load;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Cursor;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into objects: one object for each row, by the identity map. A row of an object that is already there is looked
 * at only if the object is stale; what the application changed is never overwritten.
 */
public final class EntityLoader implements RowTarget {

    /** Keys in one statement; below the parameter limit of every database. */
    private static final int KEYS_PER_STATEMENT = 500;

    private final LoadContext session;
    /** For the next row, if the object of the last one was there already and did not take it. */
    private @Nullable Snapshot<?> spare;

    private @Nullable EntityDescriptor<?> spareOf;

    /**
     * A loader for a session.
     *
     * @param session the session
     */
    public EntityLoader(LoadContext session) {
        this.session = session;
    }

    /**
     * Reads stale objects again, one statement for each class (and for each five hundred objects of it).
     *
     * @param states the objects
     * @throws ObjectDeletedException if a row is gone
     */
    public void reread(Collection<InstanceState> states) {
        Map<EntityDescriptor<?>, List<InstanceState>> byEntity = states.stream()
                .collect(Collectors.groupingBy(InstanceState::type, LinkedHashMap::new, Collectors.toList()));
        byEntity.forEach((entity, stale) -> {
            for (int from = 0; from < stale.size(); from += KEYS_PER_STATEMENT) {
                reread(entity, stale.subList(from, Math.min(stale.size(), from + KEYS_PER_STATEMENT)));
            }
        });
    }

    private void reread(EntityDescriptor<?> entity, List<InstanceState> stale) {
        Object[] keys = stale.stream()
                .flatMap(state -> Objects.requireNonNull(state.key()).values().stream())
                .toArray();
        query(
                entity,
                EntityStatements.selectByKeys(entity, entity.idColumns(), stale.size()),
                keys,
                "reading " + names(stale) + " again");
        requireRead(stale);
    }

    /** Refuses objects that a statement for their rows has left stale. */
    void requireRead(Collection<InstanceState> stale) {
        for (InstanceState state : stale) {
            if (state.stale()) {
                throw new ObjectDeletedException(state + " is in the session, but its row is gone: it was deleted by"
                        + " another transaction, or by a rule of the database. Expunge the object, or roll back");
            }
        }
    }

    private static String names(List<InstanceState> states) {
        return states.size() == 1 ? states.get(0).toString() : states.size() + " objects";
    }

    /**
     * Runs a query whose first columns are an entity's.
     *
     * @param entity the entity
     * @param select the query
     * @param arguments the parameters' values
     * @param purpose what it is for
     * @return the objects' states, in the order of the rows
     */
    public List<InstanceState> query(EntityDescriptor<?> entity, Select<?> select, Object[] arguments, String purpose) {
        LoadOrigin origin = new LoadOrigin(purpose, entity, session.mappings());
        List<InstanceState> found = new ArrayList<>();
        try (Cursor cursor = session.connection(entity).query(select, arguments, origin)) {
            read(entity, cursor, found);
        }
        return found;
    }

    /**
     * What an object's row has now, read without touching the object.
     *
     * @param state the object
     * @return the row's values, or null if it is gone
     */
    public @Nullable Snapshot<?> row(InstanceState state) {
        EntityDescriptor<?> entity = state.type();
        LoadOrigin origin = new LoadOrigin("reading the row of " + state, entity, session.mappings());
        Object[] key = Objects.requireNonNull(state.key()).values().toArray();
        Select<Row> select = EntityStatements.selectBy(entity, entity.idColumns());
        try (Cursor cursor = session.connection(entity).query(select, key, origin)) {
            return cursor.next() ? values(entity, cursor) : null;
        }
    }

    private static Snapshot<?> values(EntityDescriptor<?> entity, Cursor cursor) {
        Snapshot<?> values = entity.mapper().snapshot();
        try {
            values.read(new EntityRows(entity.layout(), cursor, 1).reader(entity));
            return values;
        } catch (SQLException e) {
            throw cursor.explain(e);
        }
    }

    private void read(EntityDescriptor<?> entity, Cursor cursor, List<InstanceState> found) {
        EntityRows rows = new EntityRows(entity.layout(), cursor, 1);
        cursor.read(() -> {
            while (cursor.next()) {
                found.add(rows.take(this));
            }
        });
    }

    @Override
    public InstanceState take(EntityDescriptor<?> entity, RowReader row) throws SQLException {
        return take(entity, row, null);
    }

    /** Makes a row an object of the session; one that is there already is told, and takes the row if it is stale then. */
    <E> InstanceState take(EntityDescriptor<E> entity, RowReader row, @Nullable Consumer<InstanceState> told)
            throws SQLException {
        Snapshot<E> values = spare(entity);
        values.read(row);
        Object id = requireId(entity, values);
        InstanceState known = session.identityMap().get(entity, id);
        if (known == null || known.stale() || told != null) {
            spare = null;
        }
        if (known == null) {
            return make(entity, id, values);
        }
        if (told != null) {
            told.accept(known);
        }
        if (known.stale()) {
            refresh(known, entity, values);
        } else if (known.type() == entity) {
            known.loadDeferred(values);
        }
        return known;
    }

    @SuppressWarnings("unchecked") // it was made for that entity
    private <E> Snapshot<E> spare(EntityDescriptor<E> entity) {
        if (spare == null || spareOf != entity) {
            spare = entity.mapper().snapshot();
            spareOf = entity;
        }
        return (Snapshot<E>) spare;
    }

    private <E> InstanceState make(EntityDescriptor<E> entity, Object id, Snapshot<E> values) {
        E object = entity.mapper().instantiate();
        values.restore(object);
        InstanceState state = session.states().made(entity, object);
        state.read(session, id, values, session.nextRead());
        session.identityMap().addNew(state, id);
        session.loaded(state);
        return state;
    }

    /** The key of a row, as {@link EntityKey#id} has it. */
    static Object requireId(EntityDescriptor<?> entity, Snapshot<?> values) {
        Object id = entity.id(values);
        if (id == null) {
            throw new UsageException(
                    "DVT-ORM-NO-KEY", "a row of " + entity.table().name() + " has NULL in its primary key");
        }
        return id;
    }

    private void refresh(InstanceState known, EntityDescriptor<?> type, Snapshot<?> values) {
        if (known.type() != type) {
            throw new UsageException(
                    "DVT-ORM-DISCRIMINATOR",
                    known + " is a " + type.name()
                            + " in the database now; expunge the object, and read it again to have one of that class");
        }
        known.refresh(values);
        known.readAt(session.nextRead());
    }

    @Override
    public @Nullable EntityDescriptor<?> typeOf(EntityKey key) {
        InstanceState state = session.identityMap().get(key);
        return state == null ? null : state.type();
    }

    @Override
    public @Nullable InstanceState known(EntityKey key) {
        InstanceState state = session.identityMap().get(key);
        return state == null || state.stale() ? null : state;
    }

    @Override
    public boolean overwrites() {
        return false;
    }
}
