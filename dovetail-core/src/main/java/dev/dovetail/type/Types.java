package dev.dovetail.type;

import static dev.dovetail.type.BasicType.NONE;

import dev.dovetail.UsageException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of SQL, named as in SQL; meant for static import. */
public final class Types {
    private static final int MICROSECONDS = 6;
    private static final int NANOSECONDS = 9;

    private static final Values<String> TEXTS = new TextValues();
    private static final Values<byte[]> BYTES = new ByteValues();
    private static final Values<BigDecimal> DECIMALS = new DecimalValues();

    private static final Values<LocalTime> TIMES = new TimeValues<>(LocalTime.class);
    private static final Values<OffsetDateTime> MOMENTS = new TimeValues<>(OffsetDateTime.class);
    private static final Values<Instant> INSTANTS = new TimeValues<>(Instant.class);
    private static final Values<LocalDateTime> DATE_TIMES = new TimeValues<>(LocalDateTime.class);

    /** True or false, as {@link Boolean}. */
    public static final BasicType<Boolean> BOOLEAN = plain(SqlKind.BOOLEAN, Boolean.class);
    /** Integer of 8 bits, as {@link Byte}. */
    public static final BasicType<Byte> TINYINT = plain(SqlKind.TINYINT, Byte.class);
    /** Integer of 16 bits, as {@link Short}. */
    public static final BasicType<Short> SMALLINT = plain(SqlKind.SMALLINT, Short.class);
    /** Integer of 32 bits, as {@link Integer}. */
    public static final BasicType<Integer> INTEGER = plain(SqlKind.INTEGER, Integer.class);
    /** Integer of 64 bits, as {@link Long}. */
    public static final BasicType<Long> BIGINT = plain(SqlKind.BIGINT, Long.class);
    /** Floating point of 32 bits, as {@link Float}. */
    public static final BasicType<Float> REAL = of(SqlKind.REAL, new FloatingValues<>(Float.class), NONE);
    /** Floating point of 64 bits, as {@link Double}. */
    public static final BasicType<Double> DOUBLE = of(SqlKind.DOUBLE, new FloatingValues<>(Double.class), NONE);
    /** Decimal number with as many digits as the database allows, as {@link BigDecimal}. */
    public static final BasicType<BigDecimal> NUMERIC = of(SqlKind.NUMERIC, DECIMALS, NONE);
    /** Text of any length, as {@link String}. */
    public static final BasicType<String> TEXT = of(SqlKind.TEXT, TEXTS, NONE);
    /** Bytes, any number of them. */
    public static final BasicType<byte[]> BLOB = of(SqlKind.BLOB, BYTES, NONE);
    /** Universally unique identifier, as {@link java.util.UUID}. */
    public static final BasicType<java.util.UUID> UUID = plain(SqlKind.UUID, java.util.UUID.class);
    /** Day, as {@link LocalDate}. */
    public static final BasicType<LocalDate> DATE = plain(SqlKind.DATE, LocalDate.class);
    /** Time of day to the microsecond, as {@link LocalTime}. */
    public static final BasicType<LocalTime> TIME = TIME(MICROSECONDS);
    /** Day and time to the microsecond, as {@link LocalDateTime}. */
    public static final BasicType<LocalDateTime> TIMESTAMP = TIMESTAMP(MICROSECONDS);
    /**
     * Day and time with offset, to the microsecond, as {@link OffsetDateTime}. It is held, and comes back, in UTC: only
     * some databases could keep the offset. Two values are the same if they are the same moment.
     */
    public static final BasicType<OffsetDateTime> TIMESTAMP_TZ = TIMESTAMP_TZ(MICROSECONDS);
    /** Moment to the microsecond, as {@link Instant}; JDBC carries it as an OffsetDateTime in UTC. */
    public static final BasicType<Instant> INSTANT = INSTANT(MICROSECONDS);
    /** Span of time to the nanosecond, as {@link Duration}, held as a BIGINT of nanoseconds: 292 years either way. */
    public static final Type<Duration> DURATION =
            converted(Duration.class, BIGINT, Types::nanoseconds, Duration::ofNanos);
    /** One character, as {@link Character}, held as a VARCHAR(1); it cannot be half of a surrogate pair. */
    public static final Type<Character> CHARACTER =
            converted(Character.class, VARCHAR(1), String::valueOf, text -> text.isEmpty() ? ' ' : text.charAt(0));
    /** Whole number of up to 38 digits, as {@link BigInteger}. */
    public static final Type<BigInteger> BIG_INTEGER = BIG_INTEGER(38);
    /** Document of JSON, as {@link Json}; two are the same if they mean the same. */
    public static final BasicType<Json> JSON = plain(SqlKind.JSON, Json.class);

    private static final Map<Class<?>, Type<?>> BY_CLASS = byClass(
            BOOLEAN,
            TINYINT,
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
            DURATION,
            CHARACTER,
            JSON,
            BIG_INTEGER);

    private static Map<Class<?>, Type<?>> byClass(Type<?>... types) {
        Map<Class<?>, Type<?>> byClass = new HashMap<>();
        for (Type<?> type : types) {
            byClass.put(type.javaClass(), type);
        }
        return byClass;
    }

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
     * Text of a fixed number of characters. Spaces at its end do not count: they are neither compared nor given back.
     *
     * @param length the number of code points, at least 1
     * @return the type
     * @throws UsageException if the length is not positive
     */
    public static BasicType<String> CHAR(int length) {
        return new BasicType<>(SqlKind.CHAR, TEXTS, positive("CHAR", length), NONE, NONE);
    }

    /**
     * A type that only one database has: an enum or a domain of PostgreSQL, an ENUM of MySQL, an address, a range. Its
     * values are carried as the text that the database reads and writes for them.
     *
     * @param name the type as SQL writes it; it goes into SQL text as it is
     * @return the type
     */
    public static BasicType<String> NATIVE(String name) {
        return new BasicType<>(SqlKind.NATIVE, TEXTS, NONE, NONE, NONE, name);
    }

    /**
     * List of values of one type; elements can be null, the lists read are unmodifiable. PostgreSQL and H2 have it.
     *
     * @param <E> the Java class of the elements
     * @param element the type of the elements
     * @return the type
     * @throws UsageException if the element is an array itself
     */
    public static <E> Type<List<@Nullable E>> ARRAY(Type<E> element) {
        if (element instanceof ConvertedType<E, ?> converted) {
            return converted.listOf();
        }
        if (element.storage().kind() == SqlKind.ARRAY) {
            throw misdefined("ARRAY(" + element + "): an array of arrays is not known");
        }
        return new BasicType<>(SqlKind.ARRAY, new ListValues<>((BasicType<E>) element), NONE, NONE, NONE);
    }

    /**
     * Whole number.
     *
     * @param digits the greatest number of digits, at least 1
     * @return the type
     * @throws UsageException if the number is not positive
     */
    public static Type<BigInteger> BIG_INTEGER(int digits) {
        return converted(BigInteger.class, NUMERIC(digits, 0), BigDecimal::new, BigDecimal::toBigIntegerExact);
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
        return timed(SqlKind.TIMESTAMP, DATE_TIMES, precision);
    }

    /**
     * Time of day with a fraction of a second of a number of digits.
     *
     * @param precision the digits after the second, 0 to 9
     * @return the type
     * @throws UsageException if the precision is out of range
     */
    public static BasicType<LocalTime> TIME(int precision) {
        return timed(SqlKind.TIME, TIMES, precision);
    }

    /**
     * Day and time with offset, held in UTC, with a fraction of a second of a number of digits.
     *
     * @param precision the digits after the second, 0 to 9
     * @return the type
     * @throws UsageException if the precision is out of range
     */
    public static BasicType<OffsetDateTime> TIMESTAMP_TZ(int precision) {
        return timed(SqlKind.TIMESTAMP_TZ, MOMENTS, precision);
    }

    /**
     * Moment with a fraction of a second of a number of digits.
     *
     * @param precision the digits after the second, 0 to 9
     * @return the type
     * @throws UsageException if the precision is out of range
     */
    public static BasicType<Instant> INSTANT(int precision) {
        return timed(SqlKind.INSTANT, INSTANTS, precision);
    }

    private static <J> BasicType<J> timed(SqlKind kind, Values<J> values, int precision) {
        if (precision < 0 || precision > NANOSECONDS) {
            throw misdefined(kind + "(" + precision + "): the precision must be between 0 and " + NANOSECONDS);
        }
        return of(kind, values, precision);
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
     * An enum, stored as a code that each constant has.
     *
     * @param <E> the enum
     * @param <C> the Java class of the codes
     * @param enumClass its class
     * @param code gives the code of a constant, never null
     * @param stored the type of the codes
     * @return the type; reading a code that no constant has throws a UsageException that lists them
     * @throws UsageException if two constants have the same code
     */
    public static <E extends Enum<E>, C> Type<E> enumByCode(
            Class<E> enumClass, Function<? super E, ? extends C> code, Type<C> stored) {
        Map<C, E> byCode = new LinkedHashMap<>();
        for (E constant : enumClass.getEnumConstants()) {
            E other = byCode.put(code.apply(constant), constant);
            if (other != null) {
                throw misdefined(enumClass.getSimpleName() + ": " + other + " and " + constant + " have the same code "
                        + code.apply(constant));
            }
        }
        return converted(enumClass, stored, code, found -> {
            E constant = byCode.get(found);
            if (constant == null) {
                throw new UsageException(
                        "DVT-TYPE-ENUM",
                        "'" + found + "' is the code of no " + enumClass.getSimpleName() + "; there are "
                                + byCode.keySet());
            }
            return constant;
        });
    }

    /**
     * A type over another one, for a class that is immutable: values are kept, not copied.
     *
     * @param <J> the Java class that users see, immutable
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
        return converted(javaClass, stored, toStored, fromStored, UnaryOperator.identity());
    }

    /**
     * A type over another one, for a class whose values can be changed in place.
     *
     * @param <J> the Java class that users see
     * @param <D> the Java class that is stored
     * @param javaClass the class that users see
     * @param stored the type of what is stored
     * @param toStored never given null
     * @param fromStored never given null
     * @param copier makes a copy that does not change with the value; never given null
     * @return the type
     */
    public static <J, D> Type<J> converted(
            Class<J> javaClass,
            Type<D> stored,
            Function<? super J, ? extends D> toStored,
            Function<? super D, ? extends J> fromStored,
            UnaryOperator<J> copier) {
        return new ConvertedType<>(javaClass, stored, toStored, fromStored, copier);
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

    private static long nanoseconds(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException e) {
            throw new UsageException("DVT-TYPE-FIT", "a BIGINT of nanoseconds cannot hold " + duration);
        }
    }

    private static <J> BasicType<J> plain(SqlKind kind, Class<J> javaClass) {
        return of(kind, new PlainValues<>(javaClass), NONE);
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
