package dev.dovetail.orm.internal.persist;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.internal.load.EntityStatements;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.RowChange;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.ColumnModel.Trait;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Upsert;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes rows past the unit of work: no cascades, no order between tables, and the objects learn nothing of it. */
public final class DirectWrites {

    private static final Object[] NONE = {};

    private final LoadContext session;
    private final ClientValues clientValues;
    private final SequenceKeys sequenceKeys;

    /**
     * Writes for a session.
     *
     * @param session the session
     * @param clock gives creation and update times
     */
    public DirectWrites(LoadContext session, Clock clock) {
        this.session = session;
        this.clientValues = new ClientValues(clock, session.mappings().keySources());
        this.sequenceKeys = new SequenceKeys(session);
    }

    /**
     * Inserts rows; those next to each other with the same columns go together.
     *
     * @param rows objects without a row; client defaults are put into them
     */
    public void insert(List<InstanceState> rows) {
        Map<EntityDescriptor<?>, List<InstanceState>> byEntity = rows.stream()
                .collect(Collectors.groupingBy(InstanceState::type, LinkedHashMap::new, Collectors.toList()));
        byEntity.forEach(sequenceKeys::assign);
        List<InstanceState> batch = new ArrayList<>();
        Map<EntityDescriptor<?>, WrittenColumns> columns = new HashMap<>();
        Written written = null;
        for (InstanceState row : rows) {
            clientValues.beforeInsert(row);
            Written given =
                    columns.computeIfAbsent(row.type(), WrittenColumns::new).inserted(row);
            if (written != null && (batch.get(0).type() != row.type() || !written.isSame(given))) {
                send(batch, written.columns());
                batch = new ArrayList<>();
            }
            written = given;
            batch.add(row);
        }
        if (written != null) {
            send(batch, written.columns());
        }
    }

    private void send(List<InstanceState> rows, int[] columns) {
        EntityDescriptor<?> entity = rows.get(0).type();
        RowOrigin origin = origin(entity, rows, "bulk insert");
        List<Object[]> keys = List.of();
        for (TablePart part : entity.tables()) {
            boolean first = part.first() == 0;
            int[] own = Arrays.stream(columns).filter(part::has).toArray();
            List<Column<?>> given = new ArrayList<>(first ? List.of() : part.key());
            Arrays.stream(own).<Column<?>>mapToObj(entity::column).forEach(given::add);
            List<@Nullable Object[]> values = new ArrayList<>(rows.size());
            for (int row = 0; row < rows.size(); row++) {
                values.add(values(first ? NONE : keys.get(row), rows.get(row), own));
            }
            Insert insert = EntityStatements.insert(part, given, Map.of());
            if (first && entity.tables().size() > 1) {
                keys = insertedKeys(entity, rows, insert, values, origin);
            } else {
                session.connection(entity).executeBatch(insert, values, origin);
            }
        }
    }

    /** Inserts rows of the first table, whose keys go into the others. */
    private List<Object[]> insertedKeys(
            EntityDescriptor<?> entity,
            List<InstanceState> rows,
            Insert insert,
            List<@Nullable Object[]> values,
            RowOrigin origin) {
        int[] id = entity.idColumns();
        Connection connection = session.connection(entity);
        boolean known = rows.stream().allMatch(row -> Arrays.stream(id).allMatch(column -> row.get(column) != null));
        if (known) {
            connection.executeBatch(insert, values, origin);
            return rows.stream()
                    .map(row -> Arrays.stream(id).mapToObj(row::get).toArray())
                    .toList();
        }
        if (id.length == 1 && entity.columns().get(id[0]).generated()) {
            return connection.insertReturningKeys(insert, values, entity.column(id[0]), origin).keys().stream()
                    .map(key -> new Object[] {key})
                    .toList();
        }
        throw new UsageException(
                "DVT-USE-BULK",
                "a bulk insert of " + entity.name() + " takes the key from the row of "
                        + entity.tables().get(0).table() + " to its other tables, and "
                        + entity.columns().get(id[0]).label()
                        + " is neither set nor generated; set it, or add the objects and flush");
    }

    /**
     * Inserts a row, or updates the one that has its key.
     *
     * @param row an object without a row; client defaults are put into it
     * @param key the columns of the primary key or of a unique key
     */
    public void upsert(InstanceState row, int[] key) {
        EntityDescriptor<?> entity = row.type();
        sequenceKeys.assign(entity, List.of(row));
        clientValues.beforeInsert(row);
        int[] columns = IntStream.range(0, entity.columns().size())
                .filter(column ->
                        row.get(column) != null && entity.columns().get(column).insertable())
                .toArray();
        Column<?>[] changed = Arrays.stream(columns)
                .filter(column -> changes(entity, column, key))
                .mapToObj(entity::column)
                .toArray(Column<?>[]::new);
        var conflict = insert(entity, columns)
                .onConflict(Arrays.stream(key).mapToObj(entity::column).toArray(Column<?>[]::new));
        Upsert upsert = changed.length == 0 && !entity.versioned() ? conflict.doNothing() : conflict.doUpdate(changed);
        if (entity.versioned()) {
            upsert = count(upsert, entity);
        }
        session.connection(entity).upsert(upsert, values(row, columns), origin(entity, List.of(row), "upsert"));
    }

    private static Insert insert(EntityDescriptor<?> entity, int[] columns) {
        return EntityStatements.insert(
                entity.tables().get(0),
                Arrays.stream(columns).<Column<?>>mapToObj(entity::column).toList(),
                Map.of());
    }

    /** The same column may be of a table that one class of a hierarchy sees, and of the one that all share. */
    private static boolean has(List<Column<?>> given, Column<?> column) {
        return given.stream().anyMatch(other -> other.name().equals(column.name()));
    }

    /** What identifies a row, and when it was made, is not changed. */
    private static boolean changes(EntityDescriptor<?> entity, int column, int[] key) {
        ColumnModel model = entity.columns().get(column);
        return !model.id()
                && model.updatable()
                && !model.traits().contains(Trait.CREATED)
                && !model.traits().contains(Trait.VERSION)
                && Arrays.stream(key).noneMatch(part -> part == column);
    }

    /**
     * Adds to an UPDATE of many rows what every update of an entity writes: the time of the change, and the next version.
     *
     * @param update the statement
     * @param entity the entity
     * @param part the table that it changes
     * @param given the columns that are set already
     * @return the statement with them
     */
    public Update complete(Update update, EntityDescriptor<?> entity, TablePart part, List<Column<?>> given) {
        Update completed = update;
        for (int position = part.first(); position < part.end(); position++) {
            Column<?> column = entity.column(position);
            if (entity.columns().get(position).traits().contains(Trait.UPDATED) && !has(given, column)) {
                completed = set(
                        completed,
                        column,
                        clientValues.now(entity.mapper().types().get(position)));
            }
        }
        if (entity.versioned() && part.has(entity.version()) && !has(given, versionColumn(entity))) {
            completed = count(completed, entity);
        }
        return completed;
    }

    private static <T> Update set(Update update, Column<T> column, @Nullable Object value) {
        return update.set(column, column.type().javaClass().cast(value));
    }

    private static Update count(Update update, EntityDescriptor<?> entity) {
        return count(update, versionColumn(entity));
    }

    private static Upsert count(Upsert upsert, EntityDescriptor<?> entity) {
        return count(upsert, versionColumn(entity));
    }

    private static <N extends Number> Update count(Update update, Column<N> version) {
        return update.set(version, next(version));
    }

    private static <N extends Number> Upsert count(Upsert upsert, Column<N> version) {
        return upsert.set(version, next(version));
    }

    private static <N extends Number> Operand<N> next(Column<N> version) {
        return Sql.table(version.table())
                .number(version.name(), version.type().javaClass())
                .plus(1);
    }

    @SuppressWarnings("unchecked") // a version is an int or a long
    private static Column<? extends Number> versionColumn(EntityDescriptor<?> entity) {
        return (Column<? extends Number>) entity.column(entity.version());
    }

    private static @Nullable Object[] values(InstanceState row, int[] columns) {
        return values(NONE, row, columns);
    }

    private static @Nullable Object[] values(Object[] key, InstanceState row, int[] columns) {
        @Nullable Object[] values = new Object[key.length + columns.length];
        System.arraycopy(key, 0, values, 0, key.length);
        for (int i = 0; i < columns.length; i++) {
            values[key.length + i] = row.get(columns[i]);
        }
        return values;
    }

    private RowOrigin origin(EntityDescriptor<?> entity, List<InstanceState> rows, String why) {
        return new RowOrigin(
                entity,
                row -> RowChange.inserted(rows.get(row)),
                session.mappings(),
                session.identityMap(),
                false,
                List.of(why));
    }
}
