package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * A column of a source that is no table: of a subquery, a common table expression, VALUES, or a function.
 *
 * @param <T> the Java class of the values
 * @param source the name of the source in the FROM clause
 * @param name the name of the column there
 * @param type its type
 */
public record DerivedColumn<T>(String source, String name, Type<T> type) implements Expression<T> {
    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
