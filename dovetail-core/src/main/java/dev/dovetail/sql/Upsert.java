package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows, and does something else where a row with the same key is there already: changes it, or nothing. Made by
 * {@link Insert#onConflict(Column[])}. Immutable and thread-safe: each method gives a new statement.
 *
 * <p>MySQL and MariaDB cannot be told which key is meant: a row that meets any key of the table is taken. Where the
 * table has another key that the INSERT can meet, they refuse, unless {@link #allowingAnyKey} says that it is meant so.
 */
public final class Upsert implements Write {
    private final Insert insert;
    private final List<Column<?>> key;
    private final List<Assignment> assignments;
    private final List<Expression<Boolean>> where;
    private final boolean anyKeyAllowed;

    private Upsert(
            Insert insert,
            List<Column<?>> key,
            List<Assignment> assignments,
            List<Expression<Boolean>> where,
            boolean anyKeyAllowed) {
        this.insert = insert;
        this.key = List.copyOf(key);
        this.assignments = List.copyOf(assignments);
        this.where = List.copyOf(where);
        this.anyKeyAllowed = anyKeyAllowed;
    }

    static Upsert of(Insert insert, List<Column<?>> key) {
        return new Upsert(insert, key, List.of(), List.of(), false);
    }

    /**
     * Sets a column of a row that is there already.
     *
     * @param <T> the Java class of the column's values
     * @param column a column of the table
     * @param value the value, null for NULL
     * @return the new statement
     * @throws UsageException if the column is of another table or already set; code {@code DVT-SQL-COLUMN}
     */
    public <T> Upsert set(Column<T> column, @Nullable T value) {
        return set(column, new Value<>(value, column.type()));
    }

    /**
     * Sets a column of a row that is there already.
     *
     * @param <T> the Java class of the column's values
     * @param column a column of the table
     * @param value the value: of the columns of the row that is there, and {@link Sql#excluded}
     * @return the new statement
     * @throws UsageException if the column is of another table or already set; code {@code DVT-SQL-COLUMN}
     */
    public <T> Upsert set(Column<T> column, Operand<T> value) {
        return new Upsert(insert, key, Targets.add(table(), assignments, column, value), where, anyKeyAllowed);
    }

    /**
     * Sets a column of a row that is there already.
     *
     * @param <T> the Java class of the column's values
     * @param column an operand that stands for a column of the table
     * @param value the value, null for NULL
     * @return the new statement
     * @throws UsageException if it is no column, of another table, or already set; code {@code DVT-SQL-COLUMN}
     */
    public <T> Upsert set(Operand<T> column, @Nullable T value) {
        return set(Targets.column(column), value);
    }

    /**
     * Sets a column of a row that is there already.
     *
     * @param <T> the Java class of the column's values
     * @param column an operand that stands for a column of the table
     * @param value the value: of the columns of the row that is there, and {@link Sql#excluded}
     * @return the new statement
     * @throws UsageException if it is no column, of another table, or already set; code {@code DVT-SQL-COLUMN}
     */
    public <T> Upsert set(Operand<T> column, Operand<T> value) {
        return set(Targets.column(column), value);
    }

    <T> Upsert set(Column<T> column) {
        if (!insert.columns().contains(column)) {
            throw new UsageException(
                    "DVT-SQL-COLUMN", "the INSERT has nothing for " + column + " that it could be set to");
        }
        return set(column, new Excluded<>(column));
    }

    /**
     * Changes a row that is there already only where all conditions hold, these and those given before; it stays as it is
     * otherwise.
     *
     * @param conditions the conditions, of the columns of the row that is there, and {@link Sql#excluded}
     * @return the new statement
     */
    @SafeVarargs
    public final Upsert where(Operand<Boolean>... conditions) {
        List<Expression<Boolean>> more = new ArrayList<>(where);
        for (Operand<Boolean> condition : conditions) {
            more.add(condition.expression());
        }
        return new Upsert(insert, key, assignments, more, anyKeyAllowed);
    }

    /**
     * Accepts that MySQL and MariaDB take a row for the one that is there if it has any key of the table in common.
     *
     * @return the new statement
     */
    public Upsert allowingAnyKey() {
        return new Upsert(insert, key, assignments, where, true);
    }

    @Override
    public Table table() {
        return insert.table();
    }

    /**
     * What is inserted.
     *
     * @return the statement without its conflict
     */
    public Insert insert() {
        return insert;
    }

    /**
     * The key by which a row may be there already.
     *
     * @return its columns, all of them set by the INSERT
     */
    public List<Column<?>> key() {
        return key;
    }

    /**
     * What becomes of a row that is there already.
     *
     * @return the assignments, none if it stays as it is
     */
    public List<Assignment> assignments() {
        return assignments;
    }

    /**
     * When a row that is there already is changed.
     *
     * @return the conditions, all of which must hold
     */
    public List<Expression<Boolean>> where() {
        return where;
    }

    /**
     * Whether {@link #allowingAnyKey} was called.
     *
     * @return true if it was
     */
    public boolean isAnyKeyAllowed() {
        return anyKeyAllowed;
    }

    /**
     * The other keys of the table that the INSERT could meet.
     *
     * @return sets of columns
     */
    public Collection<Set<Column<?>>> otherKeys() {
        return UniqueKeys.others(table(), key, insert.columns());
    }

    /**
     * The same for other rows.
     *
     * @param other an INSERT into the same columns of the same table
     * @return the new statement
     */
    public Upsert with(Insert other) {
        return new Upsert(other, key, assignments, where, anyKeyAllowed);
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
