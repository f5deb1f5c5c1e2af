package dev.dovetail.type;

import dev.dovetail.UsageException;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Codecs for drivers that do what the JDBC specification (4.2, appendix B) says. */
final class StandardCodecs {
    private StandardCodecs() {}

    static <J> Codec<J> codec(BasicType<J> type) {
        return type.standardCodec();
    }

    /** The codec of a kind that has one, made when it is first wanted: a start needs few of them. */
    @SuppressWarnings("unchecked") // each kind has one Java class
    static <J> Codec<J> ofKind(BasicType<J> type) {
        SqlKind kind = type.kind();
        Codec<?> codec = switch (kind) {
            case BOOLEAN -> new PlainCodec.OfBoolean();
            case TINYINT -> of(kind, ResultSet::getByte, PreparedStatement::setByte);
            case SMALLINT -> of(kind, ResultSet::getShort, PreparedStatement::setShort);
            case INTEGER -> new PlainCodec.OfInteger();
            case BIGINT -> new PlainCodec.OfLong();
            case REAL -> of(kind, ResultSet::getFloat, PreparedStatement::setFloat);
            case DOUBLE -> new PlainCodec.OfDouble();
            case DATE -> new PlainCodec.OfDate();
            case UUID -> object(kind, UUID.class);
            case TIME -> object(kind, LocalTime.class);
            case TIMESTAMP -> object(kind, LocalDateTime.class);
            case TIMESTAMP_TZ ->
                of(
                        kind,
                        (resultSet, index) -> inUtc(resultSet.getObject(index, OffsetDateTime.class)),
                        (statement, index, value) -> statement.setObject(index, inUtc(value)));
            case INSTANT ->
                of(
                        kind,
                        StandardCodecs::readInstant,
                        (statement, index, value) -> statement.setObject(index, value.atOffset(ZoneOffset.UTC)));
            case JSON -> of(kind, StandardCodecs::readJson, StandardCodecs::bindJson);
            case NUMERIC, CHAR, VARCHAR, TEXT, BINARY, BLOB, ARRAY, NATIVE ->
                throw new IllegalArgumentException(kind + " has a codec of its own");
        };
        return (Codec<J>) codec;
    }

    private static <J> Codec<J> of(SqlKind kind, Codec.Reader<J> reader, Codec.Binder<J> binder) {
        return Codec.of(kind.jdbcType(), reader, binder);
    }

    private static <J> Codec<J> object(SqlKind kind, Class<J> javaClass) {
        return of(kind, (resultSet, index) -> resultSet.getObject(index, javaClass), PreparedStatement::setObject);
    }

    private static @Nullable OffsetDateTime inUtc(@Nullable OffsetDateTime value) {
        return value == null ? null : value.withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant readInstant(ResultSet resultSet, int index) throws SQLException {
        OffsetDateTime value = resultSet.getObject(index, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Json readJson(ResultSet resultSet, int index) throws SQLException {
        String text = resultSet.getString(index);
        return text == null ? null : Json.of(text);
    }

    private static void bindJson(PreparedStatement statement, int index, Json value) throws SQLException {
        statement.setString(index, value.text());
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
