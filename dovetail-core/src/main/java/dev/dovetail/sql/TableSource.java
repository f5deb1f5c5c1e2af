package dev.dovetail.sql;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in a statement, under its own name or an alias.
 *
 * @param table the table
 * @param alias the alias, null for the table's own name
 */
public record TableSource(Table table, @Nullable String alias) implements Source {
    /**
     * The same table under an alias.
     *
     * @param newAlias the alias
     * @return the new source
     */
    public TableSource as(String newAlias) {
        return new TableSource(table, newAlias);
    }

    /**
     * The name by which columns of this source are called.
     *
     * @return the alias, or the table's name
     */
    public String name() {
        return alias == null ? table.toString() : alias;
    }

    /**
     * A column.
     *
     * @param <T> the Java class of its values
     * @param column a column of the table
     * @return the expression
     * @throws dev.dovetail.UsageException if the column belongs to another table
     */
    public <T> ColumnRef<T> col(Column<T> column) {
        return new ColumnRef<>(this, column);
    }

    /**
     * A column by its name.
     *
     * @param <T> the Java class of its values
     * @param column the name
     * @param javaClass the Java class of its values
     * @return the expression
     * @throws dev.dovetail.UsageException if the table has no such column, or its values have another class
     */
    public <T> ColumnRef<T> col(String column, Class<T> javaClass) {
        return col(table.column(column, javaClass));
    }

    /**
     * A column of texts by its name.
     *
     * @param column the name
     * @return the operand
     * @throws dev.dovetail.UsageException if the table has no such column, or its values are no texts
     */
    public TextOperand text(String column) {
        return new TextView(col(column, String.class));
    }

    /**
     * A column of numbers by its name.
     *
     * @param <N> the Java class of the numbers
     * @param column the name
     * @param javaClass the Java class of the numbers
     * @return the operand
     * @throws dev.dovetail.UsageException if the table has no such column, or its values have another class
     */
    public <N extends Number> NumericOperand<N> number(String column, Class<N> javaClass) {
        return new NumericView<>(col(column, javaClass));
    }

    /**
     * All columns, in declared order.
     *
     * @return the expressions
     */
    public List<ColumnRef<?>> columns() {
        List<ColumnRef<?>> columns = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            columns.add(col(column));
        }
        return columns;
    }

    @Override
    public void accept(SourceVisitor visitor) {
        visitor.visit(this);
    }
}
