package dev.dovetail.orm;

import dev.dovetail.compile.Capability;
import dev.dovetail.compile.Dialect;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.internal.load.EntitySource;
import dev.dovetail.orm.internal.load.EntityStatements;
import dev.dovetail.orm.internal.load.LoadOrigin;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.RowLock;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Statements by criteria for rows that are in several tables: what is written to one of them may be what the criteria ask for,
 * so the keys are read first, and each table is written by them.
 */
final class KeyedWrites {

    /** As many as databases take parameters for, whatever the key has for parts. */
    private static final int KEYS_PER_STATEMENT = 500;

    private final SessionState session;
    private final EntityDescriptor<?> type;

    KeyedWrites(SessionState session, EntityDescriptor<?> type) {
        this.session = session;
        this.type = type;
    }

    /** The keys of the rows for which conditions hold. */
    List<EntityKey> read(EntityPath<?> root, List<Expression<Boolean>> conditions) {
        return keys(query(root, conditions));
    }

    /** The same; where rows can be locked they are, so that the conditions hold until they are written. */
    List<EntityKey> lock(EntityPath<?> root, List<Expression<Boolean>> conditions) {
        Dialect dialect = session.factory.binds().of(type).dialect();
        if (!dialect.has(Capability.FOR_UPDATE)) {
            return read(root, conditions);
        }
        return keys(
                query(root, conditions).lock(new EntitySource(type, root.alias()).reach(RowLock.forUpdate(), session)));
    }

    private Select<Row> query(EntityPath<?> root, List<Expression<Boolean>> conditions) {
        Select<Row> query = Sql.select(
                        Arrays.stream(type.idColumns()).mapToObj(root::column).toList())
                .from(new EntitySource(type, root.alias()).source());
        for (Expression<Boolean> condition : conditions) {
            query = query.where(condition);
        }
        return query;
    }

    private List<EntityKey> keys(Select<Row> query) {
        return session.connection(type).list(query).stream()
                .map(row -> Keys.of(
                        type, IntStream.range(0, row.size()).mapToObj(row::get).toArray()))
                .toList();
    }

    void update(List<Update> tables, List<EntityKey> keys) {
        for (Update table : tables) {
            TablePart part = parts().get(table.table());
            send("update of ", part, keys, table::where);
        }
    }

    /** From the tables that refer to others first. */
    void delete(List<EntityKey> keys) {
        Map<Table, TablePart> parts = parts();
        List<Table> tables = new ArrayList<>(session.mappings().metadata().sortedTables());
        tables.retainAll(parts.keySet());
        for (int i = tables.size() - 1; i >= 0; i--) {
            send("delete of ", parts.get(tables.get(i)), keys, Sql.deleteFrom(tables.get(i))::where);
        }
    }

    /** The tables that a row of the class or of one that extends it may be in. */
    private Map<Table, TablePart> parts() {
        return Stream.concat(type.tables().stream(), type.layout().added().stream())
                .collect(Collectors.toMap(TablePart::table, Function.identity()));
    }

    private void send(
            String what, TablePart part, List<EntityKey> keys, Function<Expression<Boolean>, Statement> statement) {
        TableSource table = Sql.table(part.table());
        List<ColumnRef<?>> key =
                part.key().stream().<ColumnRef<?>>map(table::col).toList();
        LoadOrigin origin = new LoadOrigin(what + type.name(), type, session.mappings());
        for (int from = 0; from < keys.size(); from += KEYS_PER_STATEMENT) {
            List<EntityKey> some = keys.subList(from, Math.min(from + KEYS_PER_STATEMENT, keys.size()));
            @Nullable
            Object[] values =
                    some.stream().flatMap(known -> known.values().stream()).toArray();
            session.connection(type).execute(statement.apply(EntityStatements.among(key, some.size())), values, origin);
        }
    }
}
