package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into a table. Immutable and thread-safe: each method gives a new statement. Either {@code set} for one row,
 * or {@code columns} and then {@code values} for each row; with neither, one row of defaults.
 */
public final class Insert implements Write {
    private final Table table;
    private final List<Column<?>> columns;
    private final List<List<Expression<?>>> rows;

    private Insert(Table table, List<Column<?>> columns, List<List<Expression<?>>> rows) {
        this.table = table;
        this.columns = columns;
        this.rows = rows;
    }

    static Insert into(Table table) {
        return new Insert(table, List.of(), List.of(List.of()));
    }

    /**
     * Sets a column of the row.
     *
     * @param <T> the Java class of the column's values
     * @param column a column of the table
     * @param value the value, null for NULL
     * @return the new statement
     * @throws UsageException if the column is of another table or already set; code {@code DVT-SQL-COLUMN}
     */
    public <T> Insert set(Column<T> column, @Nullable T value) {
        return set(column, new Value<>(value, column.type()));
    }

    /**
     * Sets a column of the row.
     *
     * @param <T> the Java class of the column's values
     * @param column a column of the table
     * @param value the value, such as a {@link Parameter}
     * @return the new statement
     * @throws UsageException if the column is of another table or already set; code {@code DVT-SQL-COLUMN}
     */
    public <T> Insert set(Column<T> column, Operand<T> value) {
        if (rows.size() != 1) {
            throw new UsageException(
                    "DVT-SQL-INSERT",
                    "set(…) is for an insert of one row; after columns(…), call values(…) for each row");
        }
        return new Insert(
                table, Targets.add(table, columns, column), List.of(Lists.append(rows.get(0), value.expression())));
    }

    /**
     * Sets a column of the row.
     *
     * @param <T> the Java class of the column's values
     * @param column an operand that stands for a column of the table
     * @param value the value, null for NULL
     * @return the new statement
     * @throws UsageException if it is no column, of another table, or already set; code {@code DVT-SQL-COLUMN}
     */
    public <T> Insert set(Operand<T> column, @Nullable T value) {
        return set(Targets.column(column), value);
    }

    /**
     * Sets a column of the row.
     *
     * @param <T> the Java class of the column's values
     * @param column an operand that stands for a column of the table
     * @param value the value, such as a {@link Parameter}
     * @return the new statement
     * @throws UsageException if it is no column, of another table, or already set; code {@code DVT-SQL-COLUMN}
     */
    public <T> Insert set(Operand<T> column, Operand<T> value) {
        return set(Targets.column(column), value);
    }

    /**
     * Says which columns the rows have; go on with {@link #values}.
     *
     * @param newColumns columns of the table
     * @return the new statement, without rows
     * @throws UsageException if a column is of another table or named twice; code {@code DVT-SQL-COLUMN}
     */
    public Insert columns(Column<?>... newColumns) {
        List<Column<?>> checked = List.of();
        for (Column<?> column : newColumns) {
            checked = Targets.add(table, checked, column);
        }
        return new Insert(table, checked, List.of());
    }

    /**
     * Adds a row.
     *
     * @param values one for each column: a value of the column's class, null for NULL, or an {@link Operand}
     * @return the new statement
     * @throws UsageException if there are too few or too many ({@code DVT-SQL-INSERT}), or one is of the wrong class
     *     ({@code DVT-TYPE-CLASS})
     */
    public Insert values(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new UsageException(
                    "DVT-SQL-INSERT", values.length + " values for the " + columns.size() + " columns " + columns);
        }
        List<Expression<?>> row = new ArrayList<>(values.length);
        for (int index = 0; index < values.length; index++) {
            row.add(
                    values[index] instanceof Operand<?> operand
                            ? operand.expression()
                            : value(columns.get(index), values[index]));
        }
        return new Insert(table, columns, Lists.append(rows, List.copyOf(row)));
    }

    private static <T> Value<T> value(Column<T> column, @Nullable Object value) {
        return new Value<>(column.type().cast(value), column.type());
    }

    @Override
    public Table table() {
        return table;
    }

    /**
     * The columns that are given.
     *
     * @return the columns, in order; none for a row of defaults
     */
    public List<Column<?>> columns() {
        return columns;
    }

    /**
     * The rows, each with an expression for each column.
     *
     * @return the rows; none if {@link #columns(Column[])} was called and {@link #values} was not
     */
    public List<List<Expression<?>>> rows() {
        return rows;
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
