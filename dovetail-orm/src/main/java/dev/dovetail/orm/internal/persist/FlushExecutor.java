package dev.dovetail.orm.internal.persist;

import dev.dovetail.compile.DdlRenderer;
import dev.dovetail.engine.BatchResult;
import dev.dovetail.engine.Connection;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.internal.cascade.KeyEffects;
import dev.dovetail.orm.internal.load.EntityLoader;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.load.LoadOrigin;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.CheckStep;
import dev.dovetail.orm.internal.unitofwork.FlushPlan;
import dev.dovetail.orm.internal.unitofwork.FlushStep;
import dev.dovetail.orm.internal.unitofwork.KeyCopy;
import dev.dovetail.orm.internal.unitofwork.LinkStep;
import dev.dovetail.orm.internal.unitofwork.RowChange;
import dev.dovetail.orm.internal.unitofwork.SetDelete;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Sql;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The last stages of a flush: sends a plan's statements, rows with the same columns in one batch, and writes back what the
 * database decided. Every object it touches was captured by the undo log before.
 */
public final class FlushExecutor {

    private final LoadContext session;
    private final EntityLoader loader;
    private final ClientValues clientValues;
    private final KeyEffects keyEffects;
    private final StaleRows staleRows;
    private final LinkExecutor links;
    private final SetExecutor sets;
    private final boolean underSavepoint;

    /**
     * An executor for one flush.
     *
     * @param session the session
     * @param loader its loader, for values that the database gives
     * @param keyEffects repeats what the database does when keys change
     * @param clock gives creation and update times
     * @param underSavepoint whether the transaction survives a failure
     */
    public FlushExecutor(
            LoadContext session, EntityLoader loader, KeyEffects keyEffects, Clock clock, boolean underSavepoint) {
        this.keyEffects = keyEffects;
        this.session = session;
        this.loader = loader;
        this.underSavepoint = underSavepoint;
        this.staleRows = new StaleRows(loader);
        this.clientValues = new ClientValues(clock, session.mappings().keySources());
        this.links = new LinkExecutor(session, underSavepoint);
        this.sets = new SetExecutor(session, underSavepoint);
    }

    /**
     * Sends a plan.
     *
     * @param plan the plan
     * @throws dev.dovetail.DatabaseException if the database refuses a statement
     * @throws dev.dovetail.StaleDataException if an object's row is not there any more, or has another version
     */
    public void execute(FlushPlan plan) {
        for (FlushStep step : plan.all()) {
            if (step instanceof FlushPlan.Step rows) {
                execute(rows);
            } else if (step instanceof LinkStep rows) {
                links.execute(rows);
            } else if (step instanceof SetDelete rows) {
                sets.execute(rows);
            } else if (step instanceof CheckStep check) {
                execute(check);
            }
        }
    }

    private void execute(CheckStep check) {
        Connection connection = session.connection(check.entity());
        String sql = new DdlRenderer(connection.engine().dialect()).setConstraint(check.key(), check.deferred());
        connection.execute(
                Sql.sql(sql),
                new Object[0],
                new LoadOrigin("check of " + check.entity().name(), check.entity(), session.mappings()));
    }

    private void execute(FlushPlan.Step step) {
        switch (step.kind()) {
            case INSERT -> insert(step);
            case UPDATE -> update(step);
            case DELETE -> delete(step);
        }
    }

    private void insert(FlushPlan.Step step) {
        new SequenceKeys(session)
                .assign(
                        step.entity(),
                        step.rows().stream().map(RowChange::state).toList());
        WrittenColumns columns = new WrittenColumns(step.entity());
        Batch batch = new Batch();
        for (RowChange row : step.rows()) {
            if (batch.waitsForKeyOf(row)) {
                sendInserts(step.entity(), batch);
                batch = new Batch();
            }
            copyKeys(row);
            clientValues.beforeInsert(row.state());
            Written written = columns.inserted(row.state());
            if (!batch.takes(written)) {
                sendInserts(step.entity(), batch);
                batch = new Batch();
            }
            batch.add(row, written);
        }
        sendInserts(step.entity(), batch);
    }

    private static void copyKeys(RowChange row) {
        InstanceState state = row.state();
        for (KeyCopy copy : row.copies()) {
            copy.apply(state);
        }
        if (row.kept().isEmpty()) {
            return;
        }
        int[] kept = row.kept().stream().mapToInt(Integer::intValue).toArray();
        if (state.hasRow()) {
            state.write(state.known(), kept);
        } else {
            state.set(kept, new Object[kept.length]);
        }
    }

    private void sendInserts(EntityDescriptor<?> entity, Batch batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<RowChange> rows = batch.rows();
        List<TableRows> tables = TableRows.of(entity, batch.written());
        ReadBack back = ReadBack.ofInsert(tables, batch.written(), session.connection(entity), rows.size());
        List<Returned> returned = new ArrayList<>();
        for (TableRows table : tables) {
            int[] keys = table.isFirst() ? missingKeys(entity, batch.written()) : new int[0];
            int[] asked = IntStream.concat(Arrays.stream(keys), Arrays.stream(table.own(back.columns())))
                    .toArray();
            Returned result = new Returned(asked, insert(table, asked, rows));
            for (int i = 0; i < rows.size() && keys.length > 0; i++) {
                takeKey(rows.get(i).state(), keys, result.values(i));
            }
            if (asked.length > keys.length) {
                returned.add(result);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            InstanceState state = rows.get(i).state();
            inserted(rows.get(i));
            for (Returned result : returned) {
                state.given(result.columns(), result.values(i));
            }
            state.assignmentsWritten(batch.written().columns());
        }
        readBack(back, rows);
    }

    private BatchResult insert(TableRows table, int[] returned, List<RowChange> rows) {
        EntityDescriptor<?> entity = table.entity();
        Connection connection = session.connection(entity);
        List<@Nullable Object[]> values = rows.stream().map(table::inserted).toList();
        if (returned.length == 0) {
            return connection.executeBatch(table.insert(), values, origin(entity, rows));
        }
        List<Column<?>> columns = table.columns(returned);
        return columns.size() == 1 && columns.get(0).generated()
                ? connection.insertReturningKeys(table.insert(), values, columns.get(0), origin(entity, rows))
                : connection.executeReturning(table.insert(), values, columns, origin(entity, rows));
    }

    private static void takeKey(InstanceState state, int[] key, @Nullable Object[] values) {
        if (key.length == 1) {
            state.set(key[0], values[0]);
        } else {
            state.set(key, Arrays.copyOf(values, key.length));
        }
    }

    private static int[] missingKeys(EntityDescriptor<?> entity, Written given) {
        return Arrays.stream(entity.idColumns()).filter(id -> !given.has(id)).toArray();
    }

    private void inserted(RowChange row) {
        InstanceState state = row.state();
        EntityKey key = Objects.requireNonNull(state.type().key(state.entity()), "an inserted row has a key");
        Snapshot<?> values = state.fields();
        for (int column : row.postponed()) {
            values.value(column, null);
        }
        state.row(key, values);
        state.become(LifeCycle.PERSISTENT);
        session.identityMap().add(state);
    }

    private void readBack(ReadBack back, List<RowChange> rows) {
        if (back.query()) {
            List<InstanceState> states = rows.stream().map(RowChange::state).toList();
            states.forEach(InstanceState::expectRefresh);
            loader.reread(states);
        }
    }

    private void update(FlushPlan.Step step) {
        WrittenColumns columns = new WrittenColumns(step.entity());
        Batch batch = new Batch();
        for (RowChange row : step.rows()) {
            InstanceState state = row.state();
            if (row.replaced() != null) {
                takeOver(row.replaced(), state);
            }
            if (batch.has(state)) {
                sendUpdates(step.entity(), batch);
                batch = new Batch();
            }
            copyKeys(row);
            Written written = updated(row, columns);
            if (written.isEmpty()) {
                continue;
            }
            if (!batch.takes(written)) {
                sendUpdates(step.entity(), batch);
                batch = new Batch();
            }
            batch.add(row, written);
        }
        sendUpdates(step.entity(), batch);
    }

    private Written updated(RowChange row, WrittenColumns columns) {
        InstanceState state = row.state();
        if (row.clears()) {
            int[] nulled = row.nulled().stream().mapToInt(Integer::intValue).toArray();
            state.set(nulled, new Object[nulled.length]);
        }
        if (row.nulled().isEmpty()) {
            Written changed = columns.updated(row);
            if (changed.isEmpty() || !clientValues.writesMore(state)) {
                return changed;
            }
            clientValues.beforeUpdate(state);
        }
        clientValues.countVersion(state);
        return columns.updated(row);
    }

    /** The object of a row that was to be deleted gives it to a new one with the same key. */
    private void takeOver(InstanceState old, InstanceState state) {
        clientValues.beforeInsert(state);
        session.identityMap().remove(old);
        old.become(LifeCycle.DELETED);
        state.row(Objects.requireNonNull(old.key()), old.known().copy());
        if (state.type().versioned()) {
            state.write(state.known(), state.type().version());
        }
        state.become(LifeCycle.PERSISTENT);
        session.identityMap().add(state);
    }

    private void sendUpdates(EntityDescriptor<?> entity, Batch batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<RowChange> rows = batch.rows();
        List<TableRows> tables = TableRows.of(entity, batch.written()).stream()
                .filter(table -> !table.isEmpty())
                .toList();
        ReadBack back = ReadBack.ofUpdate(tables, batch.written(), session.connection(entity), rows.size());
        tables.forEach(table -> sendUpdates(table, table.own(back.columns()), rows));
        readBack(back, rows);
    }

    private void sendUpdates(TableRows table, int[] returned, List<RowChange> rows) {
        EntityDescriptor<?> entity = table.entity();
        Connection connection = session.connection(entity);
        List<@Nullable Object[]> values = rows.stream().map(table::updated).toList();
        Returned result = new Returned(
                returned,
                returned.length == 0
                        ? connection.executeBatch(table.update(), values, origin(entity, rows))
                        : connection.executeReturning(
                                table.update(), values, table.columns(returned), origin(entity, rows)));
        int[] counts = result.result().counts();
        keyEffects.nextStatement();
        boolean followed = KeyEffects.concerns(rows.get(0).state(), table.columns());
        for (int i = 0; i < rows.size(); i++) {
            if (counts[i] == 0) {
                throw staleRows.refused("UPDATE", rows.get(i).state());
            }
            updated(rows.get(i), table.columns(), followed, result.columns(), result.values(i));
        }
    }

    private void updated(RowChange row, int[] columns, boolean followed, int[] returned, @Nullable Object[] values) {
        InstanceState state = row.state();
        Snapshot<?> before = followed ? state.known().copy() : null;
        boolean keyWritten = returned.length > 0;
        for (int column : columns) {
            keyWritten |= state.type().columns().get(column).id();
            if (row.nulled().contains(column)) {
                state.known().value(column, null);
            } else if (!state.assigned().has(column)) {
                state.written(column);
            }
        }
        state.given(returned, values);
        state.assignmentsWritten(columns);
        if (keyWritten) {
            session.identityMap().rekey(state);
        }
        if (before != null) {
            keyEffects.follow(state, before);
        }
    }

    private void delete(FlushPlan.Step step) {
        List<TablePart> tables = step.entity().tables();
        for (int i = tables.size() - 1; i >= 0; i--) {
            delete(new TableRows(step.entity(), tables.get(i), new Written(new int[0], Map.of())), step.rows());
        }
        for (RowChange row : step.rows()) {
            row.state().become(LifeCycle.DELETED);
            session.identityMap().remove(row.state());
        }
    }

    private void delete(TableRows table, List<RowChange> rows) {
        List<@Nullable Object[]> keys = rows.stream().map(table::deleted).toList();
        EntityDescriptor<?> entity = rows.get(0).state().type();
        BatchResult result = session.connection(entity).executeBatch(table.delete(), keys, origin(entity, rows));
        for (int i = 0; i < rows.size(); i++) {
            InstanceState state = rows.get(i).state();
            if (result.counts()[i] == 0 && state.type().versioned() && table.isFirst()) {
                throw staleRows.refused("DELETE", state);
            } else if (result.counts()[i] == 0) {
                session.warn("DELETE of " + state + " matched no row: it was gone already");
            }
        }
    }

    private RowOrigin origin(EntityDescriptor<?> entity, List<RowChange> rows) {
        return new RowOrigin(
                entity, rows::get, session.mappings(), session.identityMap(), !underSavepoint, session.flushCauses());
    }

    /** What came back with a statement for its rows. */
    private record Returned(int[] columns, BatchResult result) {

        @Nullable
        Object[] values(int row) {
            return columns.length == 0
                    ? new Object[0]
                    : Objects.requireNonNull(result.returned(row), "a row that was written comes back");
        }
    }

    /** Rows for one statement. */
    private static final class Batch {

        private final List<RowChange> rows = new ArrayList<>();
        private final Set<InstanceState> states = new HashSet<>();
        private @Nullable Written written;

        boolean isEmpty() {
            return rows.isEmpty();
        }

        /** Whether a row of the object is in it, so that what another statement does to that is not known yet. */
        boolean has(InstanceState state) {
            return states.contains(state);
        }

        boolean takes(Written row) {
            return written == null || written.isSame(row);
        }

        boolean waitsForKeyOf(RowChange row) {
            for (KeyCopy copy : row.copies()) {
                InstanceState parent = copy.parent();
                if (parent != null && !parent.hasRow() && states.contains(parent)) {
                    return true;
                }
            }
            return false;
        }

        void add(RowChange row, Written ofRow) {
            written = ofRow;
            rows.add(row);
            states.add(row.state());
        }

        List<RowChange> rows() {
            return rows;
        }

        Written written() {
            return Objects.requireNonNull(written, "an empty batch writes nothing");
        }
    }
}
