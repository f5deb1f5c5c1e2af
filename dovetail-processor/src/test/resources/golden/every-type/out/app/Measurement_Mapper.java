package app;

import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.BIG_INTEGER;
import static dev.dovetail.type.Types.BINARY;
import static dev.dovetail.type.Types.BLOB;
import static dev.dovetail.type.Types.BOOLEAN;
import static dev.dovetail.type.Types.CHARACTER;
import static dev.dovetail.type.Types.DATE;
import static dev.dovetail.type.Types.DOUBLE;
import static dev.dovetail.type.Types.DURATION;
import static dev.dovetail.type.Types.INSTANT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.JSON;
import static dev.dovetail.type.Types.NUMERIC;
import static dev.dovetail.type.Types.REAL;
import static dev.dovetail.type.Types.SMALLINT;
import static dev.dovetail.type.Types.TEXT;
import static dev.dovetail.type.Types.TIME;
import static dev.dovetail.type.Types.TIMESTAMP;
import static dev.dovetail.type.Types.TIMESTAMP_TZ;
import static dev.dovetail.type.Types.TINYINT;
import static dev.dovetail.type.Types.UUID;
import static dev.dovetail.type.Types.VARCHAR;
import static dev.dovetail.type.Types.enumByName;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.type.Json;
import dev.dovetail.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Measurement} and knows its table. Written by Dovetail's processor. */
public final class Measurement_Mapper extends EntityMapper<Measurement> {

    private static final Type<BigDecimal> PRICE_TYPE = NUMERIC(12, 4);
    private static final Type<byte[]> HASH_TYPE = BINARY(16);
    private static final Type<LocalDateTime> SECOND_TYPE = TIMESTAMP(0);
    private static final Type<Measurement.Quality> QUALITY_TYPE = enumByName(Measurement.Quality.class);
    private static final Type<Measurement.Quality> VALUE_TYPE = enumByName(Measurement.Quality.class);

    /** The only instance. */
    public static final Measurement_Mapper INSTANCE = new Measurement_Mapper();

    static {
        register(INSTANCE);
    }

    private Measurement_Mapper() {
        super(
                VERSION_1,
                Measurement.class,
                describe(),
                UUID,
                INTEGER,
                BIGINT,
                SMALLINT,
                DOUBLE,
                REAL,
                BOOLEAN,
                INTEGER,
                BIGINT,
                SMALLINT,
                DOUBLE,
                REAL,
                BOOLEAN,
                VARCHAR(255),
                TEXT,
                PRICE_TYPE,
                NUMERIC,
                BIG_INTEGER,
                HASH_TYPE,
                BLOB,
                DATE,
                TIME,
                TIMESTAMP_TZ,
                SECOND_TYPE,
                TIMESTAMP,
                INSTANT,
                QUALITY_TYPE,
                VARCHAR(255),
                VALUE_TYPE,
                TINYINT,
                TINYINT,
                CHARACTER,
                CHARACTER,
                DURATION,
                JSON,
                BIGINT);
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Measurement", "measurement")
                .columns(
                        ColumnModel.of("id", "id", UUID.class, UUID).asId().clientDefault("newId"),
                        ColumnModel.of("int_value", "intValue", int.class, INTEGER).notNull(),
                        ColumnModel.of("long_value", "longValue", long.class, BIGINT).notNull(),
                        ColumnModel.of("short_value", "shortValue", short.class, SMALLINT).notNull(),
                        ColumnModel.of("double_value", "doubleValue", double.class, DOUBLE).notNull(),
                        ColumnModel.of("float_value", "floatValue", float.class, REAL).notNull(),
                        ColumnModel.of("boolean_value", "booleanValue", boolean.class, BOOLEAN).notNull(),
                        ColumnModel.of("integer", "integer", Integer.class, INTEGER),
                        ColumnModel.of("wide_integer", "wideInteger", Long.class, BIGINT),
                        ColumnModel.of("short_integer", "shortInteger", Short.class, SMALLINT),
                        ColumnModel.of("real", "real", Double.class, DOUBLE),
                        ColumnModel.of("short_real", "shortReal", Float.class, REAL),
                        ColumnModel.of("flag", "flag", Boolean.class, BOOLEAN),
                        ColumnModel.of("text", "text", String.class, VARCHAR(255)),
                        ColumnModel.of("long_text", "longText", String.class, TEXT),
                        ColumnModel.of("price", "price", BigDecimal.class, PRICE_TYPE),
                        ColumnModel.of("number", "number", BigDecimal.class, NUMERIC),
                        ColumnModel.of("count", "count", BigInteger.class, BIG_INTEGER),
                        ColumnModel.of("hash", "hash", byte[].class, HASH_TYPE),
                        ColumnModel.of("content", "content", byte[].class, BLOB),
                        ColumnModel.of("day", "day", LocalDate.class, DATE),
                        ColumnModel.of("time", "time", LocalTime.class, TIME),
                        ColumnModel.of("measured_at", "measuredAt", OffsetDateTime.class, TIMESTAMP_TZ),
                        ColumnModel.of("second", "second", LocalDateTime.class, SECOND_TYPE),
                        ColumnModel.of("created_at", "createdAt", LocalDateTime.class, TIMESTAMP)
                                .with(ColumnModel.Trait.CREATED),
                        ColumnModel.of("updated_at", "updatedAt", Instant.class, INSTANT)
                                .with(ColumnModel.Trait.UPDATED),
                        ColumnModel.of("quality", "quality", Measurement.Quality.class, QUALITY_TYPE)
                                .defaultSql("'GOOD'"),
                        ColumnModel.of("place", "column", String.class, VARCHAR(255))
                                .notNull()
                                .asUnique()
                                .with(ColumnModel.Trait.SENSITIVE),
                        ColumnModel.of("value", "value", Measurement.Quality.class, VALUE_TYPE),
                        ColumnModel.of("tiny", "tiny", byte.class, TINYINT).notNull(),
                        ColumnModel.of("tiny_or_null", "tinyOrNull", Byte.class, TINYINT),
                        ColumnModel.of("letter", "letter", char.class, CHARACTER).notNull(),
                        ColumnModel.of("letter_or_null", "letterOrNull", Character.class, CHARACTER),
                        ColumnModel.of("span", "span", Duration.class, DURATION),
                        ColumnModel.of("document", "document", Json.class, JSON),
                        ColumnModel.of("version", "version", long.class, BIGINT)
                                .notNull()
                                .with(ColumnModel.Trait.VERSION));
    }

    @Override
    public Measurement instantiate() {
        return new Measurement();
    }

    @Override
    public @Nullable Object get(Measurement measurement, int column) {
        return switch (column) {
            case 0 -> measurement.id;
            case 1 -> measurement.intValue;
            case 2 -> measurement.longValue;
            case 3 -> measurement.shortValue;
            case 4 -> measurement.doubleValue;
            case 5 -> measurement.floatValue;
            case 6 -> measurement.booleanValue;
            case 7 -> measurement.integer;
            case 8 -> measurement.wideInteger;
            case 9 -> measurement.shortInteger;
            case 10 -> measurement.real;
            case 11 -> measurement.shortReal;
            case 12 -> measurement.flag;
            case 13 -> measurement.text;
            case 14 -> measurement.longText;
            case 15 -> measurement.price;
            case 16 -> measurement.number;
            case 17 -> measurement.count;
            case 18 -> measurement.hash;
            case 19 -> measurement.content;
            case 20 -> measurement.day;
            case 21 -> measurement.time;
            case 22 -> measurement.measuredAt;
            case 23 -> measurement.second;
            case 24 -> measurement.createdAt;
            case 25 -> measurement.updatedAt;
            case 26 -> measurement.quality;
            case 27 -> measurement.column;
            case 28 -> measurement.value;
            case 29 -> measurement.tiny;
            case 30 -> measurement.tinyOrNull;
            case 31 -> measurement.letter;
            case 32 -> measurement.letterOrNull;
            case 33 -> measurement.span;
            case 34 -> measurement.document;
            case 35 -> measurement.version;
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Measurement measurement, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> measurement.id = (UUID) value;
            case 1 -> measurement.intValue = (int) value;
            case 2 -> measurement.longValue = (long) value;
            case 3 -> measurement.shortValue = (short) value;
            case 4 -> measurement.doubleValue = (double) value;
            case 5 -> measurement.floatValue = (float) value;
            case 6 -> measurement.booleanValue = (boolean) value;
            case 7 -> measurement.integer = (Integer) value;
            case 8 -> measurement.wideInteger = (Long) value;
            case 9 -> measurement.shortInteger = (Short) value;
            case 10 -> measurement.real = (Double) value;
            case 11 -> measurement.shortReal = (Float) value;
            case 12 -> measurement.flag = (Boolean) value;
            case 13 -> measurement.text = (String) value;
            case 14 -> measurement.longText = (String) value;
            case 15 -> measurement.price = (BigDecimal) value;
            case 16 -> measurement.number = (BigDecimal) value;
            case 17 -> measurement.count = (BigInteger) value;
            case 18 -> measurement.hash = (byte[]) value;
            case 19 -> measurement.content = (byte[]) value;
            case 20 -> measurement.day = (LocalDate) value;
            case 21 -> measurement.time = (LocalTime) value;
            case 22 -> measurement.measuredAt = (OffsetDateTime) value;
            case 23 -> measurement.second = (LocalDateTime) value;
            case 24 -> measurement.createdAt = (LocalDateTime) value;
            case 25 -> measurement.updatedAt = (Instant) value;
            case 26 -> measurement.quality = (Measurement.Quality) value;
            case 27 -> measurement.column = (String) value;
            case 28 -> measurement.value = (Measurement.Quality) value;
            case 29 -> measurement.tiny = (byte) value;
            case 30 -> measurement.tinyOrNull = (Byte) value;
            case 31 -> measurement.letter = (char) value;
            case 32 -> measurement.letterOrNull = (Character) value;
            case 33 -> measurement.span = (Duration) value;
            case 34 -> measurement.document = (Json) value;
            case 35 -> measurement.version = (long) value;
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Measurement measurement, int relationship) {
        throw noRelationship(relationship);
    }

    @Override
    public Snapshot<Measurement> snapshot() {
        return new State();
    }

    @Override
    public @Nullable Object clientDefault(int column) {
        return switch (column) {
            case 0 -> Measurement.newId();
            default -> null;
        };
    }

    /** The column values of one {@link Measurement} as the database last had them. */
    private static final class State extends Snapshot<Measurement> {

        private @Nullable UUID id;
        private int intValue;
        private long longValue;
        private short shortValue;
        private double doubleValue;
        private float floatValue;
        private boolean booleanValue;
        private @Nullable Integer integer;
        private @Nullable Long wideInteger;
        private @Nullable Short shortInteger;
        private @Nullable Double real;
        private @Nullable Float shortReal;
        private @Nullable Boolean flag;
        private @Nullable String text;
        private @Nullable String longText;
        private @Nullable BigDecimal price;
        private @Nullable BigDecimal number;
        private @Nullable BigInteger count;
        private byte @Nullable [] hash;
        private byte @Nullable [] content;
        private @Nullable LocalDate day;
        private @Nullable LocalTime time;
        private @Nullable OffsetDateTime measuredAt;
        private @Nullable LocalDateTime second;
        private @Nullable LocalDateTime createdAt;
        private @Nullable Instant updatedAt;
        private Measurement.@Nullable Quality quality;
        private @Nullable String column;
        private Measurement.@Nullable Quality value;
        private byte tiny;
        private @Nullable Byte tinyOrNull;
        private char letter;
        private @Nullable Character letterOrNull;
        private @Nullable Duration span;
        private @Nullable Json document;
        private long version;

        @Override
        public boolean differs(Measurement measurement) {
            return !Objects.equals(id, measurement.id)
                    || intValue != measurement.intValue
                    || longValue != measurement.longValue
                    || shortValue != measurement.shortValue
                    || differ(doubleValue, measurement.doubleValue)
                    || differ(floatValue, measurement.floatValue)
                    || booleanValue != measurement.booleanValue
                    || !Objects.equals(integer, measurement.integer)
                    || !Objects.equals(wideInteger, measurement.wideInteger)
                    || !Objects.equals(shortInteger, measurement.shortInteger)
                    || !DOUBLE.same(real, measurement.real)
                    || !REAL.same(shortReal, measurement.shortReal)
                    || !Objects.equals(flag, measurement.flag)
                    || !Objects.equals(text, measurement.text)
                    || !Objects.equals(longText, measurement.longText)
                    || !PRICE_TYPE.same(price, measurement.price)
                    || !NUMERIC.same(number, measurement.number)
                    || !Objects.equals(count, measurement.count)
                    || !HASH_TYPE.same(hash, measurement.hash)
                    || !BLOB.same(content, measurement.content)
                    || !Objects.equals(day, measurement.day)
                    || !TIME.same(time, measurement.time)
                    || !TIMESTAMP_TZ.same(measuredAt, measurement.measuredAt)
                    || !SECOND_TYPE.same(second, measurement.second)
                    || !TIMESTAMP.same(createdAt, measurement.createdAt)
                    || !INSTANT.same(updatedAt, measurement.updatedAt)
                    || quality != measurement.quality
                    || !Objects.equals(this.column, measurement.column)
                    || this.value != measurement.value
                    || tiny != measurement.tiny
                    || !Objects.equals(tinyOrNull, measurement.tinyOrNull)
                    || letter != measurement.letter
                    || !Objects.equals(letterOrNull, measurement.letterOrNull)
                    || !Objects.equals(span, measurement.span)
                    || !Objects.equals(document, measurement.document)
                    || version != measurement.version;
        }

        @Override
        public boolean differs(Measurement measurement, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(id, measurement.id);
                case 1 -> intValue != measurement.intValue;
                case 2 -> longValue != measurement.longValue;
                case 3 -> shortValue != measurement.shortValue;
                case 4 -> differ(doubleValue, measurement.doubleValue);
                case 5 -> differ(floatValue, measurement.floatValue);
                case 6 -> booleanValue != measurement.booleanValue;
                case 7 -> !Objects.equals(integer, measurement.integer);
                case 8 -> !Objects.equals(wideInteger, measurement.wideInteger);
                case 9 -> !Objects.equals(shortInteger, measurement.shortInteger);
                case 10 -> !DOUBLE.same(real, measurement.real);
                case 11 -> !REAL.same(shortReal, measurement.shortReal);
                case 12 -> !Objects.equals(flag, measurement.flag);
                case 13 -> !Objects.equals(text, measurement.text);
                case 14 -> !Objects.equals(longText, measurement.longText);
                case 15 -> !PRICE_TYPE.same(price, measurement.price);
                case 16 -> !NUMERIC.same(number, measurement.number);
                case 17 -> !Objects.equals(count, measurement.count);
                case 18 -> !HASH_TYPE.same(hash, measurement.hash);
                case 19 -> !BLOB.same(content, measurement.content);
                case 20 -> !Objects.equals(day, measurement.day);
                case 21 -> !TIME.same(time, measurement.time);
                case 22 -> !TIMESTAMP_TZ.same(measuredAt, measurement.measuredAt);
                case 23 -> !SECOND_TYPE.same(second, measurement.second);
                case 24 -> !TIMESTAMP.same(createdAt, measurement.createdAt);
                case 25 -> !INSTANT.same(updatedAt, measurement.updatedAt);
                case 26 -> quality != measurement.quality;
                case 27 -> !Objects.equals(this.column, measurement.column);
                case 28 -> this.value != measurement.value;
                case 29 -> tiny != measurement.tiny;
                case 30 -> !Objects.equals(tinyOrNull, measurement.tinyOrNull);
                case 31 -> letter != measurement.letter;
                case 32 -> !Objects.equals(letterOrNull, measurement.letterOrNull);
                case 33 -> !Objects.equals(span, measurement.span);
                case 34 -> !Objects.equals(document, measurement.document);
                case 35 -> version != measurement.version;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.value(0, UUID.class);
            intValue = row.intValue(1);
            longValue = row.longValue(2);
            shortValue = row.value(3, Short.class);
            doubleValue = row.doubleValue(4);
            floatValue = row.value(5, Float.class);
            booleanValue = row.value(6, Boolean.class);
            integer = row.integer(7);
            wideInteger = row.bigint(8);
            shortInteger = row.value(9, Short.class);
            real = row.value(10, Double.class);
            shortReal = row.value(11, Float.class);
            flag = row.value(12, Boolean.class);
            text = row.string(13);
            longText = row.string(14);
            price = row.value(15, BigDecimal.class);
            number = row.value(16, BigDecimal.class);
            count = row.value(17, BigInteger.class);
            hash = row.value(18, byte[].class);
            content = row.value(19, byte[].class);
            day = row.value(20, LocalDate.class);
            time = row.value(21, LocalTime.class);
            measuredAt = row.value(22, OffsetDateTime.class);
            second = row.value(23, LocalDateTime.class);
            createdAt = row.value(24, LocalDateTime.class);
            updatedAt = row.value(25, Instant.class);
            quality = row.value(26, Measurement.Quality.class);
            this.column = row.string(27);
            this.value = row.value(28, Measurement.Quality.class);
            tiny = row.value(29, Byte.class);
            tinyOrNull = row.value(30, Byte.class);
            letter = row.value(31, Character.class);
            letterOrNull = row.value(32, Character.class);
            span = row.value(33, Duration.class);
            document = row.value(34, Json.class);
            version = row.longValue(35);
        }

        @Override
        public void take(Measurement measurement, int column) {
            switch (column) {
                case 0 -> id = measurement.id;
                case 1 -> intValue = measurement.intValue;
                case 2 -> longValue = measurement.longValue;
                case 3 -> shortValue = measurement.shortValue;
                case 4 -> doubleValue = measurement.doubleValue;
                case 5 -> floatValue = measurement.floatValue;
                case 6 -> booleanValue = measurement.booleanValue;
                case 7 -> integer = measurement.integer;
                case 8 -> wideInteger = measurement.wideInteger;
                case 9 -> shortInteger = measurement.shortInteger;
                case 10 -> real = measurement.real;
                case 11 -> shortReal = measurement.shortReal;
                case 12 -> flag = measurement.flag;
                case 13 -> text = measurement.text;
                case 14 -> longText = measurement.longText;
                case 15 -> price = measurement.price;
                case 16 -> number = measurement.number;
                case 17 -> count = measurement.count;
                case 18 -> hash = HASH_TYPE.snapshot(measurement.hash);
                case 19 -> content = BLOB.snapshot(measurement.content);
                case 20 -> day = measurement.day;
                case 21 -> time = measurement.time;
                case 22 -> measuredAt = measurement.measuredAt;
                case 23 -> second = measurement.second;
                case 24 -> createdAt = measurement.createdAt;
                case 25 -> updatedAt = measurement.updatedAt;
                case 26 -> quality = measurement.quality;
                case 27 -> this.column = measurement.column;
                case 28 -> this.value = measurement.value;
                case 29 -> tiny = measurement.tiny;
                case 30 -> tinyOrNull = measurement.tinyOrNull;
                case 31 -> letter = measurement.letter;
                case 32 -> letterOrNull = measurement.letterOrNull;
                case 33 -> span = measurement.span;
                case 34 -> document = measurement.document;
                case 35 -> version = measurement.version;
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Measurement measurement) {
            measurement.id = id;
            measurement.intValue = intValue;
            measurement.longValue = longValue;
            measurement.shortValue = shortValue;
            measurement.doubleValue = doubleValue;
            measurement.floatValue = floatValue;
            measurement.booleanValue = booleanValue;
            measurement.integer = integer;
            measurement.wideInteger = wideInteger;
            measurement.shortInteger = shortInteger;
            measurement.real = real;
            measurement.shortReal = shortReal;
            measurement.flag = flag;
            measurement.text = text;
            measurement.longText = longText;
            measurement.price = price;
            measurement.number = number;
            measurement.count = count;
            measurement.hash = HASH_TYPE.snapshot(hash);
            measurement.content = BLOB.snapshot(content);
            measurement.day = day;
            measurement.time = time;
            measurement.measuredAt = measuredAt;
            measurement.second = second;
            measurement.createdAt = createdAt;
            measurement.updatedAt = updatedAt;
            measurement.quality = quality;
            measurement.column = this.column;
            measurement.value = this.value;
            measurement.tiny = tiny;
            measurement.tinyOrNull = tinyOrNull;
            measurement.letter = letter;
            measurement.letterOrNull = letterOrNull;
            measurement.span = span;
            measurement.document = document;
            measurement.version = version;
        }

        @Override
        public void restore(Measurement measurement, int column) {
            switch (column) {
                case 0 -> measurement.id = id;
                case 1 -> measurement.intValue = intValue;
                case 2 -> measurement.longValue = longValue;
                case 3 -> measurement.shortValue = shortValue;
                case 4 -> measurement.doubleValue = doubleValue;
                case 5 -> measurement.floatValue = floatValue;
                case 6 -> measurement.booleanValue = booleanValue;
                case 7 -> measurement.integer = integer;
                case 8 -> measurement.wideInteger = wideInteger;
                case 9 -> measurement.shortInteger = shortInteger;
                case 10 -> measurement.real = real;
                case 11 -> measurement.shortReal = shortReal;
                case 12 -> measurement.flag = flag;
                case 13 -> measurement.text = text;
                case 14 -> measurement.longText = longText;
                case 15 -> measurement.price = price;
                case 16 -> measurement.number = number;
                case 17 -> measurement.count = count;
                case 18 -> measurement.hash = HASH_TYPE.snapshot(hash);
                case 19 -> measurement.content = BLOB.snapshot(content);
                case 20 -> measurement.day = day;
                case 21 -> measurement.time = time;
                case 22 -> measurement.measuredAt = measuredAt;
                case 23 -> measurement.second = second;
                case 24 -> measurement.createdAt = createdAt;
                case 25 -> measurement.updatedAt = updatedAt;
                case 26 -> measurement.quality = quality;
                case 27 -> measurement.column = this.column;
                case 28 -> measurement.value = this.value;
                case 29 -> measurement.tiny = tiny;
                case 30 -> measurement.tinyOrNull = tinyOrNull;
                case 31 -> measurement.letter = letter;
                case 32 -> measurement.letterOrNull = letterOrNull;
                case 33 -> measurement.span = span;
                case 34 -> measurement.document = document;
                case 35 -> measurement.version = version;
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                case 1 -> intValue;
                case 2 -> longValue;
                case 3 -> shortValue;
                case 4 -> doubleValue;
                case 5 -> floatValue;
                case 6 -> booleanValue;
                case 7 -> integer;
                case 8 -> wideInteger;
                case 9 -> shortInteger;
                case 10 -> real;
                case 11 -> shortReal;
                case 12 -> flag;
                case 13 -> text;
                case 14 -> longText;
                case 15 -> price;
                case 16 -> number;
                case 17 -> count;
                case 18 -> hash;
                case 19 -> content;
                case 20 -> day;
                case 21 -> time;
                case 22 -> measuredAt;
                case 23 -> second;
                case 24 -> createdAt;
                case 25 -> updatedAt;
                case 26 -> quality;
                case 27 -> this.column;
                case 28 -> this.value;
                case 29 -> tiny;
                case 30 -> tinyOrNull;
                case 31 -> letter;
                case 32 -> letterOrNull;
                case 33 -> span;
                case 34 -> document;
                case 35 -> version;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (UUID) value;
                case 1 -> intValue = (int) value;
                case 2 -> longValue = (long) value;
                case 3 -> shortValue = (short) value;
                case 4 -> doubleValue = (double) value;
                case 5 -> floatValue = (float) value;
                case 6 -> booleanValue = (boolean) value;
                case 7 -> integer = (Integer) value;
                case 8 -> wideInteger = (Long) value;
                case 9 -> shortInteger = (Short) value;
                case 10 -> real = (Double) value;
                case 11 -> shortReal = (Float) value;
                case 12 -> flag = (Boolean) value;
                case 13 -> text = (String) value;
                case 14 -> longText = (String) value;
                case 15 -> price = (BigDecimal) value;
                case 16 -> number = (BigDecimal) value;
                case 17 -> count = (BigInteger) value;
                case 18 -> hash = (byte[]) value;
                case 19 -> content = (byte[]) value;
                case 20 -> day = (LocalDate) value;
                case 21 -> time = (LocalTime) value;
                case 22 -> measuredAt = (OffsetDateTime) value;
                case 23 -> second = (LocalDateTime) value;
                case 24 -> createdAt = (LocalDateTime) value;
                case 25 -> updatedAt = (Instant) value;
                case 26 -> quality = (Measurement.Quality) value;
                case 27 -> this.column = (String) value;
                case 28 -> this.value = (Measurement.Quality) value;
                case 29 -> tiny = (byte) value;
                case 30 -> tinyOrNull = (Byte) value;
                case 31 -> letter = (char) value;
                case 32 -> letterOrNull = (Character) value;
                case 33 -> span = (Duration) value;
                case 34 -> document = (Json) value;
                case 35 -> version = (long) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Measurement> copy() {
            State copy = new State();
            copy.id = id;
            copy.intValue = intValue;
            copy.longValue = longValue;
            copy.shortValue = shortValue;
            copy.doubleValue = doubleValue;
            copy.floatValue = floatValue;
            copy.booleanValue = booleanValue;
            copy.integer = integer;
            copy.wideInteger = wideInteger;
            copy.shortInteger = shortInteger;
            copy.real = real;
            copy.shortReal = shortReal;
            copy.flag = flag;
            copy.text = text;
            copy.longText = longText;
            copy.price = price;
            copy.number = number;
            copy.count = count;
            copy.hash = hash;
            copy.content = content;
            copy.day = day;
            copy.time = time;
            copy.measuredAt = measuredAt;
            copy.second = second;
            copy.createdAt = createdAt;
            copy.updatedAt = updatedAt;
            copy.quality = quality;
            copy.column = this.column;
            copy.value = this.value;
            copy.tiny = tiny;
            copy.tinyOrNull = tinyOrNull;
            copy.letter = letter;
            copy.letterOrNull = letterOrNull;
            copy.span = span;
            copy.document = document;
            copy.version = version;
            return copy;
        }
    }
}
