package dev.dovetail.orm.internal.persist;

import dev.dovetail.engine.Connection;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.ColumnModel.Trait;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Write;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How the values get into objects that the database decides when it writes their rows: with the statement, or by a query for
 * the rows afterwards. After SQLAlchemy's {@code eager_defaults="auto"}.
 *
 * @param columns the columns that come back with the statement for their table
 * @param query whether the rows have to be read
 */
record ReadBack(int[] columns, boolean query) {

    private static final int[] NONE = {};

    static ReadBack ofInsert(List<TableRows> tables, Written written, Connection connection, int rows) {
        IntPredicate decided =
                column -> !written.has(column) || written.expressions().containsKey(column);
        return of(tables, decided, TableRows::insert, connection, rows);
    }

    static ReadBack ofUpdate(List<TableRows> tables, Written written, Connection connection, int rows) {
        EntityDescriptor<?> entity = tables.get(0).entity();
        IntPredicate decided = column -> entity.columns().get(column).fetchedOnUpdate()
                || written.expressions().containsKey(column);
        return of(tables, decided, TableRows::update, connection, rows);
    }

    private static ReadBack of(
            List<TableRows> tables,
            IntPredicate decided,
            Function<TableRows, Write> statement,
            Connection connection,
            int rows) {
        List<ColumnModel> models = tables.get(0).entity().columns();
        int[] columns = IntStream.range(0, models.size())
                .filter(column ->
                        !models.get(column).id() && !models.get(column).deferred() && decided.test(column))
                .toArray();
        boolean comesBack = Arrays.stream(columns).noneMatch(column -> byTrigger(models.get(column)))
                && tables.stream().allMatch(table -> {
                    List<Column<?>> own = table.columns(table.own(columns));
                    return own.isEmpty() || connection.returns(statement.apply(table), own, rows);
                });
        return new ReadBack(comesBack ? columns : NONE, !comesBack);
    }

    /** A trigger that runs after the statement may write what the statement does not see. */
    private static boolean byTrigger(ColumnModel column) {
        return column.details().computed() == null
                && (column.traits().contains(Trait.NOT_INSERTED)
                        || column.traits().contains(Trait.FETCHED_ON_UPDATE));
    }
}
