package dev.dovetail.dialect.postgresql;

import dev.dovetail.UsageException;
import dev.dovetail.compile.ArrayElement;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Codec;
import dev.dovetail.type.Json;
import dev.dovetail.type.Misfit;
import dev.dovetail.type.SqlKind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's types, https://www.postgresql.org/docs/current/datatype.html. */
final class PostgreSqlTypes {

    private static final String DATABASE = "PostgreSQL";
    private static final int MICROSECONDS = 6;
    private static final int MOST_DIGITS = 1000;

    // The driver makes infinities, or nothing at all, of what is beyond. The first days that the server knows are in
    // 4714 BC, where the driver is already out of step.
    private static final LocalDate FIRST_DAY = LocalDate.of(-4712, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(5874897, 12, 31);
    private static final LocalDateTime FIRST_TIME = FIRST_DAY.atStartOfDay();
    private static final LocalDateTime LAST_TIME = LocalDateTime.of(294276, 12, 31, 23, 59, 59, 999_999_000);
    private static final int LAST_YEAR = 9999;
    private static final int MOST_WHOLE_DIGITS = 131072 - 1;
    private static final int MOST_FRACTION_DIGITS = 16383;

    /** A text whose type the server infers from where the parameter stands. */
    private static final Codec<String> UNTYPED = Codec.of(
            Types.OTHER,
            ResultSet::getString,
            (statement, index, value) -> statement.setObject(index, value, Types.OTHER));

    private static final Codec<Json> JSON = UNTYPED.map(Json::text, Json::of);

    private PostgreSqlTypes() {}

    static String name(BasicType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, TEXT, UUID, DATE ->
                type.kind().name();
            case TINYINT -> "SMALLINT";
            case DOUBLE -> "DOUBLE PRECISION";
            case NUMERIC -> numeric(type);
            case CHAR, VARCHAR -> type.toString();
            case BINARY, BLOB -> "BYTEA";
            case TIME, TIMESTAMP -> type.kind().name() + fraction(type);
            case TIMESTAMP_TZ, INSTANT -> "TIMESTAMP" + fraction(type) + " WITH TIME ZONE";
            case JSON -> "JSONB";
            case ARRAY -> name(element(type)) + "[]";
            case NATIVE -> String.valueOf(type.nativeName());
        };
    }

    private static BasicType<?> element(BasicType<?> array) {
        BasicType<?> element = array.element();
        if (element == null) {
            throw new IllegalArgumentException(array + " is no array");
        }
        return element;
    }

    private static String numeric(BasicType<?> type) {
        if (type.precision().orElse(0) > MOST_DIGITS) {
            throw refused(type, "it takes at most " + MOST_DIGITS + " digits. NUMERIC has no limit");
        }
        return type.toString();
    }

    private static String fraction(BasicType<?> type) {
        int digits = type.precision().orElse(MICROSECONDS);
        if (digits > MICROSECONDS) {
            throw refused(type, "it keeps at most " + MICROSECONDS + " digits after the second");
        }
        return digits == MICROSECONDS ? "" : "(" + digits + ")";
    }

    private static UsageException refused(BasicType<?> type, String reason) {
        return new UsageException("DVT-SQL-UNSUPPORTED", DATABASE + " has no " + type + ": " + reason);
    }

    @SuppressWarnings("unchecked") // each kind has one Java class
    static <J> Codec<J> codec(BasicType<J> type) {
        return switch (type.kind()) {
            case JSON -> (Codec<J>) JSON;
            case NATIVE -> (Codec<J>) UNTYPED;
            case ARRAY -> (Codec<J>) array(element(type));
            default -> type.codec();
        };
    }

    private static <E> Codec<List<@Nullable E>> array(BasicType<E> element) {
        return Codec.ofArray(elementName(element), codec(element), PostgreSqlTypes::arrayElement);
    }

    /** The server's own names, by which the driver knows types. */
    private static String elementName(BasicType<?> element) {
        return switch (element.kind()) {
            case BOOLEAN -> "bool";
            case TINYINT, SMALLINT -> "int2";
            case INTEGER -> "int4";
            case BIGINT -> "int8";
            case REAL -> "float4";
            case DOUBLE -> "float8";
            case CHAR -> "bpchar";
            case BINARY, BLOB -> "bytea";
            case TIMESTAMP_TZ, INSTANT -> "timestamptz";
            case NUMERIC, VARCHAR, TEXT, UUID, DATE, TIME, TIMESTAMP ->
                element.kind().name().toLowerCase(Locale.ROOT);
            case JSON -> "jsonb";
            case ARRAY, NATIVE -> name(element);
        };
    }

    /** The driver writes the text of an element as Java does; bytes it does not write, and offsets may be too great. */
    private static Object arrayElement(Object value) {
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        return value instanceof Json json ? json.text() : value;
    }

    /** What the driver sends in binary form where it can; a time outside the years that it writes right goes by itself. */
    static @Nullable ArrayElement arrayElement(BasicType<?> type) {
        Class<?> driverClass = switch (type.kind()) {
            case BOOLEAN -> Boolean.class;
            case SMALLINT -> Short.class;
            case INTEGER -> Integer.class;
            case BIGINT -> Long.class;
            case REAL -> Float.class;
            case DOUBLE -> Double.class;
            case CHAR, VARCHAR, TEXT -> String.class;
            case TINYINT, NUMERIC, UUID, DATE, TIME, TIMESTAMP, TIMESTAMP_TZ, INSTANT, BINARY, BLOB, JSON ->
                Object.class;
            case ARRAY, NATIVE -> null;
        };
        return driverClass == null
                ? null
                : new ArrayElement(
                        elementName(type),
                        driverClass,
                        driverClass != Object.class
                                ? value -> value
                                : value -> written(type, value) ? arrayElement(value) : null);
    }

    static @Nullable String misfit(BasicType<?> type, Object value) {
        return switch (type.kind()) {
            case CHAR, VARCHAR, TEXT, NATIVE -> nul(((String) value).indexOf('\0') >= 0);
            case JSON -> nul(((Json) value).text().contains("\\u0000"));
            case NUMERIC -> Misfit.tooManyDigits(DATABASE, (BigDecimal) value, MOST_WHOLE_DIGITS, MOST_FRACTION_DIGITS);
            case DATE -> Misfit.outside(DATABASE, (LocalDate) value, FIRST_DAY, LAST_DAY);
            case TIMESTAMP -> Misfit.outside(DATABASE, (LocalDateTime) value, FIRST_TIME, LAST_TIME);
            case TIMESTAMP_TZ ->
                Misfit.outside(
                        DATABASE,
                        ((OffsetDateTime) value).toInstant(),
                        FIRST_TIME.toInstant(ZoneOffset.UTC),
                        LAST_TIME.toInstant(ZoneOffset.UTC));
            case INSTANT ->
                Misfit.outside(
                        DATABASE,
                        (Instant) value,
                        FIRST_TIME.toInstant(ZoneOffset.UTC),
                        LAST_TIME.toInstant(ZoneOffset.UTC));
            case ARRAY -> elements(element(type), (List<?>) value);
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, BINARY, BLOB, UUID, TIME -> null;
        };
    }

    private static @Nullable String nul(boolean found) {
        return found ? DATABASE + " cannot hold a text with a NUL character" : null;
    }

    /** Within an array the driver writes times as Java does, which only in these years is as PostgreSQL reads them. */
    private static @Nullable String elements(BasicType<?> element, List<?> values) {
        for (Object value : values) {
            String misfit = value == null ? null : misfit(element, value);
            if (misfit == null && value != null && !written(element, value)) {
                misfit = "in an array, " + DATABASE + " holds the years 0001 to 9999, which " + value + " is not in";
            }
            if (misfit != null) {
                return misfit;
            }
        }
        return null;
    }

    private static boolean written(BasicType<?> element, Object value) {
        if (!isTime(element.kind())) {
            return true;
        }
        int year = value instanceof LocalDate date
                ? date.getYear()
                : value instanceof LocalDateTime time ? time.getYear() : year(value);
        return year >= 1 && year <= LAST_YEAR;
    }

    private static int year(Object moment) {
        Instant instant = moment instanceof OffsetDateTime time ? time.toInstant() : (Instant) moment;
        return instant.atOffset(ZoneOffset.UTC).getYear();
    }

    private static boolean isTime(SqlKind kind) {
        return kind == SqlKind.DATE
                || kind == SqlKind.TIMESTAMP
                || kind == SqlKind.TIMESTAMP_TZ
                || kind == SqlKind.INSTANT;
    }
}
