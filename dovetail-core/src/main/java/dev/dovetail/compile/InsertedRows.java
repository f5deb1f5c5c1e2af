package dev.dovetail.compile;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.DefaultValue;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT is written with. Where every row has DEFAULT for a column, and the dialect lacks the keyword or merges
 * rows, the column is left out, which means the same.
 */
record InsertedRows(
        Table table,
        List<Column<?>> columns,
        List<List<Expression<?>>> rows,
        @Nullable Query<?> query) {
    static InsertedRows of(Insert insert, Dialect dialect) {
        List<Column<?>> columns = new ArrayList<>();
        List<List<Expression<?>>> rows = new ArrayList<>();
        insert.rows().forEach(row -> rows.add(new ArrayList<>()));
        boolean leavesOut = !dialect.has(Capability.DEFAULT_KEYWORD) || dialect.upsertForm() == UpsertForm.MERGE;
        for (int index = 0; index < insert.columns().size(); index++) {
            int position = index;
            if (leavesOut
                    && !insert.rows().isEmpty()
                    && insert.rows().stream().allMatch(row -> row.get(position) instanceof DefaultValue)) {
                continue;
            }
            columns.add(insert.columns().get(index));
            for (int row = 0; row < rows.size(); row++) {
                rows.get(row).add(insert.rows().get(row).get(index));
            }
        }
        return new InsertedRows(insert.table(), columns, rows, insert.query());
    }

    InsertedRows with(Query<?> other) {
        return new InsertedRows(table, columns, rows, other);
    }
}
