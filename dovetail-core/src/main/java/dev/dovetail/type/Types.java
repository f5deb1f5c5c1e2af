package dev.dovetail.type;

import static dev.dovetail.type.BasicType.NONE;

import dev.dovetail.UsageException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types of SQL, named as in SQL; meant for static import. */
public final class Types {
    private static final int MICROSECONDS = 6;
    private static final int NANOSECONDS = 9;

    private static final Values<String> TEXTS = new TextValues();
    private static final Values<byte[]> BYTES = new ByteValues();
    private static final Values<BigDecimal> DECIMALS = new DecimalValues();

    private static final Values<LocalDateTime> DATE_TIMES = new TimeValues<>(
            LocalDateTime.class,
            (resultSet, index) -> resultSet.getObject(index, LocalDateTime.class),
            PreparedStatement::setObject,
            LocalDateTime::equals);

    /** True or false, as {@link Boolean}. */
    public static final BasicType<Boolean> BOOLEAN =
            plain(SqlKind.BOOLEAN, Boolean.class, ResultSet::getBoolean, PreparedStatement::setBoolean);
    /** Integer of 16 bits, as {@link Short}. */
    public static final BasicType<Short> SMALLINT =
            plain(SqlKind.SMALLINT, Short.class, ResultSet::getShort, PreparedStatement::setShort);
    /** Integer of 32 bits, as {@link Integer}. */
    public static final BasicType<Integer> INTEGER =
            plain(SqlKind.INTEGER, Integer.class, ResultSet::getInt, PreparedStatement::setInt);
    /** Integer of 64 bits, as {@link Long}. */
    public static final BasicType<Long> BIGINT =
            plain(SqlKind.BIGINT, Long.class, ResultSet::getLong, PreparedStatement::setLong);
    /** Floating point of 32 bits, as {@link Float}. */
    public static final BasicType<Float> REAL =
            of(SqlKind.REAL, new FloatingValues<>(Float.class, ResultSet::getFloat, PreparedStatement::setFloat), NONE);
    /** Floating point of 64 bits, as {@link Double}. */
    public static final BasicType<Double> DOUBLE = of(
            SqlKind.DOUBLE,
            new FloatingValues<>(Double.class, ResultSet::getDouble, PreparedStatement::setDouble),
            NONE);
    /** Decimal number with as many digits as the database allows, as {@link BigDecimal}. */
    public static final BasicType<BigDecimal> NUMERIC = of(SqlKind.NUMERIC, DECIMALS, NONE);
    /** Text of any length, as {@link String}. */
    public static final BasicType<String> TEXT = of(SqlKind.TEXT, TEXTS, NONE);
    /** Bytes, any number of them. */
    public static final BasicType<byte[]> BLOB = of(SqlKind.BLOB, BYTES, NONE);
    /** Universally unique identifier, as {@link java.util.UUID}. */
    public static final BasicType<java.util.UUID> UUID = plain(
            SqlKind.UUID,
            java.util.UUID.class,
            (resultSet, index) -> resultSet.getObject(index, java.util.UUID.class),
            PreparedStatement::setObject);
    /** Day, as {@link LocalDate}. */
    public static final BasicType<LocalDate> DATE = plain(
            SqlKind.DATE,
            LocalDate.class,
            (resultSet, index) -> resultSet.getObject(index, LocalDate.class),
            PreparedStatement::setObject);
    /** Time of day to the microsecond, as {@link LocalTime}. */
    public static final BasicType<LocalTime> TIME = of(
            SqlKind.TIME,
            new TimeValues<>(
                    LocalTime.class,
                    (resultSet, index) -> resultSet.getObject(index, LocalTime.class),
                    PreparedStatement::setObject,
                    LocalTime::equals),
            MICROSECONDS);
    /** Day and time to the microsecond, as {@link LocalDateTime}. */
    public static final BasicType<LocalDateTime> TIMESTAMP = TIMESTAMP(MICROSECONDS);
    /**
     * Day and time with offset, to the microsecond, as {@link OffsetDateTime}. Two values are the same if they are the
     * same moment: PostgreSQL keeps no offset, and no database compares it.
     */
    public static final BasicType<OffsetDateTime> TIMESTAMP_TZ = of(
            SqlKind.TIMESTAMP_TZ,
            new TimeValues<>(
                    OffsetDateTime.class,
                    (resultSet, index) -> resultSet.getObject(index, OffsetDateTime.class),
                    PreparedStatement::setObject,
                    OffsetDateTime::isEqual),
            MICROSECONDS);
    /** Moment to the microsecond, as {@link Instant}; JDBC carries it as an OffsetDateTime in UTC. */
    public static final BasicType<Instant> INSTANT = of(
            SqlKind.INSTANT,
            new TimeValues<>(
                    Instant.class,
                    Types::readInstant,
                    (statement, index, value) -> statement.setObject(index, value.atOffset(ZoneOffset.UTC)),
                    Instant::equals),
            MICROSECONDS);
    /** Whole number of up to 38 digits, as {@link BigInteger}. */
    public static final Type<BigInteger> BIG_INTEGER =
            converted(BigInteger.class, NUMERIC(38, 0), BigDecimal::new, BigDecimal::toBigIntegerExact);

    private static final Map<Class<?>, Type<?>> BY_CLASS = Stream.of(
                    BOOLEAN,
                    SMALLINT,
                    INTEGER,
                    BIGINT,
                    REAL,
                    DOUBLE,
                    NUMERIC,
                    TEXT,
                    BLOB,
                    UUID,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    TIMESTAMP_TZ,
                    INSTANT,
                    BIG_INTEGER)
            .collect(Collectors.toUnmodifiableMap(Type::javaClass, Function.identity()));

    private Types() {}

    /**
     * Text of at most a number of characters.
     *
     * @param length the number of code points, at least 1
     * @return the type
     * @throws UsageException if the length is not positive
     */
    public static BasicType<String> VARCHAR(int length) {
        return new BasicType<>(SqlKind.VARCHAR, TEXTS, positive("VARCHAR", length), NONE, NONE);
    }

    /**
     * Decimal number with a fixed number of digits.
     *
     * @param precision the number of digits, at least 1
     * @param scale how many of them come after the decimal point
     * @return the type
     * @throws UsageException if the scale is negative or greater than the precision
     */
    public static BasicType<BigDecimal> NUMERIC(int precision, int scale) {
        if (scale < 0 || scale > positive("NUMERIC", precision)) {
            throw misdefined(
                    "NUMERIC(" + precision + ", " + scale + "): the scale must be between 0 and the precision");
        }
        return new BasicType<>(SqlKind.NUMERIC, DECIMALS, NONE, precision, scale);
    }

    /**
     * Bytes, at most a number of them.
     *
     * @param length the number of bytes, at least 1
     * @return the type
     * @throws UsageException if the length is not positive
     */
    public static BasicType<byte[]> BINARY(int length) {
        return new BasicType<>(SqlKind.BINARY, BYTES, positive("BINARY", length), NONE, NONE);
    }

    /**
     * Day and time with a fraction of a second of a number of digits.
     *
     * @param precision the digits after the second, 0 to 9
     * @return the type
     * @throws UsageException if the precision is out of range
     */
    public static BasicType<LocalDateTime> TIMESTAMP(int precision) {
        if (precision < 0 || precision > NANOSECONDS) {
            throw misdefined("TIMESTAMP(" + precision + "): the precision must be between 0 and " + NANOSECONDS);
        }
        return of(SqlKind.TIMESTAMP, DATE_TIMES, precision);
    }

    /**
     * An enum, stored as the name of its constant in a VARCHAR as long as the longest name.
     *
     * @param <E> the enum
     * @param enumClass its class
     * @return the type; reading a text that names no constant throws a UsageException that lists them
     */
    public static <E extends Enum<E>> Type<E> enumByName(Class<E> enumClass) {
        List<E> constants = List.of(enumClass.getEnumConstants());
        Map<String, E> byName = constants.stream().collect(Collectors.toUnmodifiableMap(Enum::name, e -> e));
        int longest = constants.stream().mapToInt(e -> e.name().length()).max().orElse(1);
        return converted(enumClass, VARCHAR(longest), Enum::name, name -> {
            E constant = byName.get(name);
            if (constant == null) {
                throw new UsageException(
                        "DVT-TYPE-ENUM",
                        "'" + name + "' names no " + enumClass.getSimpleName() + "; there are " + constants);
            }
            return constant;
        });
    }

    /**
     * A type over another one.
     *
     * @param <J> the Java class that users see, preferably immutable
     * @param <D> the Java class that is stored
     * @param javaClass the class that users see
     * @param stored the type of what is stored
     * @param toStored never given null
     * @param fromStored never given null
     * @return the type
     */
    public static <J, D> Type<J> converted(
            Class<J> javaClass,
            Type<D> stored,
            Function<? super J, ? extends D> toStored,
            Function<? super D, ? extends J> fromStored) {
        return new ConvertedType<>(javaClass, stored, toStored, fromStored);
    }

    /**
     * The type that a plain Java value has when nothing else says which: TEXT for a String, NUMERIC for a BigDecimal.
     *
     * @param <J> the class
     * @param javaClass the class, not a primitive
     * @return its type
     * @throws UsageException if no type of this class is the obvious one; code {@code DVT-TYPE-CLASS}
     */
    @SuppressWarnings("unchecked") // the map has under each class a type of that class
    public static <J> Type<J> of(Class<J> javaClass) {
        Type<?> type = BY_CLASS.get(javaClass);
        if (type == null) {
            throw new UsageException(
                    "DVT-TYPE-CLASS", javaClass.getName() + " has no type of its own: give the type with the value");
        }
        return (Type<J>) type;
    }

    private static @Nullable Instant readInstant(ResultSet resultSet, int index) throws java.sql.SQLException {
        OffsetDateTime value = resultSet.getObject(index, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static <J> BasicType<J> plain(
            SqlKind kind, Class<J> javaClass, Codec.Reader<J> reader, Codec.Binder<J> binder) {
        return of(kind, new PlainValues<>(javaClass, reader, binder), NONE);
    }

    private static <J> BasicType<J> of(SqlKind kind, Values<J> values, int precision) {
        return new BasicType<>(kind, values, NONE, precision, NONE);
    }

    private static int positive(String name, int length) {
        if (length < 1) {
            throw misdefined(name + "(" + length + "): the length must be at least 1");
        }
        return length;
    }

    private static UsageException misdefined(String message) {
        return new UsageException("DVT-TYPE-DEFINITION", message);
    }
}
