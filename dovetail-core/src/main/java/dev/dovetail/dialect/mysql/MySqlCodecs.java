package dev.dovetail.dialect.mysql;

import dev.dovetail.type.Codec;
import dev.dovetail.type.Json;
import dev.dovetail.type.Types;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How values go to MySQL and MariaDB where the standard does not say it: moments as DATETIME in UTC, because TIMESTAMP ends
 * in 2038 and depends on the session's time zone; UUIDs as 16 bytes or as text, which MariaDB takes for its own type.
 */
final class MySqlCodecs {

    /** MariaDB's driver takes a text for a time in the zone of the process, and shifts those that are not there. */
    static final Codec<LocalDateTime> DATE_TIME = Codec.of(
            java.sql.Types.TIMESTAMP,
            (resultSet, index) -> resultSet.getMetaData().getColumnType(index) == java.sql.Types.VARCHAR
                    ? dateTime(resultSet.getString(index))
                    : resultSet.getObject(index, LocalDateTime.class),
            PreparedStatement::setObject);

    /** What a number looks like within a string must not count. */
    private static final Pattern STRING_OR_NUMBER =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|(-?[0-9][0-9.]*+(?:E[+-]?[0-9]++)?)");

    static final Codec<Byte> TINYINT = Codec.of(
            java.sql.Types.TINYINT,
            (resultSet, index) -> (byte) whole(resultSet, index, Byte.MIN_VALUE, Byte.MAX_VALUE),
            PreparedStatement::setByte);

    static final Codec<Short> SMALLINT = Codec.of(
            java.sql.Types.SMALLINT,
            (resultSet, index) -> (short) whole(resultSet, index, Short.MIN_VALUE, Short.MAX_VALUE),
            PreparedStatement::setShort);

    static final Codec<Integer> INTEGER = Codec.of(
            java.sql.Types.INTEGER,
            (resultSet, index) -> (int) whole(resultSet, index, Integer.MIN_VALUE, Integer.MAX_VALUE),
            PreparedStatement::setInt);

    static final Codec<Float> REAL_AS_DOUBLE = Codec.of(
            java.sql.Types.DOUBLE,
            (resultSet, index) -> (float) resultSet.getDouble(index),
            (statement, index, value) -> statement.setDouble(index, value));

    static final Codec<UUID> UUID_AS_BYTES = Types.BLOB.codec().map(MySqlCodecs::bytes, MySqlCodecs::uuid);
    static final Codec<UUID> UUID_AS_TEXT = Types.TEXT.codec().map(UUID::toString, UUID::fromString);

    static final Codec<OffsetDateTime> MOMENT = DATE_TIME.map(
            moment -> moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
            time -> time.atOffset(ZoneOffset.UTC));

    static final Codec<Instant> INSTANT = DATE_TIME.map(
            moment -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC), time -> time.toInstant(ZoneOffset.UTC));

    private MySqlCodecs() {}

    /** CAST gives 64 bits whatever it is asked for; the drivers' own words for what does not fit have no code. */
    private static long whole(ResultSet resultSet, int index, long least, long greatest) throws SQLException {
        long value = resultSet.getLong(index);
        if (value < least || value > greatest) {
            throw new SQLDataException(
                    "an integer is stored where the type allows only " + least + " to " + greatest, "22003");
        }
        return value;
    }

    private static @Nullable LocalDateTime dateTime(@Nullable String text) throws SQLDataException {
        try {
            return text == null ? null : LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeParseException e) {
            throw new SQLDataException(
                    "text of " + text.length() + " characters is where a day and time should be", "22007");
        }
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** Why MySQL would change a number within a document; null if it would not. */
    static @Nullable String inexactNumber(Json json) {
        Matcher parts = STRING_OR_NUMBER.matcher(json.text());
        while (parts.find()) {
            String number = parts.group(1);
            if (number != null && !isExact(new BigDecimal(number))) {
                return "MySQL holds numbers of JSON as integers of 64 bits or as doubles, and would change " + number;
            }
        }
        return null;
    }

    private static boolean isExact(BigDecimal number) {
        if (number.scale() <= 0 && (long) number.precision() - number.scale() <= 19) {
            return number.toBigInteger().bitLength() < Long.SIZE;
        }
        double nearest = number.doubleValue();
        return Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(number) == 0;
    }
}
