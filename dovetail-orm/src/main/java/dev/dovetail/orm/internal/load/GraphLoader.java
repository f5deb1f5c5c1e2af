package dev.dovetail.orm.internal.load;

import dev.dovetail.compile.Dialect;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Cursor;
import dev.dovetail.engine.ExecutionOptions;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.HolderOfMany;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.cascade.Related;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads objects and, as a plan says, what is related to them: joined to the same statement, or by one more statement for
 * the keys of all owners together. A holder that is loaded already stays as it is.
 */
public final class GraphLoader {

    /** Owners whose holders one statement fills. */
    static final int OWNERS_PER_STATEMENT = 500;

    private static final Object[] NO_ARGUMENTS = {};

    private static final ExecutionOptions AT_A_TIME = ExecutionOptions.options().fetchSize(EntityBatches.ROWS);

    private final LoadContext session;
    private final EntityLoader entities;

    /**
     * A loader for a session.
     *
     * @param session the session
     * @param entities its entity loader
     */
    public GraphLoader(LoadContext session, EntityLoader entities) {
        this.session = session;
        this.entities = entities;
    }

    /**
     * Reads an object by its key, and what the mapping loads with it.
     *
     * @param entity the entity
     * @param key the key
     * @return its state, or null if there is no such row
     */
    public @Nullable InstanceState byKey(EntityDescriptor<?> entity, EntityKey key) {
        LoadPlan plan = session.plans().of(entity);
        JoinedSelect select = session.plans().byKey(entity, session);
        List<InstanceState> found = run(plan, select, key.parts(), new Purpose("reading", key), entities)
                .rows();
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * Reads objects by their keys, and what the mapping loads with them.
     *
     * @param entity the entity
     * @param keys the keys
     * @return the states of those that have a row
     */
    public List<InstanceState> byKeys(EntityDescriptor<?> entity, List<EntityKey> keys) {
        LoadPlan plan = session.plans().of(entity);
        List<InstanceState> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += OWNERS_PER_STATEMENT) {
            List<EntityKey> some = keys.subList(from, Math.min(keys.size(), from + OWNERS_PER_STATEMENT));
            Select<Row> select = EntityStatements.selectByKeys(entity, entity.idColumns(), some.size());
            select = EntityStatements.restricted(select, entity, session);
            Object[] values =
                    some.stream().flatMap(key -> key.values().stream()).toArray();
            found.addAll(query(
                    plan, select, values, "reading " + (some.size() == 1 ? some.get(0) : some.size() + " objects")));
        }
        return found;
    }

    /**
     * Fills the holders of one relationship for many owners, in as few statements as the keys need.
     *
     * @param owners the owners
     * @param end the relationship
     */
    public void loadAll(Collection<InstanceState> owners, RelationshipEnd end) {
        EntityDescriptor<?> owner = session.mappings().of(end.owner());
        LoadPlan plan = session.plans().of(owner).along(end);
        selectIn(owners, end, plan, entities, "loading " + end.label());
    }

    /**
     * Reads a stale object again, and what is loaded with it.
     *
     * @param state the object
     * @throws dev.dovetail.orm.attribute.ObjectDeletedException if its row is gone
     */
    public void refresh(InstanceState state) {
        LoadPlan plan = plan(state);
        Select<Row> select =
                EntityStatements.selectBy(plan.layout(), state.type().idColumns());
        query(plan, select, Objects.requireNonNull(state.key()).values().toArray(), "reading " + state + " again");
        entities.requireRead(List.of(state));
    }

    /**
     * Runs a query for objects of the session.
     *
     * @param plan what is loaded with them
     * @param select the query; its columns are those of the plan's entity
     * @param arguments the parameters' values
     * @param purpose what it is for
     * @return the objects' states in the order of the rows; once each where a collection was joined
     */
    public List<InstanceState> query(LoadPlan plan, Select<?> select, Object[] arguments, Object purpose) {
        return query(plan, select, arguments, purpose, entities);
    }

    /**
     * Runs a query for objects of the session, and overwrites those that it has already.
     *
     * @param plan what is loaded with them
     * @param select the query; its columns are those of the plan's entity
     * @param purpose what it is for
     * @return the objects' states
     */
    public List<InstanceState> populate(LoadPlan plan, Select<?> select, Object purpose) {
        return query(plan, select, NO_ARGUMENTS, purpose, new Overwriting(entities, true));
    }

    /**
     * Runs a query that locks rows. Objects that the session has already get what the locked rows have, but for what the
     * application changed.
     *
     * @param plan what is loaded with them
     * @param select the query; its columns are those of the plan's entity
     * @param purpose what it is for
     * @return the objects' states
     */
    public List<InstanceState> locked(LoadPlan plan, Select<?> select, Object purpose) {
        return query(plan, select, NO_ARGUMENTS, purpose, new Overwriting(entities, false));
    }

    /**
     * Runs a query for objects that the session does not keep.
     *
     * @param plan what is loaded with them
     * @param select the query; its columns are those of the plan's entity
     * @param purpose what it is for
     * @return the objects' states
     */
    public List<InstanceState> detached(LoadPlan plan, Select<?> select, Object purpose) {
        return query(
                plan,
                select,
                NO_ARGUMENTS,
                purpose,
                new DetachedRows(!plan.branches().isEmpty() || joins(select)));
    }

    /** Whether a query reads more than the rows of one table. */
    private static boolean joins(Select<?> select) {
        return select.from().size() != 1 || !(select.from().get(0) instanceof TableSource);
    }

    /**
     * Begins to read the objects of a query some at a time. Collections that would be joined are loaded by statements of their
     * own.
     *
     * @param plan what is loaded with them
     * @param select the query; its columns are those of the plan's entity
     * @param purpose what it is for
     * @param kept whether the session keeps the objects
     * @return the objects, to be closed
     */
    public EntityBatches stream(LoadPlan plan, Select<?> select, Object purpose, boolean kept) {
        JoinedSelect joined = JoinedSelect.withoutCollections(plan, select, session);
        LoadOrigin origin = new LoadOrigin(purpose, plan.entity(), session.mappings());
        Cursor cursor = kept || joined.leavesSome(plan)
                ? amongOthers(joined, origin, session.connection(plan.entity()))
                : session.connection(plan.entity()).query(joined.statement(), new Object[0], origin, AT_A_TIME);
        Supplier<RowTarget> rows = !kept
                ? () -> new DetachedRows(true)
                : select.lock() == null ? () -> entities : () -> new Overwriting(entities, false);
        return new EntityBatches(this, plan, joined, cursor, rows);
    }

    /** Rows between which other statements are sent: rather all of them in memory than a driver that refuses those. */
    private static Cursor amongOthers(JoinedSelect joined, LoadOrigin origin, Connection connection) {
        if (!connection.engine().dialect().streaming().rowByRow()) {
            return connection.query(joined.statement(), new Object[0], origin, AT_A_TIME);
        }
        ExecutionOptions usual = connection.options();
        connection.options(new ExecutionOptions(null, usual.timeout()));
        try {
            return connection.query(joined.statement(), new Object[0], origin);
        } finally {
            connection.options(usual);
        }
    }

    /** The plan by which an object was loaded, or what the mapping says. */
    LoadPlan plan(InstanceState state) {
        LoadPlan remembered = LoadedTogether.plan(state);
        return remembered == null ? session.plans().of(state.type()) : remembered.on(state.type());
    }

    List<InstanceState> query(LoadPlan plan, Select<?> select, Object[] arguments, Object purpose, RowTarget rows) {
        JoinedSelect joined = JoinedSelect.of(plan, select, session);
        JoinedContent content = run(plan, joined, arguments, purpose, rows);
        return joined.multipliesRows() ? List.copyOf(content.roots()) : content.rows();
    }

    private JoinedContent run(
            LoadPlan plan, JoinedSelect joined, Object[] arguments, Object purpose, RowTarget rows, int... keyColumns) {
        JoinedContent content = new JoinedContent(plan, joined.nodes());
        LoadOrigin origin = new LoadOrigin(purpose, plan.entity(), session.mappings());
        try (Cursor cursor = session.connection(plan.entity()).query(joined.statement(), arguments, origin)) {
            content.read(cursor, rows, Integer.MAX_VALUE, keyColumns);
        }
        if (!content.remembered() || !plan.branches().isEmpty()) {
            complete(content, rows);
        }
        return content;
    }

    /** Fills the holders whose content was joined, and loads what is left of the plan. */
    void complete(JoinedContent content, RowTarget rows) {
        for (JoinedContent.Filled filled : content.filled()) {
            if (rows.overwrites() || !HolderAccess.loaded(filled.holder())) {
                fill(filled.owner(), filled.end(), filled.objects(), rows);
            }
        }
        for (JoinedContent.Level level : content.levels()) {
            if (rows.keeps() && !content.remembered()) {
                LoadedTogether.remember(level.plan(), level.states());
            }
            complete(level.states(), level.plan(), level.joined(), rows);
        }
    }

    /** Loads what the statement for the owners has not loaded with them. */
    private void complete(
            Collection<InstanceState> owners, LoadPlan plan, Collection<RelationshipEnd> joined, RowTarget rows) {
        if (owners.isEmpty()) {
            return;
        }
        for (LoadPlan.Branch branch : plan.branches()) {
            if (!joined.contains(branch.end())) {
                selectIn(
                        owners,
                        branch.end(),
                        branch.target(),
                        rows,
                        "loading " + branch.end().label());
            }
        }
    }

    /** Fills the holders of one relationship for many owners, in as few statements as the keys need. */
    void selectIn(
            Collection<InstanceState> owners, RelationshipEnd end, LoadPlan plan, RowTarget rows, String purpose) {
        Map<Object, Object[]> keys = new LinkedHashMap<>();
        List<InstanceState> waiting = new ArrayList<>();
        List<Object> waitingFor = new ArrayList<>();
        Set<InstanceState> related = new LinkedHashSet<>();
        Along along = new Along(end, plan.layout());
        EntityDescriptor<?> declaring = session.mappings().of(end.owner());
        for (InstanceState owner : owners) {
            if (!owner.type().isA(declaring)) {
                continue;
            }
            Holder<?> holder = end.holder(owner.entity());
            if (!rows.overwrites() && HolderAccess.loaded(holder)) {
                relate(plan, related(holder), related);
                continue;
            }
            owner.readAt(session.nextRead());
            Object[] key = along.key(owner);
            InstanceState known = key == null ? null : known(end, key, rows);
            if (key == null || known != null) {
                List<InstanceState> content = known == null || !fits(known, end) ? List.of() : List.of(known);
                fill(owner, end, content, rows);
                relate(plan, content, related);
            } else {
                Object value = Keys.of(key);
                keys.putIfAbsent(value, key);
                waiting.add(owner);
                waitingFor.add(value);
            }
        }
        Map<Object, ? extends Collection<InstanceState>> found =
                byKeys(end, List.copyOf(keys.values()), plan, rows, purpose);
        for (int i = 0; i < waiting.size(); i++) {
            // An owner that came in several rows is filled once.
            if (rows.overwrites()
                    || !HolderAccess.loaded(end.holder(waiting.get(i).entity()))) {
                Collection<InstanceState> content = found.get(waitingFor.get(i));
                fill(waiting.get(i), end, content == null ? List.of() : content, rows);
            }
        }
        if (plan.given()) {
            complete(related, plan, List.of(), rows);
        }
    }

    /** Objects that are there already get what the plan loads with them, if a query has said what that is. */
    private static void relate(LoadPlan plan, Collection<InstanceState> content, Set<InstanceState> related) {
        if (plan.given()) {
            related.addAll(content);
        }
    }

    /** Reads what a relationship leads to from several owners: the objects by key, in order, once each. */
    Map<Object, ? extends Collection<InstanceState>> byKeys(
            RelationshipEnd end, List<Object[]> keys, LoadPlan plan, RowTarget rows, String purpose) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Along along = new Along(end, plan.layout());
        Dialect dialect = session.connection(plan.entity()).engine().dialect();
        Map<Object, Collection<InstanceState>> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += OWNERS_PER_STATEMENT) {
            List<Object[]> own = keys.subList(from, Math.min(keys.size(), from + OWNERS_PER_STATEMENT));
            KeyList some = along.keys(own, dialect);
            boolean sort = along.sortedInMemory(some);
            JoinedSelect select = JoinedSelect.of(
                    plan, EntityStatements.restricted(along.byKeys(some, sort), plan.entity(), session), session);
            JoinedContent content = run(plan, select, some.arguments(), purpose, rows, along.keyColumns(some.size()));
            if (sort) {
                content.sort();
            }
            if (some.size() == 1) {
                found.put(Keys.of(own.get(0)), content.roots());
            } else if (select.multipliesRows() || end.linkTable() != null) {
                content.byKey().forEach((key, states) -> found.put(key, new LinkedHashSet<>(states)));
            } else {
                found.putAll(content.byKey());
            }
        }
        return found;
    }

    /** The one object that a foreign key refers to, if it need not be read. */
    private @Nullable InstanceState known(RelationshipEnd end, Object[] reference, RowTarget rows) {
        EntityDescriptor<?> parent = session.mappings().of(end.parent());
        return end.toParent() && Arrays.equals(end.parentColumns(), parent.idColumns())
                ? rows.known(parent.keyOf(reference))
                : null;
    }

    /** A key of a hierarchy may lead to an object of another class than the relationship's. */
    private boolean fits(InstanceState known, RelationshipEnd end) {
        return known.type().isA(session.mappings().of(end.target()));
    }

    private List<InstanceState> related(Holder<?> holder) {
        return Related.loaded(holder).stream()
                .map(session.states()::find)
                .filter(Objects::nonNull)
                .toList();
    }

    void fill(InstanceState owner, RelationshipEnd end, Collection<InstanceState> found, RowTarget rows) {
        Holder<?> holder = end.holder(owner.entity());
        if (rows.overwrites()) {
            HolderAccess.revert(holder);
        }
        List<Object> objects = new ArrayList<>(found.size());
        for (InstanceState state : found) {
            if (!movedAway(state.entity(), end, owner.entity())) {
                objects.add(state.entity());
            }
        }
        if (holder instanceof HolderOfMany<?> many) {
            HolderAccess.fill(many, objects);
            return;
        }
        if (found.size() > 1) {
            session.warn(end.label() + " of " + owner + " should be one object, but " + found.size()
                    + " rows refer to it; the first is taken. A unique constraint on the foreign key prevents this");
        }
        HolderAccess.fill((One<?>) holder, objects.isEmpty() ? null : objects.get(0));
    }

    /** Whether an object was put elsewhere since, though its row does not say so yet. */
    private static boolean movedAway(Object object, RelationshipEnd end, Object owner) {
        RelationshipEnd inverse = end.inverse();
        return inverse != null
                && inverse.holder(object) instanceof One<?> one
                && HolderAccess.changed(one)
                && HolderAccess.value(one) != owner;
    }
}
