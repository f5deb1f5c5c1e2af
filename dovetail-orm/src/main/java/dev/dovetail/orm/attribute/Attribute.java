package dev.dovetail.orm.attribute;

import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Operand;

/**
 * A column's field in a query.
 *
 * @param <E> the entity
 * @param <T> the field's type
 */
public sealed class Attribute<E, T> implements Operand<T>, MappedAttribute<E>, ProjectionPart<E, T>
        permits TextAttribute, NumericAttribute {

    private final EntityPath<E> path;
    private final String name;
    private final ColumnRef<T> column;

    Attribute(EntityPath<E> path, String name, ColumnRef<T> column) {
        this.path = path;
        this.name = name;
        this.column = column;
    }

    @Override
    public final EntityPath<E> path() {
        return path;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final ColumnRef<T> expression() {
        return column;
    }

    @Override
    public String toString() {
        return path.mapped().model().simpleName() + "." + name;
    }
}
