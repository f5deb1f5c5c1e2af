package dev.dovetail.orm.attribute;

import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.NumericOperand;

/**
 * A numeric field in a query.
 *
 * @param <E> the entity
 * @param <N> the number's class
 */
public final class NumericAttribute<E, N extends Number> extends Attribute<E, N> implements NumericOperand<N> {

    NumericAttribute(EntityPath<E> path, String name, ColumnRef<N> column) {
        super(path, name, column);
    }
}
