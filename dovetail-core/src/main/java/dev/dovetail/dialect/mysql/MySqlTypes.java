package dev.dovetail.dialect.mysql;

import dev.dovetail.UsageException;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Misfit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The types that MySQL and MariaDB share, https://dev.mysql.com/doc/refman/9.7/en/data-types.html.
 *
 * @param database the name of the database
 * @param uuid the name of the type that holds a UUID
 * @param jsonInCast what CAST calls a document of JSON
 */
record MySqlTypes(String database, String uuid, String jsonInCast) {

    /** A row of utf8mb4 text has 65535 bytes at most, which four bytes for each character divide. */
    private static final int LONGEST_VARCHAR = 16383;

    private static final int LONGEST_CHAR = 255;
    private static final int LONGEST_VARBINARY = 65532;
    private static final int MICROSECONDS = 6;
    private static final int MOST_DIGITS = 65;
    private static final int MOST_FRACTION_DIGITS = 30;

    // Outside of these years one driver writes the year without its sign.
    private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final LocalDateTime FIRST_TIME = FIRST_DAY.atStartOfDay();
    private static final LocalDateTime LAST_TIME = LAST_DAY.atTime(23, 59, 59, 999_999_999);

    /** The few words that CAST takes, https://dev.mysql.com/doc/refman/9.7/en/cast-functions.html#function_cast. */
    String inCast(BasicType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT -> "SIGNED";
            case CHAR, VARCHAR -> "CHAR(" + type.length().orElseThrow() + ")";
            case TEXT -> "CHAR";
            case BINARY -> "BINARY(" + type.length().orElseThrow() + ")";
            case BLOB -> "BINARY";
            case JSON -> jsonInCast;
            case REAL, DOUBLE, NUMERIC, UUID, DATE, TIME, TIMESTAMP, TIMESTAMP_TZ, INSTANT, ARRAY, NATIVE ->
                inColumn(type);
        };
    }

    /** FLOAT comes back with six digits, and compares with none of its values; so REAL is a DOUBLE. */
    String inColumn(BasicType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, DATE, JSON ->
                type.kind().name();
            case REAL, DOUBLE -> "DOUBLE";
            case NUMERIC -> decimal(type);
            case CHAR -> type.length().orElseThrow() <= LONGEST_CHAR ? type.toString() : varchar(type);
            case VARCHAR -> varchar(type);
            case TEXT -> "LONGTEXT";
            case BINARY ->
                type.length().orElseThrow() <= LONGEST_VARBINARY
                        ? "VARBINARY(" + type.length().orElseThrow() + ")"
                        : "LONGBLOB";
            case BLOB -> "LONGBLOB";
            case UUID -> uuid;
            case TIME -> "TIME" + fraction(type);
            case TIMESTAMP, TIMESTAMP_TZ, INSTANT -> "DATETIME" + fraction(type);
            case NATIVE -> String.valueOf(type.nativeName());
            case ARRAY -> throw refused(type, "give the column the type JSON");
        };
    }

    private static String varchar(BasicType<?> type) {
        int length = type.length().orElseThrow();
        return length <= LONGEST_VARCHAR ? "VARCHAR(" + length + ")" : "LONGTEXT";
    }

    // Without digits it would be DECIMAL(10, 0).
    private String decimal(BasicType<?> type) {
        int digits = type.precision().orElse(MOST_DIGITS);
        int scale = type.scale().orElse(MOST_FRACTION_DIGITS);
        if (digits > MOST_DIGITS || scale > MOST_FRACTION_DIGITS) {
            throw refused(
                    type,
                    "it has at most " + MOST_DIGITS + " digits, " + MOST_FRACTION_DIGITS
                            + " of them after the decimal point");
        }
        return "DECIMAL(" + digits + ", " + scale + ")";
    }

    private String fraction(BasicType<?> type) {
        int digits = type.precision().orElse(MICROSECONDS);
        if (digits > MICROSECONDS) {
            throw refused(type, "it keeps at most " + MICROSECONDS + " digits after the second");
        }
        return digits == 0 ? "" : "(" + digits + ")";
    }

    private UsageException refused(BasicType<?> type, String reason) {
        return new UsageException("DVT-SQL-UNSUPPORTED", database + " has no " + type + ": " + reason);
    }

    @Nullable
    String misfit(BasicType<?> type, Object value) {
        return switch (type.kind()) {
            case REAL, DOUBLE -> Misfit.notFinite(database, (Number) value);
            case NUMERIC ->
                type.precision().isPresent()
                        ? null
                        : Misfit.tooManyDigits(
                                database, (BigDecimal) value, MOST_DIGITS - MOST_FRACTION_DIGITS, MOST_FRACTION_DIGITS);
            case DATE -> Misfit.outside(database, (LocalDate) value, FIRST_DAY, LAST_DAY);
            case TIMESTAMP -> Misfit.outside(database, (LocalDateTime) value, FIRST_TIME, LAST_TIME);
            case TIMESTAMP_TZ -> moment(((OffsetDateTime) value).toInstant());
            case INSTANT -> moment((Instant) value);
            default -> null;
        };
    }

    private @Nullable String moment(Instant value) {
        return Misfit.outside(
                database, value, FIRST_TIME.toInstant(ZoneOffset.UTC), LAST_TIME.toInstant(ZoneOffset.UTC));
    }
}
