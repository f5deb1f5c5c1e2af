package dev.dovetail.sql;

import dev.dovetail.schema.Column;
import dev.dovetail.type.Type;

/**
 * What the row that met a conflict would have put into a column. It stands only in the {@code doUpdate} of an {@link
 * Upsert}.
 *
 * @param <T> the Java class of the value
 * @param column the column
 */
public record Excluded<T>(Column<T> column) implements Expression<T> {
    @Override
    public Type<T> type() {
        return column.type();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
