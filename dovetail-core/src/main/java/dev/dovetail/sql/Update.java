package dev.dovetail.sql;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows of a table: all of them, unless {@code where} says which. Immutable and thread-safe: each method gives a
 * new statement.
 */
public final class Update implements Write {
    private final Table table;
    private final List<Assignment> assignments;
    private final List<Expression<Boolean>> where;

    private Update(Table table, List<Assignment> assignments, List<Expression<Boolean>> where) {
        this.table = table;
        this.assignments = List.copyOf(assignments);
        this.where = List.copyOf(where);
    }

    static Update of(Table table) {
        return new Update(table, List.of(), List.of());
    }

    /**
     * Sets a column.
     *
     * @param <T> the Java class of the column's values
     * @param column a column of the table
     * @param value the value, null for NULL
     * @return the new statement
     * @throws dev.dovetail.UsageException if the column is of another table or already set; code {@code DVT-SQL-COLUMN}
     */
    public <T> Update set(Column<T> column, @Nullable T value) {
        return set(column, new Value<>(value, column.type()));
    }

    /**
     * Sets a column.
     *
     * @param <T> the Java class of the column's values
     * @param column a column of the table
     * @param value the value: an expression of the row's columns, or a {@link Parameter}
     * @return the new statement
     * @throws dev.dovetail.UsageException if the column is of another table or already set; code {@code DVT-SQL-COLUMN}
     */
    public <T> Update set(Column<T> column, Operand<T> value) {
        List<Column<?>> columns = new ArrayList<>();
        assignments.forEach(assignment -> columns.add(assignment.column()));
        Targets.add(table, columns, column);
        return new Update(table, Lists.append(assignments, new Assignment(column, value.expression())), where);
    }

    /**
     * Sets a column.
     *
     * @param <T> the Java class of the column's values
     * @param column an operand that stands for a column of the table
     * @param value the value, null for NULL
     * @return the new statement
     * @throws dev.dovetail.UsageException if it is no column, of another table, or already set; code
     *     {@code DVT-SQL-COLUMN}
     */
    public <T> Update set(Operand<T> column, @Nullable T value) {
        return set(Targets.column(column), value);
    }

    /**
     * Sets a column.
     *
     * @param <T> the Java class of the column's values
     * @param column an operand that stands for a column of the table
     * @param value the value: an expression of the row's columns, or a {@link Parameter}
     * @return the new statement
     * @throws dev.dovetail.UsageException if it is no column, of another table, or already set; code
     *     {@code DVT-SQL-COLUMN}
     */
    public <T> Update set(Operand<T> column, Operand<T> value) {
        return set(Targets.column(column), value);
    }

    /**
     * Changes only the rows for which all conditions hold, these and those given before.
     *
     * @param conditions the conditions
     * @return the new statement
     */
    @SafeVarargs
    public final Update where(Operand<Boolean>... conditions) {
        List<Expression<Boolean>> more = new ArrayList<>(where);
        for (Operand<Boolean> condition : conditions) {
            more.add(condition.expression());
        }
        return new Update(table, assignments, more);
    }

    @Override
    public Table table() {
        return table;
    }

    /**
     * The SET clause.
     *
     * @return the assignments, in order
     */
    public List<Assignment> assignments() {
        return assignments;
    }

    /**
     * The WHERE clause.
     *
     * @return the conditions, all of which must hold
     */
    public List<Expression<Boolean>> where() {
        return where;
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
