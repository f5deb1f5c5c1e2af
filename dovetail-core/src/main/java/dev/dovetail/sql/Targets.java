package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** What statements that write into columns have in common. */
final class Targets {
    private Targets() {}

    /** The column that an operand is, such as an attribute of a mapped class. */
    @SuppressWarnings("unchecked") // a ColumnRef<T> that is an Expression<T>
    static <T> Column<T> column(Operand<T> operand) {
        if (operand.expression() instanceof ColumnRef<?> ref) {
            return (Column<T>) ref.column();
        }
        throw new UsageException(
                "DVT-SQL-COLUMN", operand.expression() + " is not a column, so nothing can be set there");
    }

    /** The columns and one more, which must be of the table and new. */
    static List<Column<?>> add(Table table, List<Column<?>> columns, Column<?> column) {
        if (column.table() != table) {
            throw new UsageException("DVT-SQL-COLUMN", "column " + column + " is not one of table " + table);
        }
        if (column.computed()) {
            throw new UsageException(
                    "DVT-SQL-COLUMN", "column " + column + " is computed by the database; nothing can be set there");
        }
        if (columns.contains(column)) {
            throw new UsageException("DVT-SQL-COLUMN", "column " + column + " is set twice");
        }
        return Lists.append(columns, column);
    }

    /** The assignments and one more, to a column of the table that has none yet. */
    static <T> List<Assignment> add(Table table, List<Assignment> assignments, Column<T> column, Operand<T> value) {
        List<Column<?>> columns = new ArrayList<>();
        assignments.forEach(assignment -> columns.add(assignment.column()));
        add(table, columns, column);
        return Lists.append(assignments, new Assignment(column, value.expression()));
    }
}
