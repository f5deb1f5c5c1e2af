package dev.dovetail.orm.internal.persist;

import dev.dovetail.StaleDataException;
import dev.dovetail.engine.BatchResult;
import dev.dovetail.engine.Connection;
import dev.dovetail.orm.attribute.LinkTable;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.LinkChange;
import dev.dovetail.orm.internal.unitofwork.LinkStep;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends the rows of secondary tables, one statement for each step. Objects have the keys that the rows refer to by then. */
final class LinkExecutor {

    private final LoadContext session;
    private final boolean underSavepoint;

    LinkExecutor(LoadContext session, boolean underSavepoint) {
        this.session = session;
        this.underSavepoint = underSavepoint;
    }

    void execute(LinkStep step) {
        if (step.first().kind() == LinkChange.Kind.UPDATE) {
            follow(step);
            return;
        }
        List<Column<?>> columns = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (LinkChange link : step.rows()) {
            Map<Column<?>, @Nullable Object> row = row(link);
            columns = new ArrayList<>(row.keySet());
            rows.add(row.values().toArray());
        }
        LinkOrigin origin = new LinkOrigin(step, session.mappings(), !underSavepoint);
        Connection connection =
                session.connection(session.mappings().of(step.first().end().owner()));
        if (step.first().kind() == LinkChange.Kind.INSERT) {
            connection.executeBatch(insert(step.first().table(), columns), rows, origin);
        } else {
            BatchResult result = connection.executeBatch(delete(step.first().table(), columns), rows, origin);
            refuseMissing(step, result);
        }
    }

    /** The owners have their new keys by now. How many rows each had is not known, and may be none. */
    private void follow(LinkStep step) {
        LinkTable table = step.first().table();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (LinkChange link : step.rows()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int column : table.ownKey()) {
                row.add(link.owner().known().value(column));
            }
            row.addAll(link.former());
            rows.add(row.toArray());
        }
        Update update = Sql.update(table.table());
        int parameter = 0;
        for (Column<?> column : table.ownColumns()) {
            update = set(update, column, parameter++);
        }
        for (Column<?> column : table.ownColumns()) {
            update = update.where(equal(Sql.table(table.table()).col(column), parameter++));
        }
        session.connection(session.mappings().of(step.first().end().owner()))
                .executeBatch(update, rows, new LinkOrigin(step, session.mappings(), !underSavepoint));
    }

    private static <T> Update set(Update update, Column<T> column, int parameter) {
        return update.set(column, Sql.parameter(parameter, column.type()));
    }

    /** A row that somebody else deleted: what the holder says is not true any more. */
    private static void refuseMissing(LinkStep step, BatchResult result) {
        for (int i = 0; i < step.rows().size(); i++) {
            LinkChange link = step.rows().get(i);
            if (link.target() != null && result.counts()[i] == 0) {
                throw new StaleDataException("DELETE of the row of "
                        + link.table().table().name() + " that joins " + link.objects()
                        + " matched no row: another transaction took them apart. Refresh the two, and decide again");
            }
        }
    }

    /** The values of a row's columns, each column once, also where it serves both keys. */
    private static Map<Column<?>, @Nullable Object> row(LinkChange link) {
        LinkTable table = link.table();
        Map<Column<?>, @Nullable Object> row = new LinkedHashMap<>();
        put(row, table.ownColumns(), table.ownKey(), link.owner(), link.kind());
        if (link.target() != null) {
            put(row, table.targetColumns(), table.targetKey(), link.target(), link.kind());
        }
        return row;
    }

    private static void put(
            Map<Column<?>, @Nullable Object> row,
            List<Column<?>> columns,
            int[] key,
            InstanceState state,
            LinkChange.Kind kind) {
        for (int i = 0; i < key.length; i++) {
            Object value = kind == LinkChange.Kind.INSERT
                    ? state.get(key[i])
                    : state.known().value(key[i]);
            row.put(columns.get(i), value);
        }
    }

    private static Insert insert(LinkTable table, List<Column<?>> columns) {
        Insert insert = Sql.insertInto(table.table());
        for (int i = 0; i < columns.size(); i++) {
            insert = set(insert, columns.get(i), i);
        }
        return insert;
    }

    private static <T> Insert set(Insert insert, Column<T> column, int parameter) {
        return insert.set(column, Sql.parameter(parameter, column.type()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    private static Delete delete(LinkTable table, List<Column<?>> columns) {
        Operand<Boolean>[] conditions = new Operand[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            conditions[i] = equal(Sql.table(table.table()).col(columns.get(i)), i);
        }
        return Sql.deleteFrom(table.table()).where(conditions);
    }

    private static <T> Condition equal(ColumnRef<T> column, int parameter) {
        return column.eq(Sql.parameter(parameter, column.type()));
    }
}
