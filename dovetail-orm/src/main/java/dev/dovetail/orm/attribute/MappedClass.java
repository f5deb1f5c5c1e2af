package dev.dovetail.orm.attribute;

import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What holders and attributes know of a mapped class. Implemented by generated code. Columns and relationships are known
 * by their position in {@link #model()}.
 *
 * @param <E> the class
 */
public interface MappedClass<E> {

    /**
     * The mapped class.
     *
     * @return the class
     */
    Class<E> entityClass();

    /**
     * What the class declares.
     *
     * @return the model
     */
    EntityModel model();

    /**
     * The class's table.
     *
     * @return the table; its foreign keys refer to other tables by name
     */
    Table table();

    /**
     * Reads a column's field.
     *
     * @param entity the object
     * @param column the column's position
     * @return the value
     */
    @Nullable
    Object get(E entity, int column);

    /**
     * Writes a column's field.
     *
     * @param entity the object
     * @param column the column's position
     * @param value the value, of the field's type
     */
    void set(E entity, int column, @Nullable Object value);

    /**
     * A relationship's holder.
     *
     * @param entity the object
     * @param relationship the relationship's position
     * @return the holder
     */
    Holder<?> holder(E entity, int relationship);
}
