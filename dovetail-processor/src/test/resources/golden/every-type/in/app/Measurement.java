package app;

import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Created;
import dev.dovetail.orm.mapping.Default;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Sensitive;
import dev.dovetail.orm.mapping.Transient;
import dev.dovetail.orm.mapping.Updated;
import dev.dovetail.orm.mapping.Version;
import dev.dovetail.type.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

@Entity
public class Measurement {
    public enum Quality {
        GOOD,
        DOUBTFUL
    }

    @Default(client = "newId")
    @Id
    UUID id;

    int intValue;
    long longValue;
    short shortValue;
    double doubleValue;
    float floatValue;
    boolean booleanValue;
    Integer integer;
    Long wideInteger;
    Short shortInteger;
    Double real;
    Float shortReal;
    Boolean flag;
    String text;

    @Column(length = Column.UNLIMITED)
    String longText;

    @Column(precision = 12, scale = 4)
    BigDecimal price;

    BigDecimal number;
    BigInteger count;

    @Column(length = 16)
    byte[] hash;

    @Column(length = Column.UNLIMITED)
    byte[] content;

    LocalDate day;
    LocalTime time;
    OffsetDateTime measuredAt;

    @Column(precision = 0)
    LocalDateTime second;

    @Created LocalDateTime createdAt;
    @Updated Instant updatedAt;

    @Default(sql = "'GOOD'")
    Quality quality;

    @Sensitive
    @Column(name = "place", unique = true, nullable = false)
    String column;

    Quality value;
    transient String cached;
    @Transient Object other;
    static int instances;

    static UUID newId() {
        return UUID.randomUUID();
    }

    byte tiny;
    Byte tinyOrNull;
    char letter;
    Character letterOrNull;
    Duration span;
    Json document;

    @Version
    long version;
}
