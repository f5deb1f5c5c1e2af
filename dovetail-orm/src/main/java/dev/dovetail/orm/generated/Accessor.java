package dev.dovetail.orm.generated;

import dev.dovetail.orm.attribute.Deferred;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.mapping.Converter;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the mapped fields that a class and its superclasses declare. The processor writes a subclass for each
 * entity and each mapped superclass, in the class's own package; that of a class asks that of its superclass for what is
 * declared there. Columns and relationships are known by their position: those of a superclass come first.
 *
 * @param <E> the class
 */
public abstract class Accessor<E> {

    /** For generated subclasses. */
    protected Accessor() {}

    /**
     * Reads a column's field. Never loads.
     *
     * @param entity the object
     * @param column the column's position
     * @return the value; null for a deferred column that is not loaded
     */
    public abstract @Nullable Object get(E entity, int column);

    /**
     * Writes a column's field.
     *
     * @param entity the object
     * @param column the column's position
     * @param value the value, of the field's type
     */
    public abstract void set(E entity, int column, @Nullable Object value);

    /**
     * A relationship's holder.
     *
     * @param entity the object
     * @param relationship the relationship's position
     * @return the holder
     */
    public abstract Holder<?> holder(E entity, int relationship);

    /**
     * The holder of a column that is not read with its row.
     *
     * @param entity the object
     * @param column the column's position
     * @return the holder
     */
    public Deferred<?> deferred(E entity, int column) {
        throw noColumn(column);
    }

    /**
     * A new, empty snapshot.
     *
     * @return the snapshot
     */
    public abstract Snapshot<E> snapshot();

    /**
     * The value of a client default.
     *
     * @param column the column's position
     * @return the value, null where the column has no client default
     */
    public @Nullable Object clientDefault(int column) {
        return null;
    }

    /**
     * Takes a primary key that is one record apart.
     *
     * @param id what the application gives as a key
     * @return the values of the key's columns in their order; null if it is no record, or not the one of this class
     */
    public @Nullable Object @Nullable [] keyParts(Object id) {
        return null;
    }

    /**
     * The type of a column whose field has a converter.
     *
     * @param converter the converter
     * @param javaClass the field's class, without type arguments
     * @param stored the type of what is stored
     * @param <J> the field's type
     * @param <D> what is stored
     * @return the type
     */
    @SuppressWarnings("unchecked") // a class of a generic type has no type arguments
    protected static <J, D> Type<J> converted(Converter<J, D> converter, Class<? super J> javaClass, Type<D> stored) {
        return Types.converted(
                (Class<J>) javaClass, stored, converter::toStored, converter::fromStored, converter::copy);
    }

    /**
     * Says that a position is none of this class's.
     *
     * @param position the position
     * @return an error to throw
     */
    protected IllegalArgumentException noColumn(int position) {
        return new IllegalArgumentException(getClass().getName() + " has no column " + position);
    }

    /**
     * Says that a position is none of this class's.
     *
     * @param position the position
     * @return an error to throw
     */
    protected IllegalArgumentException noRelationship(int position) {
        return new IllegalArgumentException(getClass().getName() + " has no relationship " + position);
    }
}
