package dev.dovetail.testkit.contract;

import dev.dovetail.type.Json;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values of each type: the bounds, what is often got wrong, and others by chance, the same in each run.
 *
 * @param <J> the Java class of the values
 * @param type the type
 * @param bounds values at the bounds; a database need not hold all of them
 * @param others values that every database holds
 * @param order how the database sorts them, null where the type does not promise it
 */
record TypeSamples<J>(
        Type<J> type,
        List<J> bounds,
        List<J> others,
        @Nullable Comparator<? super J> order) {
    private static final long SEED = 20261121;
    private static final int BY_CHANCE = 10;

    private static final String CLEF = "\ud834\udd1e";
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            " a ",
            "a",
            "A",
            "'",
            "\"",
            "\\",
            "`",
            "%_",
            "--",
            "\t\r\n",
            "\u0001",
            "\u0000",
            "a\u0000b",
            "\u00e9",
            "e\u0301",
            "\u20ac",
            CLEF,
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\ufeff",
            "\ufffd",
            "\uffff",
            "\udbff\udfff",
            "\u202eabc",
            "null",
            "NULL",
            "?",
            ":a",
            "$1",
            "{d '2000-01-01'}");

    enum Colour {
        RED,
        GREEN
    }

    /** A class that is changed in place. */
    static final class Counter {
        int count;

        Counter(int count) {
            this.count = count;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Counter counter && counter.count == count;
        }

        @Override
        public int hashCode() {
            return count;
        }
    }

    /** All types that every database has. */
    static List<TypeSamples<?>> everywhere() {
        List<TypeSamples<?>> samples = new ArrayList<>(List.of(
                sorted(Types.BOOLEAN, List.of(true, false), random -> random.nextBoolean()),
                sorted(Types.TINYINT, List.of((byte) 0, Byte.MIN_VALUE, Byte.MAX_VALUE), random ->
                        (byte) random.nextInt()),
                sorted(Types.SMALLINT, List.of((short) 0, Short.MIN_VALUE, Short.MAX_VALUE), random ->
                        (short) random.nextInt()),
                sorted(Types.INTEGER, List.of(0, Integer.MIN_VALUE, Integer.MAX_VALUE), Random::nextInt),
                sorted(Types.BIGINT, List.of(0L, Long.MIN_VALUE, Long.MAX_VALUE, 9007199254740993L), Random::nextLong),
                floats(),
                doubles(),
                sorted(
                        Types.NUMERIC,
                        numbers("0", "1", "-1", "100", "1.5", "0.1", "-0.0001", "99999999999999"),
                        random -> decimal(random, 12, random.nextInt(6))),
                sorted(
                        Types.NUMERIC(10, 2),
                        numbers("0", "0.00", "1", "1.5", "1.50", "-99999999.99", "99999999.99"),
                        random -> decimal(random, 8, 2)),
                samples(
                        Types.NUMERIC(38, 10),
                        numbers("0", "1", "0.0000000001", "9999999999999999999999999999.9999999999"),
                        random -> decimal(random, 37, 10)),
                samples(
                        Types.BIG_INTEGER,
                        List.of(
                                BigInteger.ZERO,
                                BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.ONE),
                                BigInteger.TEN.pow(38).subtract(BigInteger.ONE),
                                BigInteger.TEN.pow(38).negate().add(BigInteger.ONE)),
                        random -> new BigInteger(120, random)),
                samples(Types.BIG_INTEGER(65), List.of(BigInteger.TEN.pow(65).subtract(BigInteger.ONE))),
                samples(Types.CHAR(3), List.of("abc", "ab", "", " a", "\u00e9e\u0301", "DE", "de")),
                samples(Types.VARCHAR(20), texts(20), random -> text(random, random.nextInt(10))),
                samples(Types.VARCHAR(3), List.of("abc", CLEF, "e\u0301e", CLEF + CLEF + CLEF)),
                samples(Types.TEXT, texts(Integer.MAX_VALUE), random -> text(random, random.nextInt(300)))));
        samples.addAll(List.of(
                samples(Types.CHARACTER, List.of('a', ' ', '\'', '\u00e9', '\u20ac', '\0', '\uffff')),
                samples(
                        Types.BINARY(5),
                        List.of(new byte[0], new byte[] {0}, new byte[] {0, 0}, new byte[] {-128, 127, 0, -1, 39})),
                samples(
                        Types.BLOB,
                        List.of(new byte[0], new byte[] {0, -1}, new byte[100_000]),
                        random -> bytes(random, random.nextInt(1000))),
                samples(
                        Types.UUID,
                        List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(Long.MIN_VALUE, Long.MAX_VALUE)),
                        random -> new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong())),
                sorted(
                        Types.DATE,
                        List.of(
                                LocalDate.EPOCH,
                                LocalDate.of(1, 1, 1),
                                LocalDate.of(9999, 12, 31),
                                LocalDate.of(2000, 2, 29),
                                LocalDate.of(1582, 10, 4),
                                LocalDate.of(1582, 10, 10),
                                LocalDate.of(1582, 10, 15),
                                LocalDate.of(-4712, 1, 1),
                                LocalDate.of(10000, 1, 1),
                                LocalDate.of(5874897, 12, 31),
                                LocalDate.MIN,
                                LocalDate.MAX),
                        random -> LocalDate.EPOCH.plusDays(random.nextInt(100_000) - 50_000)),
                sorted(
                        Types.TIME,
                        List.of(
                                LocalTime.MIN,
                                LocalTime.MAX,
                                LocalTime.NOON,
                                LocalTime.of(2, 30),
                                LocalTime.of(0, 0, 0, 1000)),
                        random -> LocalTime.ofNanoOfDay((random.nextLong() >>> 1) % 86_400_000_000_000L)),
                sorted(Types.TIMESTAMP, dateTimes(), TypeSamples::dateTime),
                sorted(Types.TIMESTAMP(0), dateTimes(), TypeSamples::dateTime),
                sorted(Types.TIMESTAMP(3), dateTimes(), TypeSamples::dateTime),
                new TypeSamples<>(
                        Types.TIMESTAMP_TZ,
                        List.of(
                                OffsetDateTime.parse("2019-01-02T03:04:05.123456789+14:00"),
                                OffsetDateTime.parse("2019-01-02T03:04:05.1-18:00"),
                                OffsetDateTime.parse("0001-01-02T00:00:00Z"),
                                OffsetDateTime.parse("9999-12-31T23:59:59.999999Z"),
                                OffsetDateTime.MIN,
                                OffsetDateTime.MAX),
                        byChance(random ->
                                instant(random).atOffset(ZoneOffset.ofTotalSeconds(60 * (random.nextInt(1681) - 840)))),
                        Comparator.comparing(OffsetDateTime::toInstant)),
                sorted(
                        Types.INSTANT,
                        List.of(
                                Instant.EPOCH,
                                Instant.parse("1969-12-31T23:59:59.999999Z"),
                                Instant.parse("1901-12-13T20:45:51Z"),
                                Instant.parse("2038-01-19T03:14:08Z"),
                                Instant.parse("2019-03-31T01:30:00Z"),
                                Instant.parse("2019-10-27T00:30:00Z"),
                                Instant.parse("2019-10-27T01:30:00Z"),
                                Instant.parse("0001-01-01T00:00:00Z"),
                                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                                Instant.MIN,
                                Instant.MAX),
                        TypeSamples::instant),
                sorted(
                        Types.DURATION,
                        List.of(
                                Duration.ZERO,
                                Duration.ofNanos(1),
                                Duration.ofNanos(-1),
                                Duration.ofNanos(Long.MIN_VALUE),
                                Duration.ofNanos(Long.MAX_VALUE)),
                        random -> Duration.ofNanos(random.nextLong())),
                samples(Types.enumByName(Colour.class), List.of(Colour.values())),
                samples(
                        Types.enumByCode(Colour.class, colour -> -colour.ordinal(), Types.INTEGER),
                        List.of(Colour.values())),
                samples(Types.JSON, documents()),
                samples(
                        Types.converted(
                                Counter.class,
                                Types.INTEGER,
                                counter -> counter.count,
                                Counter::new,
                                counter -> new Counter(counter.count)),
                        List.of(new Counter(0), new Counter(7)))));
        return samples;
    }

    /** Types that some databases have. */
    static List<TypeSamples<?>> somewhere() {
        List<TypeSamples<?>> samples = new ArrayList<>();
        for (TypeSamples<?> each : everywhere()) {
            samples.add(each.inArrays());
        }
        samples.add(samples(Types.TIMESTAMP(9), dateTimes(), TypeSamples::dateTime));
        samples.add(samples(Types.BIG_INTEGER(500), List.of(BigInteger.TEN.pow(499))));
        return samples;
    }

    private TypeSamples<List<@Nullable J>> inArrays() {
        List<List<@Nullable J>> lists = new ArrayList<>();
        lists.add(List.of());
        bounds.forEach(value -> lists.add(Arrays.asList(value, null, value)));
        lists.add(Collections.unmodifiableList(others));
        return samples(Types.ARRAY(type), lists);
    }

    private static <J> TypeSamples<J> samples(Type<J> type, List<J> bounds) {
        return new TypeSamples<>(type, bounds, List.of(), null);
    }

    private static <J> TypeSamples<J> samples(Type<J> type, List<J> bounds, Function<Random, J> chance) {
        return new TypeSamples<>(type, bounds, byChance(chance), null);
    }

    private static <J extends Comparable<? super J>> TypeSamples<J> sorted(
            Type<J> type, List<J> bounds, Function<Random, J> chance) {
        return new TypeSamples<>(type, bounds, byChance(chance), Comparator.naturalOrder());
    }

    private static <J> List<J> byChance(Function<Random, J> chance) {
        Random random = new Random(SEED);
        return Stream.generate(() -> chance.apply(random)).limit(BY_CHANCE).toList();
    }

    private static TypeSamples<Float> floats() {
        return sorted(
                Types.REAL,
                List.of(
                        0f,
                        -0f,
                        0.1f,
                        16777217f,
                        Float.MIN_VALUE,
                        Float.MIN_NORMAL,
                        Float.MAX_VALUE,
                        -Float.MAX_VALUE,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY,
                        Float.NaN),
                random -> finite(Float.intBitsToFloat(random.nextInt())));
    }

    private static float finite(float number) {
        return Float.isFinite(number) ? number : 1.5f;
    }

    private static TypeSamples<Double> doubles() {
        return sorted(
                Types.DOUBLE,
                List.of(
                        0.0,
                        -0.0,
                        0.1,
                        1e22,
                        9007199254740993.0,
                        2.2250738585072011e-308,
                        Double.MIN_VALUE,
                        Double.MIN_NORMAL,
                        Double.MAX_VALUE,
                        -Double.MAX_VALUE,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.NaN),
                random -> finite(Double.longBitsToDouble(random.nextLong())));
    }

    private static double finite(double number) {
        return Double.isFinite(number) ? number : 1.5;
    }

    private static List<BigDecimal> numbers(String... numbers) {
        return Arrays.stream(numbers).map(BigDecimal::new).toList();
    }

    private static BigDecimal decimal(Random random, int digits, int scale) {
        BigInteger unscaled = new BigInteger(digits * 3, random);
        return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), scale);
    }

    private static List<String> texts(int length) {
        return TEXTS.stream()
                .filter(text -> text.codePointCount(0, text.length()) <= length)
                .toList();
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int codePoint = random.nextInt(1, random.nextBoolean() ? 0x80 : 0x110000);
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                text.appendCodePoint(codePoint);
            }
        }
        return text.toString();
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<LocalDateTime> dateTimes() {
        return List.of(
                LocalDateTime.parse("1970-01-01T00:00:00"),
                LocalDateTime.parse("2019-01-02T03:04:05.999999999"),
                // Where clocks are put forward there is no such time.
                LocalDateTime.parse("2019-03-31T02:30:00"),
                LocalDateTime.parse("2019-03-10T02:30:00"),
                LocalDateTime.parse("2019-10-27T02:30:00"),
                LocalDateTime.parse("1582-10-10T00:00:00"),
                LocalDateTime.parse("1892-05-01T12:00:00"),
                LocalDateTime.parse("0001-01-01T00:00:00"),
                LocalDateTime.parse("9999-12-31T23:59:59.999999999"),
                LocalDateTime.parse("-4712-01-01T00:00:00"),
                LocalDateTime.parse("+294276-12-31T23:59:59.999999"),
                LocalDateTime.MIN,
                LocalDateTime.MAX);
    }

    private static LocalDateTime dateTime(Random random) {
        return LocalDateTime.ofInstant(instant(random), ZoneOffset.UTC);
    }

    private static Instant instant(Random random) {
        return Instant.EPOCH.plus(random.nextInt(), ChronoUnit.SECONDS).plusNanos(random.nextInt(1_000_000_000));
    }

    private static List<Json> documents() {
        List<Json> documents = new ArrayList<>(List.of(
                Json.of("null"),
                Json.of("true"),
                Json.of("0"),
                Json.of("-0.0"),
                Json.of("1.50"),
                Json.of("1e-5"),
                Json.of("1E+400"),
                Json.of("9007199254740993"),
                Json.of("12345678901234567890123"),
                Json.of("0.1234567890123456789"),
                Json.of("{}"),
                Json.of("[]"),
                Json.of("[1, [2, {\"a\": [null]}]]"),
                Json.of("{\"b\": 1, \"aa\": 2, \"b\": 3, \"\": {}}"),
                Json.of("[\"\\u00e9\\ud834\\udd1e \\/ \\b\\n\"]")));
        for (String text : TEXTS) {
            String escaped = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                    .replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\u0000", "\\u0000")
                    .replace("\u0001", "\\u0001")
                    .replace("\t", "\\t")
                    .replace("\r", "\\r")
                    .replace("\n", "\\n");
            documents.add(Json.of("{\"" + escaped + "\": [\"" + escaped + "\"]}"));
        }
        return documents;
    }
}
