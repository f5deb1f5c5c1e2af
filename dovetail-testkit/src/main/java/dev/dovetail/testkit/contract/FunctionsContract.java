package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Functions.abs;
import static dev.dovetail.sql.Functions.bitAnd;
import static dev.dovetail.sql.Functions.bitNot;
import static dev.dovetail.sql.Functions.bitOr;
import static dev.dovetail.sql.Functions.bitXor;
import static dev.dovetail.sql.Functions.ceiling;
import static dev.dovetail.sql.Functions.currentDate;
import static dev.dovetail.sql.Functions.currentTime;
import static dev.dovetail.sql.Functions.currentTimestamp;
import static dev.dovetail.sql.Functions.day;
import static dev.dovetail.sql.Functions.daysBetween;
import static dev.dovetail.sql.Functions.exp;
import static dev.dovetail.sql.Functions.floor;
import static dev.dovetail.sql.Functions.greatest;
import static dev.dovetail.sql.Functions.hour;
import static dev.dovetail.sql.Functions.json;
import static dev.dovetail.sql.Functions.least;
import static dev.dovetail.sql.Functions.length;
import static dev.dovetail.sql.Functions.ln;
import static dev.dovetail.sql.Functions.localTimestamp;
import static dev.dovetail.sql.Functions.matches;
import static dev.dovetail.sql.Functions.minute;
import static dev.dovetail.sql.Functions.month;
import static dev.dovetail.sql.Functions.nullIf;
import static dev.dovetail.sql.Functions.padEnd;
import static dev.dovetail.sql.Functions.padStart;
import static dev.dovetail.sql.Functions.plus;
import static dev.dovetail.sql.Functions.plusDays;
import static dev.dovetail.sql.Functions.plusMonths;
import static dev.dovetail.sql.Functions.position;
import static dev.dovetail.sql.Functions.power;
import static dev.dovetail.sql.Functions.random;
import static dev.dovetail.sql.Functions.replace;
import static dev.dovetail.sql.Functions.replaceMatches;
import static dev.dovetail.sql.Functions.round;
import static dev.dovetail.sql.Functions.second;
import static dev.dovetail.sql.Functions.shiftLeft;
import static dev.dovetail.sql.Functions.shiftRight;
import static dev.dovetail.sql.Functions.sign;
import static dev.dovetail.sql.Functions.sqrt;
import static dev.dovetail.sql.Functions.substring;
import static dev.dovetail.sql.Functions.trim;
import static dev.dovetail.sql.Functions.trimEnd;
import static dev.dovetail.sql.Functions.trimStart;
import static dev.dovetail.sql.Functions.truncateToDay;
import static dev.dovetail.sql.Functions.truncateToHour;
import static dev.dovetail.sql.Functions.truncateToMinute;
import static dev.dovetail.sql.Functions.truncateToMonth;
import static dev.dovetail.sql.Functions.truncateToYear;
import static dev.dovetail.sql.Functions.year;
import static dev.dovetail.sql.Sql.and;
import static dev.dovetail.sql.Sql.caseOf;
import static dev.dovetail.sql.Sql.cast;
import static dev.dovetail.sql.Sql.coalesce;
import static dev.dovetail.sql.Sql.condition;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.not;
import static dev.dovetail.sql.Sql.number;
import static dev.dovetail.sql.Sql.or;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.text;
import static dev.dovetail.sql.Sql.typeCoerce;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.sql.Sql.when;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.BOOLEAN;
import static dev.dovetail.type.Types.DATE;
import static dev.dovetail.type.Types.DOUBLE;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.NUMERIC;
import static dev.dovetail.type.Types.TIMESTAMP;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dovetail.DatabaseException;
import dev.dovetail.compile.Capability;
import dev.dovetail.engine.Connection;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.NumericOperand;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.TextOperand;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.testkit.Shows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Operators and functions mean the same everywhere. */
public class FunctionsContract {

    private static final Table PAGE = Table.of(
            "page",
            column("id", INTEGER).primaryKey(),
            column("title", VARCHAR(50)),
            column("nothing", VARCHAR(50)),
            column("doc", VARCHAR(200)),
            column("views", BIGINT),
            column("price", NUMERIC(9, 3)),
            column("weight", DOUBLE),
            column("active", BOOLEAN),
            column("born", DATE),
            column("changed", TIMESTAMP(6)));
    private static final TableSource T = table(PAGE);
    private static final ColumnRef<Integer> ID = T.col("id", Integer.class);
    private static final TextOperand TITLE = T.text("title");
    private static final TextOperand NOTHING = T.text("nothing");
    private static final TextOperand DOC = T.text("doc");
    private static final NumericOperand<Long> VIEWS = T.number("views", Long.class);
    private static final NumericOperand<BigDecimal> PRICE = T.number("price", BigDecimal.class);
    private static final NumericOperand<Double> WEIGHT = T.number("weight", Double.class);
    private static final ColumnRef<Boolean> ACTIVE = T.col("active", Boolean.class);
    private static final ColumnRef<LocalDate> BORN = T.col("born", LocalDate.class);
    private static final ColumnRef<LocalDateTime> CHANGED = T.col("changed", LocalDateTime.class);
    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);
    private static final LocalDateTime TIME = LocalDateTime.of(2024, 1, 31, 13, 14, 15, 123_456_000);

    /** Makes the tests; JUnit calls it. */
    public FunctionsContract() {}

    @BeforeEach
    void createTable(Database database) {
        database.create(PAGE);
        database.engine()
                .transaction(connection -> connection.execute(insertInto(PAGE)
                        .set(ID, 1)
                        .set(TITLE, "a_B%c\\/'é")
                        .set(NOTHING, (String) null)
                        .set(DOC, "{\"a\": {\"b\": [10, \"x\", true, null]}, \"c d\": 1.5}")
                        .set(VIEWS, -7L)
                        .set(PRICE, new BigDecimal("2.500"))
                        .set(WEIGHT, 2.25)
                        .set(ACTIVE, true)
                        .set(BORN, DAY)
                        .set(CHANGED, TIME)));
    }

    private static <V> @Nullable V eval(Connection connection, Operand<V> operand) {
        return connection.list(select(operand).from(T)).get(0);
    }

    /** Checks that come out together, so that a run shows all that a database does otherwise. */
    private static final class Checks implements AutoCloseable {
        private final Connection connection;
        private final SoftAssertions softly = new SoftAssertions();

        Checks(Database database) {
            connection = database.engine().connect();
        }

        <V> Checks that(Operand<V> operand, @Nullable V expected) {
            Object actual;
            try {
                actual = eval(connection, operand);
            } catch (DatabaseException e) {
                softly.fail(operand.expression() + ": " + e.getMessage());
                connection.rollback();
                return this;
            }
            softly.assertThatCode(() -> {
                        if (actual instanceof BigDecimal decimal && expected instanceof BigDecimal other) {
                            assertThat(decimal).isEqualByComparingTo(other);
                        } else if (actual instanceof Double number && expected instanceof Double other) {
                            assertThat(number).isCloseTo(other, within(1e-9));
                        } else {
                            assertThat(actual).isEqualTo(expected);
                        }
                    })
                    .as(operand.expression().toString())
                    .doesNotThrowAnyException();
            connection.rollback();
            return this;
        }

        @Override
        public void close() {
            connection.close();
            softly.assertAll();
        }
    }

    @EveryDatabase
    void comparesNullLikeAValue(Database database) {
        try (Checks check = new Checks(database)) {
            check.that(TITLE.isDistinctFrom((String) null), true)
                    .that(NOTHING.isDistinctFrom((String) null), false)
                    .that(NOTHING.isDistinctFrom("a"), true)
                    .that(NOTHING.isNotDistinctFrom((String) null), true)
                    .that(NOTHING.isNotDistinctFrom(TITLE), false)
                    .that(not(NOTHING.isNotDistinctFrom(TITLE)), true)
                    .that(VIEWS.isNotDistinctFrom(-7L), true);
        }
    }

    @EveryDatabase
    void listsOfAnyLength(Database database) {
        try (Checks check = new Checks(database)) {
            check.that(VIEWS.in(List.of()), false)
                    .that(VIEWS.notIn(List.of()), true)
                    .that(NOTHING.in(List.of()), false)
                    .that(NOTHING.notIn(List.of()), true);
            for (int size : new int[] {1, 2, 3, 5, 100, 1025}) {
                List<Long> values =
                        IntStream.range(0, size).mapToObj(i -> -7L - i).toList();
                check.that(VIEWS.in(values), true).that(VIEWS.notIn(values), false);
                List<Long> others = values.stream().map(v -> v - 1).toList();
                check.that(VIEWS.in(others), false).that(VIEWS.notIn(others), true);
            }
        }
    }

    @EveryDatabase
    void listsShareStatements(Database database) {
        try (Connection connection = database.engine().connect()) {
            long before = database.engine().statistics().cacheMisses();
            for (int size = 1; size <= 300; size++) {
                connection.list(select(ID)
                        .from(T)
                        .where(ID.in(IntStream.range(0, size).boxed().toList())));
            }
            assertThat(database.engine().statistics().cacheMisses() - before).isLessThanOrEqualTo(10);
        }
    }

    @EveryDatabase
    @Shows(Capability.ILIKE)
    void findsTexts(Database database) {
        try (Checks check = new Checks(database)) {
            check.that(TITLE.contains("_B%"), true)
                    .that(TITLE.contains("_B_"), false)
                    .that(TITLE.contains("\\/"), true)
                    .that(TITLE.contains("'"), true)
                    .that(TITLE.contains("\\_"), false)
                    .that(TITLE.startsWith("a_"), true)
                    .that(TITLE.startsWith("a%"), false)
                    .that(TITLE.endsWith("é"), true)
                    .that(TITLE.endsWith("\\"), false)
                    .that(TITLE.like("a_B%é"), true)
                    .that(TITLE.like("%\\/%"), true)
                    .that(TITLE.like("%\\"), false)
                    .that(TITLE.like("%c\\\\%"), false)
                    .that(TITLE.notLike("b%"), true)
                    .that(TITLE.like(NOTHING), null)
                    .that(TITLE.ilike("A_b%"), true)
                    .that(TITLE.ilike("%\\/%"), true)
                    .that(TITLE.notIlike("A_b%"), false);
        }
    }

    @EveryDatabase
    void handlesTexts(Database database) {
        try (Checks check = new Checks(database)) {
            check.that(TITLE.concat("!"), "a_B%c\\/'é!")
                    .that(TITLE.concat(NOTHING), null)
                    .that(text(value("<")).concat(TITLE.lower()).concat(">"), "<a_b%c\\/'é>")
                    .that(length(TITLE), 9)
                    .that(length(NOTHING), null)
                    .that(substring(TITLE, 2, 3), "_B%")
                    .that(substring(TITLE, 8, 30), "'é")
                    .that(trim(text(value(" a ")).concat(" ")), "a")
                    .that(trimStart(value(" a ")), "a ")
                    .that(trimEnd(value(" a ")), " a")
                    .that(replace(TITLE, "B%", ""), "a_c\\/'é")
                    .that(position(TITLE, "%"), 4)
                    .that(position(TITLE, "?"), 0)
                    .that(coalesce(NOTHING, "none"), "none")
                    .that(coalesce(value("a", VARCHAR(1)), "b"), "a")
                    .that(coalesce(value("a"), value("b")), "a")
                    .that(coalesce(NOTHING, "no").concat("ne"), "none")
                    .that(nullIf(TITLE, "x"), "a_B%c\\/'é")
                    .that(nullIf(VIEWS, -7L), null);
        }
    }

    @EveryDatabase
    @Requires(Capability.PADDING)
    void fillsTexts(Database database) {
        try (Connection connection = database.engine().connect()) {
            assertThat(eval(connection, padStart(value("7"), 3, "0"))).isEqualTo("007");
            assertThat(eval(connection, padEnd(value("abc"), 2, "."))).isEqualTo("ab");
        }
    }

    @EveryDatabase
    @Requires(Capability.REGULAR_EXPRESSIONS)
    void searchesByRegularExpressions(Database database) {
        try (Connection connection = database.engine().connect()) {
            assertThat(eval(connection, matches(TITLE, "^a.B"))).isTrue();
            assertThat(eval(connection, matches(TITLE, "^b"))).isFalse();
            assertThat(eval(connection, replaceMatches(value("a1b22"), "[0-9]+", "#")))
                    .isEqualTo("a#b#");
        }
    }

    @EveryDatabase
    void computes(Database database) {
        try (Checks check = new Checks(database)) {
            check.that(VIEWS.dividedBy(2), -3L)
                    .that(VIEWS.modulo(3), -1L)
                    .that(VIEWS.modulo(VIEWS.minus(1)), -7L)
                    .that(VIEWS.negated(), 7L)
                    .that(VIEWS.negated().negated().minus(VIEWS.negated()), -14L)
                    .that(number(value(7)).dividedBy(2), 3)
                    .that(number(value(7)).plus(2).times(2), 18)
                    .that(PRICE.times(2), new BigDecimal("5"))
                    .that(WEIGHT.dividedBy(2), 1.125)
                    .that(abs(VIEWS), 7L)
                    .that(floor(WEIGHT), 2.0)
                    .that(ceiling(WEIGHT), 3.0)
                    .that(ceiling(PRICE), new BigDecimal("3"))
                    .that(round(PRICE, 0), new BigDecimal("3"))
                    .that(round(WEIGHT.plus(0.01), 1), 2.3)
                    .that(sign(VIEWS), -1)
                    .that(power(WEIGHT, 2), 5.0625)
                    .that(sqrt(WEIGHT), 1.5)
                    .that(exp(value(0.0)), 1.0)
                    .that(ln(value(1.0)), 0.0)
                    .that(random().ge(0).and(random().lt(1)), true)
                    .that(greatest(VIEWS, value(3L), value(2L)), 3L)
                    .that(least(VIEWS, value(3L)), -7L)
                    .that(greatest(value(1), value(2)), 2);
        }
    }

    @EveryDatabase
    @Requires(Capability.DECIMAL_MODULO)
    void restsOfDecimals(Database database) {
        try (Connection connection = database.engine().connect()) {
            assertThat(eval(connection, PRICE.modulo(2))).isEqualByComparingTo("0.5");
        }
    }

    @EveryDatabase
    void countsBits(Database database) {
        try (Checks check = new Checks(database)) {
            NumericOperand<Integer> six = number(value(6));
            check.that(bitAnd(six, 3), 2)
                    .that(bitOr(six, 3), 7)
                    .that(bitXor(six, 3), 5)
                    .that(bitXor(VIEWS, 3L), -7L ^ 3L)
                    .that(bitNot(VIEWS), 6L)
                    .that(shiftLeft(six, 2), 24)
                    .that(shiftRight(six, 1), 3);
        }
    }

    @EveryDatabase
    void chooses(Database database) {
        try (Checks check = new Checks(database)) {
            check.that(when(VIEWS.lt(0), "less").otherwise("more"), "less")
                    .that(when(VIEWS.gt(0), "more").end(), null)
                    .that(caseOf(VIEWS).when(-8L, "eight").when(-7L, "seven").otherwise("other"), "seven")
                    .that(caseOf(TITLE).when("x", 1).end(), null)
                    .that(condition(ACTIVE).and(VIEWS.lt(0)), true)
                    .that(not(ACTIVE), false)
                    .that(VIEWS.lt(0).eq(ACTIVE), true)
                    .that(or(and(VIEWS.gt(0), TITLE.isNull()), NOTHING.eq("a")), null)
                    .that(ACTIVE.eq(true), true);
        }
        try (Connection connection = database.engine().connect()) {
            assertThat(connection.list(select(ID).from(T).where(ACTIVE))).containsExactly(1);
            assertThat(connection.list(select(ID).from(T).where(not(ACTIVE)))).isEmpty();
        }
    }

    @EveryDatabase
    void casts(Database database) {
        try (Checks check = new Checks(database)) {
            check.that(cast(VIEWS, VARCHAR(20)), "-7")
                    .that(cast(value("12"), INTEGER), 12)
                    .that(cast(value("12"), BIGINT), 12L)
                    .that(cast(value("1.25"), NUMERIC(6, 2)), new BigDecimal("1.25"))
                    .that(cast(value("0.5"), DOUBLE), 0.5)
                    .that(cast(value("2024-01-31"), DATE), DAY)
                    .that(typeCoerce(VIEWS, INTEGER), -7);
        }
    }

    @EveryDatabase
    void takesTimesApart(Database database) {
        try (Checks check = new Checks(database)) {
            check.that(year(BORN), 2024)
                    .that(month(BORN), 1)
                    .that(day(BORN), 31)
                    .that(year(CHANGED), 2024)
                    .that(hour(CHANGED), 13)
                    .that(minute(CHANGED), 14)
                    .that(second(CHANGED), 15)
                    .that(truncateToYear(CHANGED), LocalDateTime.of(2024, 1, 1, 0, 0))
                    .that(truncateToMonth(CHANGED), LocalDateTime.of(2024, 1, 1, 0, 0))
                    .that(truncateToDay(CHANGED), LocalDateTime.of(2024, 1, 31, 0, 0))
                    .that(truncateToHour(CHANGED), LocalDateTime.of(2024, 1, 31, 13, 0))
                    .that(truncateToMinute(CHANGED), LocalDateTime.of(2024, 1, 31, 13, 14))
                    .that(plusDays(BORN, 1), LocalDate.of(2024, 2, 1))
                    .that(plusDays(BORN, -31), LocalDate.of(2023, 12, 31))
                    .that(plusMonths(BORN, 1), LocalDate.of(2024, 2, 29))
                    .that(daysBetween(BORN, value(LocalDate.of(2024, 3, 1))), 30)
                    .that(plusDays(value(DAY), 1), LocalDate.of(2024, 2, 1));
        }
    }

    @EveryDatabase
    @Requires(Capability.TIMESTAMP_ARITHMETIC)
    void movesTimes(Database database) {
        try (Connection connection = database.engine().connect()) {
            Duration duration = Duration.ofDays(1).plusNanos(1_000);
            assertThat(eval(connection, plus(CHANGED, duration))).isEqualTo(TIME.plus(duration));
            assertThat(eval(connection, plus(CHANGED, Duration.ofHours(-14)))).isEqualTo(TIME.minusHours(14));
        }
    }

    @EveryDatabase
    void knowsTheTime(Database database) {
        try (Connection connection = database.engine().connect()) {
            assertThat(eval(connection, currentTimestamp()))
                    .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(5));
            assertThat(eval(connection, localTimestamp())).isNotNull();
            assertThat(eval(connection, currentTime())).isNotNull();
            assertThat(eval(connection, currentDate())).isAfter(LocalDate.of(2020, 1, 1));
        }
    }

    @EveryDatabase
    @Requires(Capability.COLLATE)
    void collates(Database database) {
        try (Connection connection = database.engine().connect()) {
            String collation = switch (database.dialect().name()) {
                case "SQLite" -> "NOCASE";
                case "PostgreSQL" -> "C";
                default -> "utf8mb4_general_ci";
            };
            assertThat(eval(connection, TITLE.collate(collation).gt("A"))).isTrue();
        }
    }

    @EveryDatabase
    @Requires(Capability.JSON_PATHS)
    void looksIntoJson(Database database) {
        try (Checks check = new Checks(database)) {
            check.that(json(DOC).member("a").member("b").element(1).text(), "x")
                    .that(json(DOC).member("a").member("b").element(0).text(), "10")
                    .that(json(DOC).member("a").member("b").element(0).number(INTEGER), 10)
                    .that(json(DOC).member("a").member("b").element(2).text(), "true")
                    .that(json(DOC).member("a").member("b").element(3).text(), null)
                    .that(json(DOC).member("a").member("no").text(), null)
                    .that(json(DOC).member("c d").number(NUMERIC(5, 2)), new BigDecimal("1.5"));
        }
    }
}
