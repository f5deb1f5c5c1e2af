package dev.dovetail.orm.generated;

import dev.dovetail.orm.attribute.DeferredAccess;
import dev.dovetail.type.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one entity within the current row of a result. Positions are the mapper's. Primitive columns are read
 * without boxing where the dialect stores them as JDBC does.
 */
public final class RowReader {

    private final ResultSet resultSet;
    private final Codec<?>[] codecs;
    private final int[] indexes;

    /**
     * Reads an entity's columns.
     *
     * @param resultSet the result, on a row
     * @param codecs the codec of each of the entity's columns
     * @param first the index of the entity's first column in the result, from 1
     */
    public RowReader(ResultSet resultSet, Codec<?>[] codecs, int first) {
        this(resultSet, codecs, IntStream.range(first, first + codecs.length).toArray());
    }

    /**
     * Reads an entity's columns, wherever they are in the result.
     *
     * @param resultSet the result, on a row
     * @param codecs the codec of each of the entity's columns
     * @param indexes the index of each of the entity's columns in the result, from 1; 0 for a deferred one that is not there;
     *     not copied
     */
    public RowReader(ResultSet resultSet, Codec<?>[] codecs, int[] indexes) {
        this.resultSet = resultSet;
        this.codecs = codecs;
        this.indexes = indexes;
    }

    /**
     * Whether a column is NULL.
     *
     * @param column the position
     * @return true if it is
     * @throws SQLException if the driver fails
     */
    public boolean isNull(int column) throws SQLException {
        return resultSet.getObject(indexes[column]) == null;
    }

    /**
     * An int that is never NULL.
     *
     * @param column the position
     * @return the value
     * @throws SQLException if the driver fails
     */
    public int intValue(int column) throws SQLException {
        return resultSet.getInt(indexes[column]);
    }

    /**
     * A long that is never NULL.
     *
     * @param column the position
     * @return the value
     * @throws SQLException if the driver fails
     */
    public long longValue(int column) throws SQLException {
        return resultSet.getLong(indexes[column]);
    }

    /**
     * A double that is never NULL.
     *
     * @param column the position
     * @return the value
     * @throws SQLException if the driver fails
     */
    public double doubleValue(int column) throws SQLException {
        return resultSet.getDouble(indexes[column]);
    }

    /**
     * An int or null.
     *
     * @param column the position
     * @return the value
     * @throws SQLException if the driver fails
     */
    public @Nullable Integer integer(int column) throws SQLException {
        int value = resultSet.getInt(indexes[column]);
        return value == 0 && resultSet.wasNull() ? null : (Integer) value;
    }

    /**
     * A long or null.
     *
     * @param column the position
     * @return the value
     * @throws SQLException if the driver fails
     */
    public @Nullable Long bigint(int column) throws SQLException {
        long value = resultSet.getLong(indexes[column]);
        return value == 0 && resultSet.wasNull() ? null : (Long) value;
    }

    /**
     * Text or null.
     *
     * @param column the position
     * @return the value
     * @throws SQLException if the driver fails
     */
    public @Nullable String string(int column) throws SQLException {
        return resultSet.getString(indexes[column]);
    }

    /**
     * A value of a column that only some queries read.
     *
     * @param column the position
     * @return the value; {@link DeferredAccess#NOT_LOADED} where the query does not read it
     * @throws SQLException if the driver fails
     */
    public @Nullable Object deferred(int column) throws SQLException {
        return indexes[column] < 1 ? DeferredAccess.NOT_LOADED : codecs[column].read(resultSet, indexes[column]);
    }

    /**
     * A value of any type, by the dialect's codec.
     *
     * @param column the position
     * @param type the Java class
     * @param <T> the Java type
     * @return the value or null
     * @throws SQLException if the driver fails
     */
    @SuppressWarnings("unchecked") // the codec comes from the column whose type is T
    public <T> @Nullable T value(int column, Class<T> type) throws SQLException {
        return (T) codecs[column].read(resultSet, indexes[column]);
    }

    /**
     * A value of a type whose arguments do not exist at run time.
     *
     * @param column the position
     * @param <T> the Java type
     * @return the value or null
     * @throws SQLException if the driver fails
     */
    @SuppressWarnings("unchecked") // the codec comes from the column whose type is T
    public <T> @Nullable T value(int column) throws SQLException {
        return (T) codecs[column].read(resultSet, indexes[column]);
    }
}
