package dev.dovetail.engine;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.DataException;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes into SQLite comes out again, sorts as in Java, and is refused where it would not. */
class SqliteTypesTest {

    // Of two parameters, the edge cases would be more than these tries; the limits have tests of their own.
    private static final int TRIES = 300;

    private static final Table VALUES = Table.of(
            "val",
            column("a_boolean", Types.BOOLEAN),
            column("a_smallint", Types.SMALLINT),
            column("an_integer", Types.INTEGER),
            column("a_bigint", Types.BIGINT),
            column("a_real", Types.REAL),
            column("a_double", Types.DOUBLE),
            column("a_price", Types.NUMERIC(15, 4)),
            column("a_numeric", Types.NUMERIC),
            column("a_long_numeric", Types.NUMERIC(60, 30)),
            column("a_big", Types.BIG_INTEGER),
            column("a_text", Types.TEXT),
            column("a_blob", Types.BLOB),
            column("a_uuid", Types.UUID),
            column("a_date", Types.DATE),
            column("a_time", Types.TIME),
            column("a_timestamp", Types.TIMESTAMP),
            column("a_fine_timestamp", Types.TIMESTAMP(9)),
            column("a_moment", Types.TIMESTAMP_TZ),
            column("an_instant", Types.INSTANT));
    private static final TableSource SOURCE = table(VALUES);

    private static Engine engine;
    private static Connection connection;

    @BeforeAll
    @BeforeContainer
    static void open() {
        engine = Engine.create("jdbc:sqlite::memory:");
        MetaData.of(VALUES).createAll(engine);
        connection = engine.connect();
    }

    @AfterAll
    @AfterContainer
    static void close() {
        connection.close();
        engine.close();
    }

    private static <T> void assertSurvives(String name, Class<T> javaClass, T value) {
        Column<T> column = VALUES.column(name, javaClass);
        Type<T> type = column.type();
        connection.execute(deleteFrom(VALUES));
        connection.execute(insertInto(VALUES).set(column, value));
        T read = connection.one(select(SOURCE.col(column)).from(SOURCE));
        assertThat(type.same(value, read)).as("%s came back as %s", value, read).isTrue();
        // The value that is compared with goes the same way as the one that was stored.
        assertThat(connection.list(select(SOURCE.col(column))
                        .from(SOURCE)
                        .where(SOURCE.col(column).eq(value))))
                .hasSize(1);
    }

    private static <T extends Comparable<? super T>> void assertSorts(String name, Class<T> javaClass, T a, T b) {
        Column<T> column = VALUES.column(name, javaClass);
        connection.execute(deleteFrom(VALUES));
        connection.execute(insertInto(VALUES).set(column, a));
        boolean less = !connection
                .list(select(SOURCE.col(column))
                        .from(SOURCE)
                        .where(SOURCE.col(column).lt(b)))
                .isEmpty();
        assertThat(less)
                .as("%s < %s", a, b)
                .isEqualTo(column.type().atPrecision(a).compareTo(column.type().atPrecision(b)) < 0);
    }

    @Test
    void nulls() {
        connection.execute(deleteFrom(VALUES));
        connection.execute(sql("INSERT INTO val DEFAULT VALUES"));
        assertThat(connection.one(Sql.selectFrom(SOURCE)).toString()).matches("\\[null(, null)*]");
        for (Column<?> column : VALUES.columns()) {
            setNull(column);
        }
    }

    private static <T> void setNull(Column<T> column) {
        connection.execute(deleteFrom(VALUES));
        connection.execute(insertInto(VALUES).set(column, (T) null));
        assertThat(connection.<Long>one(select(Sql.countAll())
                        .from(SOURCE)
                        .where(SOURCE.col(column).isNull())))
                .isEqualTo(1L);
    }

    @Property(tries = TRIES)
    void smallIntegers(@ForAll boolean bool, @ForAll short small) {
        assertSurvives("a_boolean", Boolean.class, bool);
        assertSurvives("a_smallint", Short.class, small);
    }

    @Property(tries = TRIES)
    void integers(@ForAll int integer) {
        assertSurvives("an_integer", Integer.class, integer);
    }

    @Property(tries = TRIES)
    void longs(@ForAll long big) {
        assertSurvives("a_bigint", Long.class, big);
    }

    @Property(tries = TRIES)
    void bigIntegers(@ForAll BigInteger any) {
        assertSurvives("a_big", BigInteger.class, any);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void floatingPoint(@ForAll float real, @ForAll double number) {
        assertSurvives("a_real", Float.class, real);
        assertSurvives("a_double", Double.class, number);
    }

    @Test
    void limitsOfUuids() {
        assertSurvives("a_uuid", UUID.class, new UUID(0, 0));
        assertSurvives("a_uuid", UUID.class, new UUID(-1, -1));
        assertSurvives("a_uuid", UUID.class, new UUID(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    @Test
    void limitsOfFloatingPoint() {
        assertSurvives("a_real", Float.class, Float.MIN_VALUE);
        assertSurvives("a_real", Float.class, Float.MAX_VALUE);
        for (double number : new double[] {
            0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        }) {
            assertSurvives("a_double", Double.class, number);
        }
        assertThatThrownBy(() -> assertSurvives("a_double", Double.class, Double.NaN))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("NaN");
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void decimals(
            @ForAll @Scale(4) @BigRange(min = "-99999999999.9999", max = "99999999999.9999") BigDecimal price,
            @ForAll @Scale(4) @BigRange(min = "-99999999999.9999", max = "99999999999.9999") BigDecimal other) {
        assertSurvives("a_price", BigDecimal.class, price);
        assertSorts("a_price", BigDecimal.class, price, other);
        assertThat(connection.<BigDecimal>one(select(Sql.value(price, Types.NUMERIC(15, 4)))))
                .isEqualTo(price);
    }

    @Property(tries = TRIES)
    void decimalsWithoutAPrecision(@ForAll BigDecimal any) {
        BigDecimal fifteenDigits = any.round(new MathContext(15));
        Assume.that(fifteenDigits.precision() - fifteenDigits.scale() < 300);
        assertSurvives("a_numeric", BigDecimal.class, fifteenDigits);
    }

    @Test
    void limitsOfDecimals() {
        for (String number : List.of("99999999999.9999", "-99999999999.9999", "0.0001", "0", "0.0000")) {
            assertSurvives("a_price", BigDecimal.class, new BigDecimal(number));
        }
        for (String number :
                List.of("1E+40", "1E-40", "0.1", "999999999999999", "9223372036854775807", "0.30000000000001")) {
            assertSurvives("a_numeric", BigDecimal.class, new BigDecimal(number));
        }
        for (String number : List.of("9223372036854775808", "0.1234567890123456", "1E+1000000000", "1E-1000000000")) {
            assertThatThrownBy(() -> assertSurvives("a_numeric", BigDecimal.class, new BigDecimal(number)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("exactly only as text");
        }
        for (String number : List.of(
                "1234567890123456789012345678.123456789012345678901234567891",
                "0.1",
                "-100",
                "0",
                "1000000069.0111001")) {
            assertSurvives("a_long_numeric", BigDecimal.class, new BigDecimal(number));
        }
    }

    @Test
    void aSumIsComparedAsANumber() {
        connection.execute(deleteFrom(VALUES));
        Column<BigDecimal> price = VALUES.column("a_price", BigDecimal.class);
        connection.execute(insertInto(VALUES).set(price, new BigDecimal("9.5")));
        assertThat(connection.list(select(Sql.sum(SOURCE.number("a_price", BigDecimal.class)))
                        .from(SOURCE)
                        .having(Sql.sum(SOURCE.number("a_price", BigDecimal.class))
                                .gt(new BigDecimal("10")))))
                .isEmpty();
    }

    @Property(tries = TRIES)
    void text(@ForAll("texts") String text) {
        assertSurvives("a_text", String.class, text);
    }

    @Property(tries = TRIES)
    void bytes(@ForAll byte[] bytes) {
        assertSurvives("a_blob", byte[].class, bytes);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }

    @Test
    void textOfAllPlanes() {
        assertSurvives("a_text", String.class, "");
        assertSurvives("a_text", String.class, "\uD834\uDD1E e\u0301 \u202Eabc \0 '\" ; --");
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void uuids(@ForAll long high, @ForAll long low) {
        assertSurvives("a_uuid", UUID.class, new UUID(high, low));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void times(@ForAll("dateTimes") LocalDateTime a, @ForAll("dateTimes") LocalDateTime b) {
        assertSurvives("a_date", LocalDate.class, a.toLocalDate());
        assertSorts("a_date", LocalDate.class, a.toLocalDate(), b.toLocalDate());
        assertSurvives("a_time", LocalTime.class, a.toLocalTime());
        assertSorts("a_time", LocalTime.class, a.toLocalTime(), b.toLocalTime());
        assertSurvives("a_timestamp", LocalDateTime.class, a);
        assertSurvives("a_fine_timestamp", LocalDateTime.class, a);
        assertThat(connection.<LocalDateTime>one(select(SOURCE.col("a_fine_timestamp", LocalDateTime.class))
                        .from(SOURCE)))
                .isEqualTo(a);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void instants(@ForAll("dateTimes") LocalDateTime a, @ForAll("dateTimes") LocalDateTime b) {
        assertSurvives("an_instant", Instant.class, a.toInstant(ZoneOffset.UTC));
        assertSorts("an_instant", Instant.class, a.toInstant(ZoneOffset.UTC), b.toInstant(ZoneOffset.UTC));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void moments(@ForAll("dateTimes") LocalDateTime time, @ForAll("offsets") ZoneOffset offset) {
        assertSurvives("a_moment", OffsetDateTime.class, time.atOffset(offset));
    }

    @Provide
    Arbitrary<LocalDateTime> dateTimes() {
        long first = LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        long last = LocalDateTime.of(9998, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);
        return Arbitraries.longs()
                .between(first, last)
                .flatMap(second -> Arbitraries.oneOf(
                                Arbitraries.just(0), Arbitraries.integers().between(0, 999_999_999))
                        .map(nano -> LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC)));
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.integers()
                .between(-18 * 60, 18 * 60)
                .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    @Test
    void limitsOfTimes() {
        assertSurvives("a_date", LocalDate.class, LocalDate.of(0, 1, 1));
        assertSurvives("a_date", LocalDate.class, LocalDate.of(9999, 12, 31));
        assertSurvives("a_time", LocalTime.class, LocalTime.MIN);
        assertSurvives("a_time", LocalTime.class, LocalTime.MAX);
        for (LocalDate day : List.of(LocalDate.MIN, LocalDate.MAX, LocalDate.of(10000, 1, 1), LocalDate.of(-1, 1, 1))) {
            assertThatThrownBy(() -> assertSurvives("a_date", LocalDate.class, day))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("0000 to 9999");
        }
        for (Instant moment : List.of(Instant.MIN, Instant.MAX)) {
            assertThatThrownBy(() -> assertSurvives("an_instant", Instant.class, moment))
                    .isInstanceOf(DataException.class);
        }
    }

    @Test
    void timesLieAsSqlitesOwnFunctionsWriteThem() {
        connection.execute(deleteFrom(VALUES));
        connection.execute(insertInto(VALUES)
                .set(
                        VALUES.column("a_timestamp", LocalDateTime.class),
                        LocalDateTime.of(2019, 1, 2, 6, 16, 0, 250_000_000))
                .set(
                        VALUES.column("a_moment", OffsetDateTime.class),
                        OffsetDateTime.parse("2019-01-02T06:16:56+01:00")));
        assertThat(connection.list(sql("SELECT a_timestamp, datetime(a_timestamp), a_moment FROM val")))
                .containsExactly(List.of("2019-01-02 06:16:00.25", "2019-01-02 06:16:00", "2019-01-02 05:16:56"));
    }

    @Test
    void timesThatOthersWroteAreRead() {
        connection.execute(deleteFrom(VALUES));
        connection.execute(sql("INSERT INTO val (a_timestamp, a_moment, an_instant, a_time)"
                + " VALUES ('2019-01-02T06:16', '2019-01-02T06:16:56+01:00', CURRENT_TIMESTAMP, '06:16')"));
        assertThat(connection.<LocalDateTime>one(
                        select(SOURCE.col("a_timestamp", LocalDateTime.class)).from(SOURCE)))
                .isEqualTo(LocalDateTime.of(2019, 1, 2, 6, 16));
        assertThat(connection.<OffsetDateTime>one(
                        select(SOURCE.col("a_moment", OffsetDateTime.class)).from(SOURCE)))
                .isEqualTo(OffsetDateTime.parse("2019-01-02T05:16:56Z"));
        assertThat(connection.<Instant>one(
                        select(SOURCE.col("an_instant", Instant.class)).from(SOURCE)))
                .isBetween(Instant.now().minusSeconds(3600), Instant.now().plusSeconds(3600));
        assertThat(connection.<LocalTime>one(
                        select(SOURCE.col("a_time", LocalTime.class)).from(SOURCE)))
                .isEqualTo(LocalTime.of(6, 16));
    }

    @Test
    void whatCannotBeReadIsReportedAndNotChanged() {
        for (String[] stored : new String[][] {
            {"an_integer", "9999999999"},
            {"a_smallint", "40000"},
            {"a_boolean", "2"},
            {"a_uuid", "'no'"},
            {"a_date", "'2019-02-30'"},
            {"a_time", "'25:00'"},
            {"a_timestamp", "'yesterday'"},
            {"a_numeric", "'ten'"}
        }) {
            connection.execute(deleteFrom(VALUES));
            connection.execute(sql("INSERT INTO val (" + stored[0] + ") VALUES (" + stored[1] + ")"));
            assertThatThrownBy(() -> connection.list(
                            select(SOURCE.col(VALUES.column(stored[0]))).from(SOURCE)))
                    .as(stored[0])
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("is stored where");
        }
    }
}
