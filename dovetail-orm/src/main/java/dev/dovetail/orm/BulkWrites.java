package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.JoinedTables;
import dev.dovetail.orm.internal.load.EntitySource;
import dev.dovetail.orm.internal.load.EntityStatements;
import dev.dovetail.orm.internal.persist.DirectWrites;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inserts and upserts past the unit of work. */
final class BulkWrites {

    private final SessionState session;
    private final DirectWrites writes;

    BulkWrites(SessionState session) {
        this.session = session;
        this.writes = new DirectWrites(session, session.options.clock());
    }

    void insert(Collection<?> entities) {
        session.readyToWrite("a bulk insert");
        List<InstanceState> rows = entities.stream().map(this::unstored).toList();
        writes.insert(rows);
    }

    private InstanceState unstored(Object entity) {
        InstanceState state = session.states().passing(entity);
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
        session.readyToWrite("an upsert");
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
        refuseOtherClass(type, key, values);
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

    /** A row stays what it is: the upsert would write the discriminator, too. */
    private void refuseOtherClass(EntityDescriptor<?> type, int[] key, Object[] values) {
        if (type.root().hierarchy().size() == 1) {
            return;
        }
        EntitySource source = new EntitySource(type, null);
        Select<Row> query =
                Sql.select(List.of(source.column(type.discriminator()))).from(JoinedTables.join(type.tables(), null));
        for (int i = 0; i < key.length; i++) {
            query = query.where(equal(source.column(key[i]), values[i]));
        }
        for (Row row : session.connection(type).list(query)) {
            Object identity = row.get(0);
            EntityDescriptor<?> found = identity == null ? null : type.withIdentity(identity);
            if (found != type) {
                throw new UsageException(
                        "DVT-USE-BULK",
                        "an upsert of " + type.name() + " meets a row of "
                                + (found == null ? identity : found.name()) + " with the same "
                                + Arrays.stream(key)
                                        .mapToObj(column ->
                                                type.columns().get(column).label())
                                        .collect(Collectors.joining(", "))
                                + ", and a row does not become one of another class; delete that first");
            }
        }
    }

    private static <T> Condition equal(ColumnRef<T> column, Object value) {
        return column.eq(column.type().javaClass().cast(value));
    }

    private static boolean same(InstanceState state, int column, @Nullable Object value) {
        Object known = state.known().value(column);
        return known != null && known.equals(value);
    }

    private static void requireOneTable(EntityDescriptor<?> type) {
        if (type.tables().size() > 1) {
            throw new UsageException(
                    "DVT-USE-BULK",
                    "the rows of " + type.name() + " are in " + type.tables().size()
                            + " tables, and an upsert writes one; get the object, and change it or add it");
        }
    }
}
