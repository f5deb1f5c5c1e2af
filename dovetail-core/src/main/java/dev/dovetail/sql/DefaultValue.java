package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;

/**
 * The keyword DEFAULT: the default of the column that it is given to. It stands only for a whole value in an INSERT or
 * UPDATE.
 *
 * @param <T> the Java class of the column's values
 */
public record DefaultValue<T>() implements Expression<T> {
    /**
     * Refuses: the type is that of the column.
     *
     * @return nothing
     * @throws UsageException always; code {@code DVT-SQL-DEFAULT}
     */
    @Override
    public Type<T> type() {
        throw misplaced();
    }

    /**
     * What is thrown where DEFAULT cannot stand.
     *
     * @return the exception
     */
    public static UsageException misplaced() {
        return new UsageException(
                "DVT-SQL-DEFAULT",
                "DEFAULT is no value: it stands only by itself, for what a column is set to in an INSERT or UPDATE");
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
