package dev.dovetail.dialect.sqlite;

import dev.dovetail.UsageException;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Codec;
import dev.dovetail.type.SqlKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How values lie in SQLite, which knows only integers, binary floating point, text and bytes.
 *
 * <table>
 * <caption>Forms that differ from what the driver would do by itself</caption>
 * <tr><th>Type</th><th>Stored as</th></tr>
 * <tr><td>BOOLEAN</td><td>integer 0 or 1</td></tr>
 * <tr><td>NUMERIC, and NUMERIC(p, s) with p at most 15</td><td>number; every decimal of 15 digits survives as a double,
 * and one of more is refused</td></tr>
 * <tr><td>NUMERIC(p, s) with p over 15</td><td>text without zeros at the end; SQLite compares and sorts it as text</td></tr>
 * <tr><td>UUID</td><td>text of 36 characters</td></tr>
 * <tr><td>DATE, TIME, TIMESTAMP</td><td>text in ISO order, see {@link SqliteTimes}</td></tr>
 * <tr><td>TIMESTAMP_TZ, INSTANT</td><td>the same, in UTC</td></tr>
 * </table>
 */
final class SqliteCodecs {

    /** Every decimal of so many significant digits survives the way through a double and back. */
    static final int EXACT_DIGITS = 15;

    /** Doubles reach farther than this; what is exact in decimal is so long before. */
    private static final int MAX_EXPONENT = 300;

    private SqliteCodecs() {}

    /** Whether a decimal type is stored as a number; otherwise it is stored as text. */
    static boolean isNumber(BasicType<?> type) {
        return type.precision().orElse(0) <= EXACT_DIGITS;
    }

    @SuppressWarnings("unchecked") // each kind has one Java class
    static <J> Codec<J> codec(BasicType<J> type) {
        return switch (type.kind()) {
            case NUMERIC -> (Codec<J>) decimal(type);
            case CHAR, VARCHAR, TEXT, NATIVE, JSON, BINARY, BLOB -> type.codec();
            default -> (Codec<J>) ofKind(type.kind());
        };
    }

    private static Codec<?> ofKind(SqlKind kind) {
        return switch (kind) {
            case BOOLEAN ->
                SqliteCodecs.<Boolean>form(
                        (rs, i) -> integer(rs, i, 0, 1) == 1,
                        (statement, i, value) -> statement.setInt(i, value ? 1 : 0));
            case SMALLINT ->
                SqliteCodecs.<Short>form(
                        (rs, i) -> (short) integer(rs, i, Short.MIN_VALUE, Short.MAX_VALUE),
                        PreparedStatement::setShort);
            case INTEGER ->
                SqliteCodecs.<Integer>form(
                        (rs, i) -> (int) integer(rs, i, Integer.MIN_VALUE, Integer.MAX_VALUE),
                        PreparedStatement::setInt);
            case REAL ->
                SqliteCodecs.<Float>form(
                        (rs, i) -> (float) floating(rs, i),
                        (statement, i, value) -> statement.setDouble(i, number(value.doubleValue())));
            case DOUBLE ->
                SqliteCodecs.<Double>form(
                        SqliteCodecs::floating, (statement, i, value) -> statement.setDouble(i, number(value)));
            case UUID -> text(SqliteCodecs::uuid, UUID::toString);
            case DATE -> text(SqliteTimes::day, SqliteTimes::text);
            case TIME -> text(SqliteTimes::time, SqliteTimes::text);
            case TIMESTAMP -> text(SqliteTimes::dateTime, SqliteTimes::text);
            case TIMESTAMP_TZ -> text(SqliteTimes::moment, SqliteTimes::text);
            case INSTANT -> text(stored -> SqliteTimes.moment(stored).toInstant(), SqliteTimes::text);
            case BIGINT ->
                SqliteCodecs.<Long>form(
                        (rs, i) -> integer(rs, i, Long.MIN_VALUE, Long.MAX_VALUE), PreparedStatement::setLong);
            case TINYINT ->
                SqliteCodecs.<Byte>form(
                        (rs, i) -> (byte) integer(rs, i, Byte.MIN_VALUE, Byte.MAX_VALUE), PreparedStatement::setByte);
            case CHAR, VARCHAR, TEXT, NATIVE, JSON, BINARY, BLOB, NUMERIC, ARRAY ->
                throw new IllegalArgumentException(kind + " has no form of its own");
        };
    }

    private static Codec<BigDecimal> decimal(BasicType<?> type) {
        boolean number = isNumber(type);
        Codec.Reader<BigDecimal> reader = (rs, i) -> {
            String stored = rs.getString(i);
            return stored == null ? BigDecimal.ZERO : atScale(number ? shortest(parse(stored)) : parse(stored), type);
        };
        return number
                ? form(reader, SqliteCodecs::bindNumber)
                : form(
                        reader,
                        (statement, i, value) -> statement.setString(
                                i, value.stripTrailingZeros().toPlainString()));
    }

    private static void bindNumber(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
        BigDecimal shortest = value.stripTrailingZeros();
        if (isLong(shortest)) {
            statement.setLong(index, shortest.longValueExact());
        } else if (shortest.precision() <= EXACT_DIGITS && Math.abs(exponent(shortest)) < MAX_EXPONENT) {
            statement.setDouble(index, shortest.doubleValue());
        } else {
            throw new UsageException(
                    "DVT-TYPE-FIT",
                    "SQLite holds " + value
                            + " exactly only as text: give the column a type NUMERIC(p, s) of more than " + EXACT_DIGITS
                            + " digits");
        }
    }

    private static long exponent(BigDecimal value) {
        return (long) value.precision() - value.scale();
    }

    // SQLite prints a double with 17 digits; the first 15 are those of the decimal that was stored.
    private static BigDecimal shortest(BigDecimal stored) {
        return isLong(stored) ? stored : stored.round(new MathContext(EXACT_DIGITS, RoundingMode.HALF_EVEN));
    }

    // The exponent is asked first: a number such as 1E+1000000000 must not be written out to be looked at.
    private static boolean isLong(BigDecimal value) {
        return value.scale() <= 0
                && exponent(value) < MAX_EXPONENT
                && value.toBigInteger().bitLength() < Long.SIZE;
    }

    private static BigDecimal parse(String stored) throws SQLDataException {
        try {
            return new BigDecimal(stored);
        } catch (NumberFormatException e) {
            throw unreadable(stored, "number");
        }
    }

    private static BigDecimal atScale(BigDecimal value, BasicType<?> type) {
        if (type.scale().isEmpty()
                || value.stripTrailingZeros().scale() > type.scale().getAsInt()) {
            return value;
        }
        return value.setScale(type.scale().getAsInt(), RoundingMode.UNNECESSARY);
    }

    // SQLite lets anything into any column; cutting it to fit, or reading text as 0, would change it silently.
    private static long integer(ResultSet resultSet, int index, long least, long greatest) throws SQLException {
        BigDecimal value = stored(resultSet, index, "whole number");
        if (value.stripTrailingZeros().scale() > 0) {
            throw new SQLDataException("a fraction is stored where a whole number should be", "22018");
        }
        if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(greatest)) > 0) {
            throw new SQLDataException(
                    "an integer is stored where the type allows only " + least + " to " + greatest, "22003");
        }
        return value.longValue();
    }

    private static double floating(ResultSet resultSet, int index) throws SQLException {
        Object stored = resultSet.getObject(index);
        return stored instanceof Double number
                ? number
                : stored(resultSet, index, "number").doubleValue();
    }

    private static BigDecimal stored(ResultSet resultSet, int index, String expected) throws SQLException {
        Object stored = resultSet.getObject(index);
        if (stored == null) {
            return BigDecimal.ZERO;
        }
        if (stored instanceof Integer || stored instanceof Long) {
            return BigDecimal.valueOf(((Number) stored).longValue());
        }
        if (stored instanceof Double number && !number.isInfinite()) {
            return BigDecimal.valueOf(number);
        }
        if (stored instanceof String text) {
            try {
                return new BigDecimal(text.strip());
            } catch (NumberFormatException e) {
                throw unreadable(text, expected);
            }
        }
        throw new SQLDataException("something else is stored where a " + expected + " should be", "22018");
    }

    private static double number(double value) {
        if (Double.isNaN(value)) {
            throw new UsageException("DVT-TYPE-FIT", "SQLite cannot hold NaN: it would store NULL");
        }
        return value;
    }

    private static UUID uuid(String stored) throws SQLDataException {
        try {
            return UUID.fromString(stored);
        } catch (IllegalArgumentException e) {
            throw unreadable(stored, "UUID");
        }
    }

    // Whose value it is, and whether it may be shown, is not known here: neither the words nor a cause may hold it.
    static SQLDataException unreadable(String stored, String expected) {
        return new SQLDataException(
                "text of " + stored.length() + " characters is stored where a " + expected + " should be", "22018");
    }

    private static <J> Codec<J> text(Parser<J> parser, Printer<J> printer) {
        return new Codec<>() {
            @Override
            public @Nullable J read(ResultSet resultSet, int index) throws SQLException {
                String stored = resultSet.getString(index);
                return stored == null ? null : parser.parse(stored);
            }

            @Override
            public void bind(PreparedStatement statement, int index, @Nullable J value) throws SQLException {
                statement.setString(index, value == null ? null : printer.print(value));
            }
        };
    }

    @FunctionalInterface
    private interface Parser<J> {
        J parse(String stored) throws SQLDataException;
    }

    @FunctionalInterface
    private interface Printer<J> {
        String print(J value);
    }

    private static <J> Codec<J> form(Codec.Reader<J> reader, Codec.Binder<J> binder) {
        return Codec.of(java.sql.Types.NULL, reader, binder);
    }
}
