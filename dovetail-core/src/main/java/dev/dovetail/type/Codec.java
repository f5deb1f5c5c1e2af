package dev.dovetail.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries values of one Java class between Java and JDBC. Stateless and thread-safe.
 *
 * @param <J> the Java class
 */
public interface Codec<J> {
    /**
     * Reads a column of the current row.
     *
     * @param resultSet positioned on a row
     * @param index the column, counted from 1
     * @return the value, null for NULL
     * @throws SQLException if the driver cannot give the value in this form
     */
    @Nullable
    J read(ResultSet resultSet, int index) throws SQLException;

    /**
     * Sets a parameter.
     *
     * @param statement the statement to set it on
     * @param index the parameter, counted from 1
     * @param value the value, null for NULL
     * @throws SQLException if the driver does not take the value
     */
    void bind(PreparedStatement statement, int index, @Nullable J value) throws SQLException;

    /**
     * A codec that leaves NULL to JDBC.
     *
     * @param <J> the Java class
     * @param jdbcType the constant of {@link java.sql.Types} with which NULL is bound
     * @param reader reads a column; what it gives for NULL does not matter
     * @param binder binds a value that is not null
     * @return the codec
     */
    static <J> Codec<J> of(int jdbcType, Reader<J> reader, Binder<J> binder) {
        return new StandardCodecs.Standard<>(jdbcType, reader, binder);
    }

    /**
     * A codec for lists, as arrays of JDBC.
     *
     * @param <E> the Java class of the elements
     * @param elementType the database's name of the element's type
     * @param element reads the elements
     * @param toDriver makes of an element what the driver takes in an array; never given null
     * @return the codec
     */
    static <E> Codec<List<@Nullable E>> ofArray(String elementType, Codec<E> element, Function<? super E, ?> toDriver) {
        return new StandardCodecs.OfArray<>(elementType, element, toDriver);
    }

    /**
     * This codec, refusing some values before they are bound.
     *
     * @param misfit says why a value cannot be held, null if it can; it is never given null
     * @return the codec; its {@code bind} throws a {@link dev.dovetail.UsageException} with the code {@code DVT-TYPE-FIT}
     */
    default Codec<J> refusing(Function<? super J, @Nullable String> misfit) {
        return new StandardCodecs.Refusing<>(this, misfit);
    }

    /**
     * This codec, for reading only: without what is checked before a value is bound.
     *
     * @return the codec
     */
    default Codec<J> forReading() {
        return this;
    }

    /**
     * A codec for another class over this one. The functions are never given null.
     *
     * @param <T> the other Java class
     * @param toStored from the other class to this codec's
     * @param fromStored and back
     * @return the codec
     */
    default <T> Codec<T> map(Function<? super T, ? extends J> toStored, Function<? super J, ? extends T> fromStored) {
        return new ConvertedType.Converting<>(this, toStored, fromStored);
    }

    /**
     * Reads a column; what it gives for NULL does not matter.
     *
     * @param <J> the Java class
     */
    @FunctionalInterface
    interface Reader<J> {
        /**
         * Reads a column of the current row.
         *
         * @param resultSet positioned on a row
         * @param index the column, counted from 1
         * @return the value
         * @throws SQLException if the driver cannot give the value in this form
         */
        @Nullable
        J read(ResultSet resultSet, int index) throws SQLException;
    }

    /**
     * Binds a value that is not null.
     *
     * @param <J> the Java class
     */
    @FunctionalInterface
    interface Binder<J> {
        /**
         * Sets a parameter.
         *
         * @param statement the statement to set it on
         * @param index the parameter, counted from 1
         * @param value the value
         * @throws SQLException if the driver does not take the value
         */
        void bind(PreparedStatement statement, int index, J value) throws SQLException;
    }
}
