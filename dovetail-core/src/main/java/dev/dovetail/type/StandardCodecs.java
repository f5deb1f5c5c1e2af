package dev.dovetail.type;

import dev.dovetail.UsageException;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Codecs for drivers that do what the JDBC specification (4.2, appendix B) says. */
final class StandardCodecs {
    private StandardCodecs() {}

    static <J> Codec<J> codec(BasicType<J> type) {
        return type.standardCodec();
    }

    /** Adds to a reader and a binder what they have in common: NULL. */
    record Standard<J>(int jdbcType, Codec.Reader<J> reader, Codec.Binder<J> binder) implements Codec<J> {
        @Override
        public @Nullable J read(ResultSet resultSet, int index) throws SQLException {
            J value = reader.read(resultSet, index);
            return value == null || resultSet.wasNull() ? null : value;
        }

        @Override
        public void bind(PreparedStatement statement, int index, @Nullable J value) throws SQLException {
            if (value == null) {
                statement.setNull(index, jdbcType);
            } else {
                binder.bind(statement, index, value);
            }
        }
    }

    /** Refuses what the database would not hold as it is. */
    record Refusing<J>(Codec<J> codec, Function<? super J, @Nullable String> misfit) implements Codec<J> {
        @Override
        public @Nullable J read(ResultSet resultSet, int index) throws SQLException {
            return codec.read(resultSet, index);
        }

        @Override
        public void bind(PreparedStatement statement, int index, @Nullable J value) throws SQLException {
            String reason = value == null ? null : misfit.apply(value);
            if (reason != null) {
                throw new UsageException("DVT-TYPE-FIT", reason);
            }
            codec.bind(statement, index, value);
        }

        @Override
        public Codec<J> forReading() {
            return codec.forReading();
        }
    }

    /**
     * Lists as arrays of JDBC.
     *
     * @param elementType the database's name of the element's type
     * @param element reads the elements
     * @param toDriver makes of an element what the driver takes in an array
     */
    record OfArray<E>(String elementType, Codec<E> element, Function<? super E, ?> toDriver)
            implements Codec<List<@Nullable E>> {
        @Override
        public @Nullable List<@Nullable E> read(ResultSet resultSet, int index) throws SQLException {
            Array array = resultSet.getArray(index);
            if (array == null) {
                return null;
            }
            List<@Nullable E> list = new ArrayList<>();
            // Its columns are index and value.
            try (ResultSet elements = array.getResultSet()) {
                while (elements.next()) {
                    list.add(element.read(elements, 2));
                }
            } finally {
                array.free();
            }
            return Collections.unmodifiableList(list);
        }

        @Override
        public void bind(PreparedStatement statement, int index, @Nullable List<@Nullable E> value)
                throws SQLException {
            if (value == null) {
                statement.setNull(index, Types.ARRAY);
                return;
            }
            @Nullable
            Object[] elements = value.stream()
                    .map(each -> each == null ? null : toDriver.apply(each))
                    .toArray();
            Array array = statement.getConnection().createArrayOf(elementType, elements);
            statement.setArray(index, array);
            array.free();
        }
    }
}
