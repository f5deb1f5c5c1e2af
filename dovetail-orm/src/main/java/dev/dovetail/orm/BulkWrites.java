package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.cascade.DatabaseEffects;
import dev.dovetail.orm.internal.load.EntitySource;
import dev.dovetail.orm.internal.load.EntityStatements;
import dev.dovetail.orm.internal.load.LoadOrigin;
import dev.dovetail.orm.internal.persist.DirectWrites;
import dev.dovetail.orm.internal.persist.RowEvaluator;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.query.EntityDelete;
import dev.dovetail.orm.query.EntityUpdate;
import dev.dovetail.orm.query.Synchronization;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Assignment;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes past the unit of work, after which the objects in memory are brought into line. */
final class BulkWrites {

    private final SessionState session;
    private final DirectWrites writes;

    BulkWrites(SessionState session) {
        this.session = session;
        this.writes = new DirectWrites(session, session.options.clock());
    }

    // rows

    void insert(Collection<?> entities) {
        ready("a bulk insert");
        List<InstanceState> rows = entities.stream().map(this::unstored).toList();
        rows.forEach(row -> requireOneTable(row.type()));
        writes.insert(rows);
    }

    private InstanceState unstored(Object entity) {
        InstanceState state = session.states().of(entity);
        if (state.session() != null || state.hasRow()) {
            throw new UsageException(
                    "DVT-USE-BULK",
                    state + " is " + state.lifeCycle()
                            + "; bulk inserts and upserts take new objects that are in no session");
        }
        if (!state.assigned().isEmpty()) {
            throw new UsageException(
                    "DVT-USE-BULK",
                    state + " was assigned SQL expressions, which bulk inserts and upserts do not write; add it to the"
                            + " session");
        }
        return state;
    }

    /** Inserts or updates the row of an object, and gives the session's own object for it. */
    Object upsert(Object entity, List<String> keyNames) {
        ready("an upsert");
        InstanceState given = unstored(entity);
        EntityDescriptor<?> type = given.type();
        requireOneTable(type);
        int[] key = keyNames.isEmpty()
                ? type.idColumns()
                : keyNames.stream()
                        .flatMapToInt(name -> Arrays.stream(type.columnsNamed(name)))
                        .toArray();
        Object[] values = new Object[key.length];
        for (int i = 0; i < key.length; i++) {
            Object value = given.get(key[i]);
            if (value == null) {
                throw new UsageException(
                        "DVT-USE-BULK",
                        "an upsert finds its row by " + type.name() + "."
                                + type.columns().get(key[i]).label() + ", which is null");
            }
            values[i] = value;
        }
        writes.upsert(given, key);
        session.identityMap.all().stream()
                .filter(state -> state.type() == type)
                .filter(state -> Arrays.stream(key).allMatch(column -> same(state, column, given.get(column))))
                .forEach(state -> {
                    session.undo.remember(state);
                    state.makeStale();
                });
        return session.loader
                .query(type, EntityStatements.selectBy(type, key), values, "reading the upserted " + type.name())
                .get(0)
                .entity();
    }

    private static boolean same(InstanceState state, int column, @Nullable Object value) {
        Object known = state.known().value(column);
        return known != null && known.equals(value);
    }

    // statements

    int update(EntityUpdate<?> update) {
        ready("an update by criteria");
        EntityDescriptor<?> type = session.mappings().of(update.root().mapped());
        requireOneTable(type);
        List<Column<?>> given = update.statement().assignments().stream()
                .<Column<?>>map(Assignment::column)
                .toList();
        refuseKeys(type, given);
        Update statement = writes.complete(restricted(update.statement(), type), type, given);
        Collection<InstanceState> matched = matched(update.root(), type, statement.where(), update.synchronization());
        int rows = session.connection(type)
                .execute(
                        statement, new Object[0], new LoadOrigin("update of " + type.name(), type, session.mappings()));
        matched.forEach(state -> assign(state, statement.assignments()));
        if (update.synchronization() != Synchronization.NONE) {
            followKeys(type, given);
        }
        return rows;
    }

    int delete(EntityDelete<?> delete) {
        ready("a delete by criteria");
        EntityDescriptor<?> type = session.mappings().of(delete.root().mapped());
        requireOneTable(type);
        Delete statement = delete.statement();
        for (Operand<Boolean> condition : conditions(type, statement.target())) {
            statement = statement.where(condition);
        }
        Collection<InstanceState> matched = matched(delete.root(), type, statement.where(), delete.synchronization());
        int rows = session.connection(type)
                .execute(
                        statement, new Object[0], new LoadOrigin("delete of " + type.name(), type, session.mappings()));
        matched.forEach(session::forget);
        new DatabaseEffects(session.identityMap, session.undo).follow(matched);
        return rows;
    }

    /** The session's criteria, and for a class in its base's table which rows are its own. */
    private List<Operand<Boolean>> conditions(EntityDescriptor<?> type, TableSource target) {
        List<Operand<Boolean>> conditions = new ArrayList<>(session.criteria(type, target.alias()));
        Operand<Boolean> own = new EntitySource(type, target.alias()).restriction();
        if (own != null) {
            conditions.add(own);
        }
        return conditions;
    }

    private static void requireOneTable(EntityDescriptor<?> type) {
        if (type.tables().size() > 1) {
            throw new UsageException(
                    "DVT-USE-BULK",
                    "the rows of " + type.name() + " are in " + type.tables().size()
                            + " tables, and a statement writes one; add or change the objects, and flush");
        }
    }

    private static int position(EntityDescriptor<?> type, Column<?> column) {
        return IntStream.range(0, type.columns().size())
                .filter(position -> type.columns().get(position).name().equals(column.name()))
                .findFirst()
                .orElseThrow();
    }

    private Update restricted(Update update, EntityDescriptor<?> type) {
        Update restricted = update;
        for (Operand<Boolean> condition : conditions(type, update.target())) {
            restricted = restricted.where(condition);
        }
        return restricted;
    }

    private static void refuseKeys(EntityDescriptor<?> type, List<Column<?>> given) {
        for (int id : type.idColumns()) {
            String name = type.column(id).name();
            if (given.stream().anyMatch(column -> column.name().equals(name))) {
                throw new UsageException(
                        "DVT-USE-BULK",
                        "an update by criteria cannot change " + type.name() + "."
                                + type.columns().get(id).label()
                                + ": objects in memory are known by their keys. Change it in the objects");
            }
        }
    }

    private void ready(String what) {
        session.checkWrites();
        session.checkUsable();
        session.autoflush(what);
        session.transaction.beforeWrite();
    }

    /** The objects in memory whose rows the statement is going to meet. Stale ones are read again anyway. */
    private Collection<InstanceState> matched(
            EntityPath<?> root, EntityDescriptor<?> type, List<Expression<Boolean>> conditions, Synchronization how) {
        List<InstanceState> present = session.identityMap.all().stream()
                .filter(state -> state.type().isA(type))
                .toList();
        if (how == Synchronization.NONE || present.isEmpty()) {
            return List.of();
        }
        Optional<List<InstanceState>> evaluated = how == Synchronization.FETCH
                ? Optional.empty()
                : new RowEvaluator(type)
                        .matching(
                                conditions,
                                present.stream().filter(state -> !state.stale()).toList());
        if (evaluated.isEmpty() && how == Synchronization.EVALUATE) {
            throw new UsageException(
                    "DVT-USE-BULK",
                    "the conditions on " + type.name()
                            + " cannot be evaluated over objects in memory; use Synchronization.AUTO or FETCH");
        }
        return evaluated.isPresent() ? evaluated.get() : fetched(type, root, conditions, present);
    }

    private List<InstanceState> fetched(
            EntityDescriptor<?> type,
            EntityPath<?> root,
            List<Expression<Boolean>> conditions,
            List<InstanceState> present) {
        Select<Row> keys = Sql.select(
                        Arrays.stream(type.idColumns()).mapToObj(root::column).toList())
                .from(root.source());
        for (Expression<Boolean> condition : conditions) {
            keys = keys.where(condition);
        }
        Set<EntityKey> found = new HashSet<>();
        for (Row row : session.connection(type).list(keys)) {
            Object[] parts = new Object[type.idColumns().length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = row.get(i);
            }
            found.add(Keys.of(type, parts));
        }
        return present.stream().filter(state -> found.contains(state.key())).toList();
    }

    /** A value is known; what an expression gave is read when the object is next touched. */
    private void assign(InstanceState state, List<Assignment> assignments) {
        session.undo.remember(state);
        List<Integer> written = new ArrayList<>();
        for (Assignment assignment : assignments) {
            int column = position(state.type(), assignment.column());
            if (!(assignment.value() instanceof Value<?> value)) {
                state.makeStale(column);
                continue;
            }
            if (!state.changed(column)) {
                written.add(column);
            }
            state.known().value(column, value.value());
        }
        state.write(state.known(), written.stream().mapToInt(Integer::intValue).toArray());
    }

    /** References whose keys were changed, and the collections on the other side, are loaded anew. */
    private void followKeys(EntityDescriptor<?> type, List<Column<?>> given) {
        for (RelationshipEnd end : type.ends()) {
            boolean changed = end.toParent()
                    && Arrays.stream(end.childColumns())
                            .mapToObj(column -> type.column(column).name())
                            .anyMatch(name -> given.stream()
                                    .anyMatch(column -> column.name().equals(name)));
            RelationshipEnd inverse = end.toParent() ? end.inverse() : null;
            if (changed) {
                stale(type, end);
            }
            if (changed && inverse != null) {
                stale(session.mappings().of(end.target()), inverse);
            }
        }
    }

    private void stale(EntityDescriptor<?> type, RelationshipEnd end) {
        session.identityMap.all().stream()
                .filter(state -> state.type().isA(type))
                .forEach(state -> {
                    session.undo.remember(state);
                    HolderAccess.stale(end.holder(state.entity()));
                });
    }
}
