package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * A column of a subquery in the FROM clause.
 *
 * @param <T> the Java class of the values
 * @param source the subquery
 * @param name the name of the column there
 * @param type its type
 */
public record SubqueryColumn<T>(SubquerySource source, String name, Type<T> type) implements Expression<T> {
    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
