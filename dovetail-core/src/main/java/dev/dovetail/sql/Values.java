package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of values, which become a source by {@link #as}.
 *
 * @param rows the rows, at least one
 */
public record Values(List<RowValue> rows) {
    /** Copies the list; refuses rows that do not fit one another. */
    public Values {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new UsageException("DVT-SQL-ROW", "VALUES needs at least one row");
        }
        for (RowValue row : rows) {
            rows.get(0).requireLike("VALUES", row.values());
        }
    }

    /**
     * Makes these rows a source.
     *
     * @param alias its name
     * @param columns the names of the columns, one for each value of a row
     * @return the source
     * @throws UsageException if there are too few or too many names; code {@code DVT-SQL-ROW}
     */
    public ValuesSource as(String alias, String... columns) {
        List<Expression<?>> first = rows.get(0).values();
        if (columns.length != first.size()) {
            throw new UsageException(
                    "DVT-SQL-ROW",
                    "VALUES " + alias + ": " + columns.length + " names for " + first.size() + " values");
        }
        List<NamedType<?>> outputs = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            outputs.add(new NamedType<>(columns[i], first.get(i).type()));
        }
        return new ValuesSource(rows, alias, outputs);
    }
}
