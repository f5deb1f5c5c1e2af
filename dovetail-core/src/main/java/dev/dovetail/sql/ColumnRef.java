package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.type.Type;

/**
 * A column of a table in a statement.
 *
 * @param <T> the Java class of the values
 * @param source the table as it stands in the FROM clause
 * @param column the column
 */
public record ColumnRef<T>(TableSource source, Column<T> column) implements Expression<T> {
    /** Refuses a column of another table. */
    public ColumnRef {
        if (column.table() != source.table()) {
            throw new UsageException("DVT-SQL-COLUMN", "column " + column + " is not one of table " + source.table());
        }
    }

    @Override
    public Type<T> type() {
        return column.type();
    }

    /** The column as it is written in SQL: {@code child.parent_id}. */
    @Override
    public String toString() {
        return source.name() + "." + column.name();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
