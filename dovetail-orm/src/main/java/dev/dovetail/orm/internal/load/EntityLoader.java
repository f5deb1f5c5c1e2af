package dev.dovetail.orm.internal.load;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Cursor;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into objects: one object for each row, by the identity map. A row of an object that is already there is looked
 * at only if the object is stale; what the application changed is never overwritten.
 */
public final class EntityLoader {

    /** Keys in one statement; below the parameter limit of every database. */
    private static final int KEYS_PER_STATEMENT = 100;

    private final LoadContext session;

    /**
     * A loader for a session.
     *
     * @param session the session
     */
    public EntityLoader(LoadContext session) {
        this.session = session;
    }

    /**
     * Reads an object by its key.
     *
     * @param entity the entity
     * @param key the key
     * @return its state, or null if there is no such row
     */
    public @Nullable InstanceState byKey(EntityDescriptor<?> entity, EntityKey key) {
        List<InstanceState> found = query(
                entity,
                EntityStatements.selectBy(entity, entity.idColumns()),
                key.values().toArray(),
                "reading " + key);
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * Reads objects by the values of some columns.
     *
     * @param entity the entity
     * @param columns the columns' positions
     * @param values their values
     * @param order the order, empty for the primary key
     * @param purpose what it is for
     * @return their states
     */
    public List<InstanceState> byColumns(
            EntityDescriptor<?> entity, int[] columns, Object[] values, List<String> order, String purpose) {
        Select<Row> select = EntityStatements.ordered(EntityStatements.selectBy(entity, columns), entity, order);
        return query(entity, select, values, purpose);
    }

    /**
     * Reads objects by the values of some columns, for several values at once.
     *
     * @param entity the entity
     * @param columns the columns' positions
     * @param keys their values, one list for each key
     * @param order the order, empty for the primary key
     * @param purpose what it is for
     * @return the objects' states by key
     */
    public Map<List<Object>, List<InstanceState>> byKeys(
            EntityDescriptor<?> entity, int[] columns, List<List<Object>> keys, List<String> order, String purpose) {
        Map<List<Object>, List<InstanceState>> found = new LinkedHashMap<>();
        for (int from = 0; from < keys.size(); from += KEYS_PER_STATEMENT) {
            List<List<Object>> some = keys.subList(from, Math.min(keys.size(), from + KEYS_PER_STATEMENT));
            Select<Row> select = EntityStatements.ordered(
                    EntityStatements.selectByKeys(entity, columns, some.size()), entity, order);
            Object[] arguments = some.stream().flatMap(List::stream).toArray();
            for (InstanceState state : query(entity, select, arguments, purpose)) {
                List<Object> key = Arrays.stream(columns)
                        .mapToObj(state.known()::value)
                        .map(Objects::requireNonNull)
                        .toList();
                found.computeIfAbsent(key, ignored -> new ArrayList<>()).add(state);
            }
        }
        return found;
    }

    /**
     * Reads stale objects again, one statement for each class (and for each hundred objects of it).
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
        List<InstanceState> found = new ArrayList<>();
        query(entity, select, 0, arguments, purpose, (further, state) -> found.add(state));
        return found;
    }

    /**
     * Runs a query whose first columns are an entity's.
     *
     * @param entity the entity
     * @param select the query
     * @param further how many columns follow the entity's
     * @param arguments the parameters' values
     * @param purpose what it is for
     * @param found takes the values of those columns, none of them NULL, and the object's state, row by row
     */
    public void query(
            EntityDescriptor<?> entity,
            Select<?> select,
            int further,
            Object[] arguments,
            String purpose,
            BiConsumer<List<?>, InstanceState> found) {
        LoadOrigin origin = new LoadOrigin(purpose, entity, session.mappings());
        try (Cursor cursor = session.connection().query(select, arguments, origin)) {
            read(entity, cursor, further, found);
        }
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
        try (Cursor cursor = session.connection().query(select, key, origin)) {
            return cursor.next() ? values(entity, cursor) : null;
        }
    }

    private static Snapshot<?> values(EntityDescriptor<?> entity, Cursor cursor) {
        Snapshot<?> values = entity.mapper().snapshot();
        try {
            values.read(new EntityRows(entity, cursor, 1).reader(entity));
            return values;
        } catch (SQLException e) {
            throw cursor.explain(e);
        }
    }

    private void read(
            EntityDescriptor<?> entity, Cursor cursor, int further, BiConsumer<List<?>, InstanceState> found) {
        EntityRows rows = new EntityRows(entity, cursor, 1);
        int own = entity.layout().items().size();
        try {
            while (cursor.next()) {
                List<Object> values = new ArrayList<>(further);
                for (int column = 1; column <= further; column++) {
                    values.add(Objects.requireNonNull(cursor.value(own + column)));
                }
                found.accept(values, absorb(rows.type(), rows));
            }
        } catch (SQLException e) {
            throw cursor.explain(e);
        }
    }

    private <E> InstanceState absorb(EntityDescriptor<E> type, EntityRows rows) throws SQLException {
        Snapshot<E> values = type.mapper().snapshot();
        values.read(rows.reader(type));
        EntityKey key = type.key(values);
        if (key == null) {
            throw new UsageException(
                    "DVT-ORM-NO-KEY", "a row of " + type.table().name() + " has NULL in its primary key");
        }
        InstanceState known = session.identityMap().get(key);
        if (known != null) {
            if (known.stale()) {
                refresh(known, type, values);
            }
            return known;
        }
        E object = type.mapper().instantiate();
        values.restore(object);
        InstanceState state = session.states().of(object);
        state.row(key, values);
        state.attach(session, LifeCycle.PERSISTENT);
        state.readAt(session.nextRead());
        session.identityMap().add(state);
        return state;
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
}
