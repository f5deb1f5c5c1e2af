package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into a table. Immutable and thread-safe: each method gives a new statement. Either {@code set} for one row,
 * or {@code columns} and then {@code values} for each row, or {@code columns} and {@code select} for the rows of a query;
 * with neither, one row of defaults.
 */
public final class Insert implements Write {
    private final Table table;
    private final List<Column<?>> columns;
    private final List<List<Expression<?>>> rows;
    private final @Nullable Query<?> query;

    private Insert(Table table, List<Column<?>> columns, List<List<Expression<?>>> rows, @Nullable Query<?> query) {
        this.table = table;
        this.columns = columns;
        this.rows = rows;
        this.query = query;
    }

    private Insert(Table table, List<Column<?>> columns, List<List<Expression<?>>> rows) {
        this(table, columns, rows, null);
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
        if (query != null) {
            throw new UsageException("DVT-SQL-INSERT", "the rows come from a query; values(…) adds none to them");
        }
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

    /**
     * Takes the rows of a query.
     *
     * @param newQuery one with as many columns as this statement; without {@link #columns(Column[])}, as the table
     * @return the new statement
     * @throws UsageException if it has more or fewer, or there are rows of values already; code {@code DVT-SQL-INSERT}
     */
    public Insert select(Query<?> newQuery) {
        if (!rows.isEmpty() && !columns.isEmpty()) {
            throw new UsageException(
                    "DVT-SQL-INSERT", "the statement has rows of values; it can take no query as well");
        }
        List<Column<?>> into = columns.isEmpty()
                ? table.columns().stream()
                        .<Column<?>>filter(column -> !column.computed())
                        .toList()
                : columns;
        if (newQuery.columns().size() != into.size()) {
            throw new UsageException(
                    "DVT-SQL-INSERT",
                    "a query of " + newQuery.columns().size() + " columns for the " + into.size() + " columns " + into);
        }
        return new Insert(table, into, List.of(), newQuery);
    }

    /**
     * Sets one more column in all rows.
     *
     * @param column a column of the table
     * @param values one for each row; one for all if the rows come from a query
     * @return the new statement
     * @throws UsageException if the column is of another table or already set ({@code DVT-SQL-COLUMN}), or the rows come
     *     from a query that is no plain one ({@code DVT-SQL-INSERT})
     */
    public Insert with(Column<?> column, List<? extends Expression<?>> values) {
        List<Column<?>> more = Targets.add(table, columns, column);
        if (query != null) {
            if (!(query instanceof Select<?> select) || select.isDistinct()) {
                throw new UsageException(
                        "DVT-SQL-INSERT",
                        "the query has nothing for " + column
                                + ", whose value the program makes, and nothing can be added to"
                                + " it: select a value for it");
            }
            return new Insert(table, more, List.of(), select.plus(values.get(0)));
        }
        List<List<Expression<?>>> longer = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            longer.add(Lists.append(rows.get(row), values.get(row)));
        }
        return new Insert(table, more, longer);
    }

    /**
     * The statement with its only row several times, which share their parameters.
     *
     * @param times how many times
     * @return the new statement
     */
    public Insert repeated(int times) {
        return new Insert(table, columns, Collections.nCopies(times, rows.get(0)));
    }

    /**
     * The same as several statements.
     *
     * @return one statement for each row of values, or this one if the rows come from a query
     */
    public List<Insert> split() {
        List<Insert> statements = new ArrayList<>();
        for (List<Expression<?>> row : rows) {
            statements.add(new Insert(table, columns, List.of(row)));
        }
        return rows.isEmpty() ? List.of(this) : statements;
    }

    /**
     * Says what is to happen to a row that is there already: begins an {@linkplain Upsert upsert}.
     *
     * @param key the columns of the primary key, or of a unique constraint or index, in any order
     * @return the conflict, which goes on with {@code doNothing} or {@code doUpdate}
     * @throws UsageException if they are no such key of the table, or the statement does not set one of them; code {@code
     *     DVT-SQL-CONFLICT}
     */
    public Conflict onConflict(Column<?>... key) {
        return Conflict.of(this, List.of(key));
    }

    /**
     * Says what is to happen to a row that is there already: begins an {@linkplain Upsert upsert}.
     *
     * @param key operands that stand for columns of the primary key, or of a unique constraint or index, in any order
     * @return the conflict, which goes on with {@code doNothing} or {@code doUpdate}
     * @throws UsageException if they are no such key of the table, or the statement does not set one of them; code {@code
     *     DVT-SQL-CONFLICT}
     */
    public Conflict onConflict(Operand<?>... key) {
        List<Column<?>> columnsOfKey = new ArrayList<>();
        for (Operand<?> operand : key) {
            columnsOfKey.add(Targets.column(operand));
        }
        return Conflict.of(this, columnsOfKey);
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
     * @return the rows; none if {@link #columns(Column[])} was called and {@link #values} was not, or if there is a query
     */
    public List<List<Expression<?>>> rows() {
        return rows;
    }

    /**
     * The query that gives the rows.
     *
     * @return the query, null if there is none
     */
    public @Nullable Query<?> query() {
        return query;
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
