package dev.dovetail.dialect.h2;

import dev.dovetail.UsageException;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Codec;
import dev.dovetail.type.Misfit;
import dev.dovetail.type.SqlKind;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** H2's types, https://www.h2database.com/html/datatypes.html. */
final class H2Types {

    private static final String DATABASE = "H2";
    private static final int MOST_DIGITS = 100_000;

    /** Of characters or bytes; beyond there are only large objects. */
    private static final int LONGEST = 1_048_576;

    // Within the years of LocalDateTime, in UTC.
    private static final Instant FIRST_MOMENT = LocalDateTime.MIN.toInstant(ZoneOffset.UTC);
    private static final Instant LAST_MOMENT = LocalDateTime.MAX.toInstant(ZoneOffset.UTC);

    private H2Types() {}

    /** NUMERIC without digits would have no fraction. */
    static String name(BasicType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, UUID, DATE, JSON ->
                type.kind().name();
            case DOUBLE -> "DOUBLE PRECISION";
            case NUMERIC -> type.precision().isEmpty() ? "DECFLOAT" : type.toString();
            case CHAR, VARCHAR -> type.length().orElseThrow() <= LONGEST ? type.toString() : "CHARACTER LARGE OBJECT";
            case TEXT -> "CHARACTER LARGE OBJECT";
            case BINARY ->
                type.length().orElseThrow() <= LONGEST
                        ? "VARBINARY(" + type.length().orElseThrow() + ")"
                        : "BINARY LARGE OBJECT";
            case BLOB -> "BINARY LARGE OBJECT";
            case TIME, TIMESTAMP -> type.kind().name() + fraction(type);
            case TIMESTAMP_TZ, INSTANT -> "TIMESTAMP" + fraction(type) + " WITH TIME ZONE";
            case ARRAY -> name(element(type)) + " ARRAY";
            case NATIVE -> String.valueOf(type.nativeName());
        };
    }

    private static String fraction(BasicType<?> type) {
        return "(" + type.precision().orElseThrow() + ")";
    }

    private static BasicType<?> element(BasicType<?> array) {
        BasicType<?> element = array.element();
        if (element == null || element.kind() == SqlKind.JSON) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    DATABASE + " has no " + array + " that a driver could fill: give the column the type JSON");
        }
        return element;
    }

    /** A text would become a string of JSON, in quotes. */
    static String parameter(BasicType<?> type) {
        return type.kind() == SqlKind.JSON ? "? FORMAT JSON" : "?";
    }

    @SuppressWarnings("unchecked") // each kind has one Java class
    static <J> Codec<J> codec(BasicType<J> type) {
        return type.kind() == SqlKind.ARRAY ? (Codec<J>) array(element(type)) : type.codec();
    }

    private static <E> Codec<List<@Nullable E>> array(BasicType<E> element) {
        return new ListCodec<>(element, Codec.ofArray(name(element), codec(element), value -> value));
    }

    /** A java.sql.Array has its elements as java.sql.Date and the like, which lose days and digits. */
    private record ListCodec<E>(BasicType<E> element, Codec<List<@Nullable E>> ofArray)
            implements Codec<List<@Nullable E>> {
        @Override
        public @Nullable List<@Nullable E> read(ResultSet resultSet, int index) throws SQLException {
            Class<E> javaClass = element.javaClass();
            if (element.kind() != SqlKind.DATE
                    && element.kind() != SqlKind.TIME
                    && element.kind() != SqlKind.TIMESTAMP) {
                return ofArray.read(resultSet, index);
            }
            Object[] elements = (Object[]) resultSet.getObject(index, javaClass.arrayType());
            return elements == null
                    ? null
                    : Arrays.stream(elements)
                            .<@Nullable E>map(javaClass::cast)
                            .collect(Collectors.collectingAndThen(Collectors.toList(), Collections::unmodifiableList));
        }

        @Override
        public void bind(PreparedStatement statement, int index, @Nullable List<@Nullable E> value)
                throws SQLException {
            statement.setObject(index, value == null ? null : value.toArray());
        }
    }

    static @Nullable String misfit(BasicType<?> type, Object value) {
        return switch (type.kind()) {
            case CHAR, VARCHAR -> length(type, (String) value);
            case NUMERIC -> Misfit.tooManyDigits(DATABASE, (BigDecimal) value, MOST_DIGITS, MOST_DIGITS);
            case TIMESTAMP_TZ ->
                Misfit.outside(DATABASE, ((OffsetDateTime) value).toInstant(), FIRST_MOMENT, LAST_MOMENT);
            case INSTANT -> Misfit.outside(DATABASE, (Instant) value, FIRST_MOMENT, LAST_MOMENT);
            case ARRAY -> elements(element(type), (List<?>) value);
            default -> null;
        };
    }

    // The type counts characters and has refused more of them than there may be; H2 counts UTF-16 units.
    private static @Nullable String length(BasicType<?> type, String value) {
        int length = type.length().orElse(LONGEST);
        return value.length() <= length || value.codePointCount(0, value.length()) > length
                ? null
                : DATABASE + " counts characters outside of the BMP twice, and so " + type + " cannot hold a text of "
                        + value.length();
    }

    private static @Nullable String elements(BasicType<?> element, List<?> values) {
        for (Object value : values) {
            String misfit = value == null ? null : misfit(element, value);
            if (misfit != null) {
                return misfit;
            }
        }
        return null;
    }
}
