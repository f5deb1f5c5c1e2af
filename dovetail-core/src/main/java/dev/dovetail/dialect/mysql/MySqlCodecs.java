package dev.dovetail.dialect.mysql;

import dev.dovetail.type.Codec;
import dev.dovetail.type.Types;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * How values go to MySQL and MariaDB where the standard does not say it: moments as DATETIME in UTC, because TIMESTAMP ends
 * in 2038 and depends on the session's time zone; UUIDs as 16 bytes or as text, which MariaDB takes for its own type.
 */
final class MySqlCodecs {

    private static final Codec<LocalDateTime> DATE_TIME = Types.TIMESTAMP.codec();

    static final Codec<UUID> UUID_AS_BYTES = Types.BLOB.codec().map(MySqlCodecs::bytes, MySqlCodecs::uuid);
    static final Codec<UUID> UUID_AS_TEXT = Types.TEXT.codec().map(UUID::toString, UUID::fromString);

    static final Codec<OffsetDateTime> MOMENT = DATE_TIME.map(
            moment -> moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
            time -> time.atOffset(ZoneOffset.UTC));

    static final Codec<Instant> INSTANT = DATE_TIME.map(
            moment -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC), time -> time.toInstant(ZoneOffset.UTC));

    private MySqlCodecs() {}

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
}
