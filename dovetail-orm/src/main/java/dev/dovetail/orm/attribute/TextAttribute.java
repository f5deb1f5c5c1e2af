package dev.dovetail.orm.attribute;

import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.TextOperand;

/**
 * A field of text in a query.
 *
 * @param <E> the entity
 */
public final class TextAttribute<E> extends Attribute<E, String> implements TextOperand {

    TextAttribute(EntityPath<E> path, String name, ColumnRef<String> column) {
        super(path, name, column);
    }
}
