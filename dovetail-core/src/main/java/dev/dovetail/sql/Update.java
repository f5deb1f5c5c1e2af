package dev.dovetail.sql;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows of a table: all of them, unless {@code where} says which. Immutable and thread-safe: each method gives a
 * new statement.
 */
public final class Update implements Write {
    private final List<Assignment> assignments;
    private final Restriction restriction;

    private Update(List<Assignment> assignments, Restriction restriction) {
        this.assignments = List.copyOf(assignments);
        this.restriction = restriction;
    }

    static Update of(TableSource target) {
        return new Update(List.of(), Restriction.none(target));
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
        return new Update(Targets.add(table(), assignments, column, value), restriction);
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
    @SuppressWarnings("varargs") // the array is only read
    public final Update where(Operand<Boolean>... conditions) {
        return new Update(assignments, restriction.where(List.of(conditions)));
    }

    /**
     * Takes other sources in, whose columns the conditions and values can name. At least one condition should
     * join them to the table: which of several rows that fit counts is the database's choice.
     *
     * @param sources the sources, apart from the table itself
     * @return the new statement
     */
    public Update from(SourceLike... sources) {
        return new Update(assignments, restriction.sources(sources));
    }

    /**
     * Says which rows come first, for {@link #limit}.
     *
     * @param terms the terms; those given before count first
     * @return the new statement
     */
    public Update orderBy(OrderTerm... terms) {
        return new Update(assignments, restriction.orderBy(terms));
    }

    /**
     * Takes no more than some rows, the first by {@link #orderBy}.
     *
     * @param rows the greatest number
     * @return the new statement
     */
    public Update limit(long rows) {
        return limit(Value.of(rows));
    }

    /**
     * Takes no more than some rows, the first by {@link #orderBy}.
     *
     * @param rows the greatest number, such as a {@link Parameter}
     * @return the new statement
     */
    public Update limit(Operand<Long> rows) {
        return new Update(assignments, restriction.limit(rows));
    }

    @Override
    public Table table() {
        return target().table();
    }

    @Override
    public TableSource target() {
        return restriction.target();
    }

    /**
     * Which rows are meant.
     *
     * @return the target, the other sources, the conditions, the order and the limit
     */
    public Restriction restriction() {
        return restriction;
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
        return restriction.where();
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
