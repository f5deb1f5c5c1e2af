package dev.dovetail.orm.generated;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The column values of one object as the database last had them. Generated for each entity, with one typed field for each
 * column, so that looking for changes boxes nothing and allocates nothing. Columns are known by their position.
 *
 * @param <E> the entity
 */
public abstract class Snapshot<E> {

    /** For generated subclasses. */
    protected Snapshot() {}

    /**
     * Whether any column of the object has changed, as the database would see it.
     *
     * @param entity the object
     * @return true if a value differs
     */
    public abstract boolean differs(E entity);

    /**
     * Whether one column of the object has changed.
     *
     * @param entity the object
     * @param column the column's position
     * @return true if the value differs
     */
    public abstract boolean differs(E entity, int column);

    /**
     * Reads all columns from a row.
     *
     * @param row the row, its columns in the mapper's order
     * @throws SQLException if the driver fails
     */
    public abstract void read(RowReader row) throws SQLException;

    /**
     * Copies one column from the object.
     *
     * @param entity the object
     * @param column the column's position
     */
    public abstract void take(E entity, int column);

    /**
     * Copies all columns to the object.
     *
     * @param entity the object
     */
    public abstract void restore(E entity);

    /**
     * Copies one column to the object.
     *
     * @param entity the object
     * @param column the column's position
     */
    public abstract void restore(E entity, int column);

    /**
     * The known value of a column.
     *
     * @param column the column's position
     * @return the value; {@link dev.dovetail.orm.attribute.DeferredAccess#NOT_LOADED} for a deferred column that is not known
     */
    public abstract @Nullable Object value(int column);

    /**
     * Sets the known value of a column.
     *
     * @param column the column's position
     * @param value the value, of the field's type
     */
    public abstract void value(int column, @Nullable Object value);

    /**
     * A second snapshot with the same values.
     *
     * @return the copy
     */
    public abstract Snapshot<E> copy();

    /**
     * Whether two numbers differ for a database: 0.0 and -0.0 do not, and NaN does not differ from itself.
     *
     * @param a a number
     * @param b a number
     * @return true if writing the one over the other changes something
     */
    protected static boolean differ(double a, double b) {
        return a != b && !(Double.isNaN(a) && Double.isNaN(b));
    }

    /**
     * Says that a position is none of this entity's.
     *
     * @param column the position
     * @return an error to throw
     */
    protected static IllegalArgumentException noColumn(int column) {
        return new IllegalArgumentException("there is no column " + column);
    }
}
