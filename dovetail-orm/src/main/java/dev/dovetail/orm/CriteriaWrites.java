package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.internal.cascade.DatabaseEffects;
import dev.dovetail.orm.internal.load.EntitySource;
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
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Assignment;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Statements by criteria, past the unit of work, after which the objects in memory are brought into line. */
final class CriteriaWrites {

    private final SessionState session;
    private final DirectWrites writes;

    CriteriaWrites(SessionState session) {
        this.session = session;
        this.writes = new DirectWrites(session, session.options.clock());
    }

    int update(EntityUpdate<?> update) {
        session.readyToWrite("an update by criteria");
        EntityDescriptor<?> type = session.mappings().of(update.root().mapped());
        List<Assignment> assignments = update.assignments();
        List<Column<?>> given =
                assignments.stream().<Column<?>>map(Assignment::column).toList();
        refuseKeys(type, given);
        List<Update> tables = new ArrayList<>();
        for (TablePart part : type.tables()) {
            Update table = writes.complete(assigned(type, part, assignments), type, part, given);
            if (!table.assignments().isEmpty() || type.tables().size() == 1) {
                tables.add(table);
            }
        }
        List<Expression<Boolean>> conditions = conditions(type, update.root(), update.conditions());
        Collection<InstanceState> matched;
        int rows;
        if (type.tables().size() == 1) {
            matched = matched(update.root(), type, conditions, update.synchronization());
            rows = session.connection(type)
                    .execute(
                            tables.get(0).where(all(conditions)),
                            new Object[0],
                            new LoadOrigin("update of " + type.name(), type, session.mappings()));
        } else {
            KeyedWrites keyed = new KeyedWrites(session, type);
            List<EntityKey> keys = keyed.lock(update.root(), conditions);
            matched = present(keys, update.synchronization());
            keyed.update(tables, keys);
            rows = keys.size();
        }
        List<Assignment> written =
                tables.stream().flatMap(table -> table.assignments().stream()).toList();
        matched.forEach(state -> assign(state, written));
        if (update.synchronization() != Synchronization.NONE) {
            WrittenColumns.follow(session, type, written);
        }
        return rows;
    }

    /** The assignments to one table. */
    private static Update assigned(EntityDescriptor<?> type, TablePart part, List<Assignment> assignments) {
        Update update = Sql.update(part.table());
        for (Assignment assignment : assignments) {
            int position = position(type, assignment.column());
            if (part.has(position)) {
                refuseOtherTable(type, position, assignment.value());
                update = set(update, type.column(position), assignment.value());
            }
        }
        return update;
    }

    private static void refuseOtherTable(EntityDescriptor<?> type, int position, Expression<?> value) {
        Table table = type.column(position).table();
        if (value instanceof ColumnRef<?> other
                && !other.source().table().name().equals(table.name())) {
            throw new UsageException(
                    "DVT-USE-BULK",
                    "an UPDATE of " + table + " cannot set "
                            + type.name() + "." + type.columns().get(position).label() + " to " + other.column()
                            + ", which is in another table; change the objects, and flush");
        }
    }

    @SuppressWarnings("unchecked") // the value was given for the same column
    private static <T> Update set(Update update, Column<T> column, Expression<?> value) {
        return update.set(column, (Expression<T>) value);
    }

    int delete(EntityDelete<?> delete) {
        session.readyToWrite("a delete by criteria");
        EntityDescriptor<?> type = session.mappings().of(delete.root().mapped());
        List<Expression<Boolean>> conditions =
                conditions(type, delete.root(), delete.statement().where());
        Collection<InstanceState> matched;
        int rows;
        if (type.tables().size() == 1 && type.layout().added().isEmpty()) {
            matched = matched(delete.root(), type, conditions, delete.synchronization());
            rows = session.connection(type)
                    .execute(
                            Sql.deleteFrom(type.table()).where(all(conditions)),
                            new Object[0],
                            new LoadOrigin("delete of " + type.name(), type, session.mappings()));
        } else {
            KeyedWrites keyed = new KeyedWrites(session, type);
            List<EntityKey> keys = keyed.lock(delete.root(), conditions);
            matched = present(keys, delete.synchronization());
            keyed.delete(keys);
            rows = keys.size();
        }
        matched.forEach(session.membership::forget);
        if (delete.synchronization() != Synchronization.NONE) {
            WrittenColumns.mayBeGone(session, type);
        }
        new DatabaseEffects(session.identityMap, session.undo).follow(matched);
        return rows;
    }

    /** What is asked for, the session's criteria, and for a class in its base's table which rows are its own. */
    private List<Expression<Boolean>> conditions(
            EntityDescriptor<?> type, EntityPath<?> root, List<Expression<Boolean>> given) {
        List<Expression<Boolean>> conditions = new ArrayList<>(given);
        session.criteria(type, root.alias()).forEach(condition -> conditions.add(condition.expression()));
        Operand<Boolean> own = new EntitySource(type, root.alias()).restriction();
        if (own != null) {
            conditions.add(own.expression());
        }
        return conditions;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    private static Operand<Boolean>[] all(List<Expression<Boolean>> conditions) {
        return conditions.toArray(new Operand[0]);
    }

    private List<InstanceState> present(List<EntityKey> keys, Synchronization how) {
        return how == Synchronization.NONE
                ? List.of()
                : keys.stream()
                        .map(session.identityMap::get)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static int position(EntityDescriptor<?> type, Column<?> column) {
        return IntStream.range(0, type.columns().size())
                .filter(position -> type.columns().get(position).name().equals(column.name()))
                .findFirst()
                .orElseThrow();
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

    /** The objects in memory whose rows the statement is going to meet. Stale ones are read again, see {@link WrittenColumns}. */
    private Collection<InstanceState> matched(
            EntityPath<?> root, EntityDescriptor<?> type, List<Expression<Boolean>> conditions, Synchronization how) {
        List<InstanceState> present = session.identityMap.all().stream()
                .filter(state -> state.type().isA(type))
                .toList();
        if (how == Synchronization.NONE || present.isEmpty()) {
            return List.of();
        }
        // A stale object that waits for its own DELETE is not read again: the flush would miss its row.
        boolean staleAndDoomed =
                session.doomed.states().stream().anyMatch(state -> state.stale() && present.contains(state));
        Optional<List<InstanceState>> evaluated = how == Synchronization.FETCH
                        || how == Synchronization.AUTO && staleAndDoomed
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
        Set<EntityKey> found = new HashSet<>(new KeyedWrites(session, type).read(root, conditions));
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
}
