package dev.dovetail.type;

import static dev.dovetail.type.Types.BIG_INTEGER;
import static dev.dovetail.type.Types.BINARY;
import static dev.dovetail.type.Types.BLOB;
import static dev.dovetail.type.Types.BOOLEAN;
import static dev.dovetail.type.Types.DATE;
import static dev.dovetail.type.Types.DOUBLE;
import static dev.dovetail.type.Types.INSTANT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.NUMERIC;
import static dev.dovetail.type.Types.TEXT;
import static dev.dovetail.type.Types.TIME;
import static dev.dovetail.type.Types.TIMESTAMP;
import static dev.dovetail.type.Types.TIMESTAMP_TZ;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypesTest {
    private enum Status {
        NEW,
        RETIRED
    }

    @Test
    void typesAreWrittenAsTheyAreDeclared() {
        assertThat(List.of(INTEGER, VARCHAR(255), NUMERIC(10, 2), NUMERIC, TIMESTAMP, TIMESTAMP(0), BINARY(16)))
                .extracting(Type::toString)
                .containsExactly(
                        "INTEGER",
                        "VARCHAR(255)",
                        "NUMERIC(10, 2)",
                        "NUMERIC",
                        "TIMESTAMP(6)",
                        "TIMESTAMP(0)",
                        "BINARY(16)");
        assertThat(Types.enumByName(Status.class)).hasToString("VARCHAR(7) as Status");
    }

    @Test
    void typesThatSayTheSameAreEqual() {
        assertThat(VARCHAR(5))
                .isEqualTo(VARCHAR(5))
                .hasSameHashCodeAs(VARCHAR(5))
                .isNotEqualTo(VARCHAR(6));
        assertThat(TIMESTAMP).isEqualTo(TIMESTAMP(6)).isNotEqualTo(TIMESTAMP(3));
        assertThat(NUMERIC(5, 2)).isNotEqualTo(NUMERIC(5, 1)).isNotEqualTo(NUMERIC);
    }

    @Test
    void typesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> VARCHAR(0)).isInstanceOf(UsageException.class).hasMessageStartingWith("VARCHAR(0)");
        assertThatThrownBy(() -> NUMERIC(2, 3)).hasMessageStartingWith("NUMERIC(2, 3)");
        assertThatThrownBy(() -> NUMERIC(2, -1)).hasMessageStartingWith("NUMERIC(2, -1)");
        assertThatThrownBy(() -> TIMESTAMP(10)).hasMessageStartingWith("TIMESTAMP(10)");
        assertThatThrownBy(() -> BINARY(-1)).hasMessageStartingWith("BINARY(-1)");
    }

    @Test
    void documentsAreTheSameIfTheyMeanTheSame() {
        Json document =
                Json.of(" { \"b\" : [1.0, 1e2, -0.5E-2, true, null, \"\\u0061\\/\\u0001\"], \"a\" : {}, \"b\" : [] } ");
        assertThat(document.text()).isEqualTo("{\"a\":{},\"b\":[]}");
        assertThat(Json.of("[1.0, 1e2, -0.5E-2, \"\\u0061\\/\\u0001\\\"\"]"))
                .isEqualTo(Json.of("[1,100,-0.005,\"a/\\u0001\\\"\"]"))
                .hasToString("[1,100,-0.005,\"a/\\u0001\\\"\"]");
        assertThat(Json.of("1E+100000000")).hasToString("1E+100000000");
        assertThat(Types.JSON.same(Json.of("{\"a\":1,\"b\":2}"), Json.of("{\"b\":2,\"a\":1}")))
                .isTrue();
    }

    @Test
    void whatIsNoDocumentIsRefusedWithoutBeingShown() {
        for (String text : List.of(
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\"}",
                "{a:1}",
                "01",
                "1.",
                ".5",
                "+1",
                "-",
                "NaN",
                "'a'",
                "\"a",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\ud800\"",
                "tru",
                "true false",
                "[1 2]",
                "secret",
                "[".repeat(600) + "]".repeat(600))) {
            assertThatThrownBy(() -> Json.of(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            UsageException.class, e -> assertThat(e.code()).isEqualTo("DVT-TYPE-JSON"))
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void enumsByCode() {
        Type<Status> byCode =
                Types.enumByCode(Status.class, status -> status.name().charAt(0), Types.CHARACTER);
        assertThat(byCode.same(Status.NEW, Status.NEW)).isTrue();
        assertThat(byCode).hasToString("VARCHAR(1) as Character as Status");
        assertThatThrownBy(() -> Types.enumByCode(Status.class, status -> 1, INTEGER))
                .hasMessage("Status: NEW and RETIRED have the same code 1");
    }

    @Test
    void valuesThatCanChangeAreCopied() {
        Type<StringBuilder> type = Types.converted(
                StringBuilder.class, TEXT, StringBuilder::toString, StringBuilder::new, StringBuilder::new);
        StringBuilder value = new StringBuilder("a");
        StringBuilder snapshot = type.snapshot(value);
        value.append("b");
        assertThat(snapshot).hasToString("a");
        assertThat(type.same(value, snapshot)).isFalse();

        List<byte[]> list = new ArrayList<>(List.of(new byte[] {1}));
        List<byte[]> copy = Types.ARRAY(BLOB).snapshot(list);
        list.get(0)[0] = 2;
        list.add(new byte[0]);
        assertThat(copy).hasSize(1).first().isEqualTo(new byte[] {1});
    }

    @Test
    void textOfAFixedLengthHasNoSpacesAtItsEnd() {
        assertThat(Types.CHAR(3).same("a", "a  ")).isTrue();
        assertThat(Types.CHAR(3).atPrecision("a  ")).isEqualTo("a");
        assertThat(Types.CHAR(1).misfit("a  ")).isNull();
        assertThat(Types.CHAR(1).misfit(" a")).isEqualTo("CHAR(1) cannot hold a text of 2 characters");
        assertThat(VARCHAR(3).same("a", "a ")).isFalse();
    }

    @Test
    void halfOfASurrogatePairFitsNowhere() {
        assertThat(TEXT.misfit("a\ud800b")).startsWith("the text has half of a surrogate pair at position 2");
        assertThat(Types.CHARACTER.misfit('\udc00')).startsWith("the text has half of a surrogate pair");
        assertThat(Types.DURATION.misfit(Duration.ofDays(365_000)))
                .startsWith("a BIGINT of nanoseconds cannot hold PT");
    }

    @Test
    void sameIsWhatTheDatabaseTakesForEqual() {
        assertThat(NUMERIC.same(new BigDecimal("1.0"), new BigDecimal("1.00"))).isTrue();
        assertThat(NUMERIC.same(new BigDecimal("1.0"), new BigDecimal("1.01"))).isFalse();
        assertThat(BLOB.same(new byte[] {1, 2}, new byte[] {1, 2})).isTrue();
        assertThat(BLOB.same(new byte[] {1, 2}, new byte[] {1, 3})).isFalse();
        assertThat(DOUBLE.same(0.0, -0.0)).isTrue();
        assertThat(DOUBLE.same(Double.NaN, Double.NaN)).isTrue();
        assertThat(TEXT.same("a", "A")).isFalse();
        assertThat(TEXT.same(null, null)).isTrue();
        assertThat(TEXT.same(null, "")).isFalse();
    }

    @Test
    void timesAreTheSameAtTheirPrecision() {
        LocalDateTime time = LocalDateTime.parse("2019-01-02T06:16:56.123456789");
        assertThat(TIMESTAMP.same(time, time.withNano(123_456_000))).isTrue();
        assertThat(TIMESTAMP.same(time, time.withNano(123_457_000))).isFalse();
        assertThat(TIMESTAMP(0).same(time, time.withNano(0))).isTrue();
        assertThat(TIMESTAMP(9).same(time, time.withNano(123_456_788))).isFalse();
        assertThat(TIME.same(LocalTime.parse("00:00:00.0000001"), LocalTime.MIDNIGHT))
                .isTrue();
        assertThat(INSTANT.same(Instant.parse("2019-01-02T06:16:56.0000009Z"), Instant.parse("2019-01-02T06:16:56Z")))
                .isTrue();
        assertThat(TIMESTAMP_TZ.same(
                        OffsetDateTime.parse("2019-01-02T06:16:56+02:00"),
                        OffsetDateTime.parse("2019-01-02T04:16:56Z")))
                .isTrue();
    }

    @Test
    void instantBeforeTheEpochIsCutDownwards() {
        assertThat(INSTANT.atPrecision(Instant.parse("1969-12-31T23:59:59.9999999Z")))
                .isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
    }

    @Test
    void snapshotIsACopyOfWhatCanChange() {
        byte[] bytes = {1, 2};
        byte[] snapshot = BLOB.snapshot(bytes);
        bytes[0] = 9;
        assertThat(snapshot).containsExactly(1, 2);
        assertThat(BLOB.same(bytes, snapshot)).isFalse();
        String text = "a";
        assertThat(TEXT.snapshot(text)).isSameAs(text);
        assertThat(TEXT.snapshot(null)).isNull();
    }

    @Test
    void whatDoesNotFitIsAnError() {
        assertThat(VARCHAR(3).misfit("abc")).isNull();
        assertThat(VARCHAR(3).misfit("abcd")).isEqualTo("VARCHAR(3) cannot hold a text of 4 characters");
        assertThat(VARCHAR(1).misfit("\ud83d\ude00"))
                .as("one code point, two chars")
                .isNull();
        assertThat(BINARY(2).misfit(new byte[3])).isEqualTo("BINARY(2) cannot hold 3 bytes");
        assertThat(NUMERIC(5, 2).misfit(new BigDecimal("999.99"))).isNull();
        assertThat(NUMERIC(5, 2).misfit(new BigDecimal("1.5000"))).isNull();
        assertThat(NUMERIC(5, 2).misfit(new BigDecimal("0.000"))).isNull();
        assertThat(NUMERIC(5, 2).misfit(new BigDecimal("1E+2"))).isNull();
        assertThat(NUMERIC(5, 2).misfit(new BigDecimal("1000"))).isEqualTo("NUMERIC(5, 2) cannot hold 1000");
        assertThat(NUMERIC(5, 2).misfit(new BigDecimal("0.001"))).isEqualTo("NUMERIC(5, 2) cannot hold 0.001");
        assertThat(NUMERIC.misfit(new BigDecimal("1E-100"))).isNull();
        assertThat(BIG_INTEGER.misfit(BigInteger.TEN.pow(38))).startsWith("NUMERIC(38, 0) cannot hold 1000");
        assertThatThrownBy(() -> VARCHAR(3).check("abcd"))
                .isInstanceOfSatisfying(
                        UsageException.class, e -> assertThat(e.code()).isEqualTo("DVT-TYPE-FIT"));
        VARCHAR(3).check(null);
    }

    @Test
    void valuesOfAnotherClassAreRefused() {
        assertThat(INTEGER.cast(5)).isEqualTo(5);
        assertThat(INTEGER.cast(null)).isNull();
        assertThatThrownBy(() -> INTEGER.cast(5L))
                .isInstanceOf(UsageException.class)
                .hasMessage("INTEGER takes java.lang.Integer, not java.lang.Long");
    }

    @Test
    void typeOfClass() {
        assertThat(Types.of(String.class)).isEqualTo(TEXT);
        assertThat(Types.of(Boolean.class)).isEqualTo(BOOLEAN);
        assertThat(Types.of(LocalDate.class)).isEqualTo(DATE);
        assertThatThrownBy(() -> Types.of(Object.class))
                .hasMessage("java.lang.Object has no type of its own: give the type with the value");
    }

    @Test
    void convertedTypeComparesWhatIsStored() {
        Type<List<String>> words = Types.converted(
                wordsClass(), VARCHAR(5), list -> String.join(" ", list), text -> List.of(text.split(" ")));
        assertThat(words.same(List.of("a b"), List.of("a", "b"))).isTrue();
        assertThat(words.misfit(List.of("abc", "def"))).isEqualTo("VARCHAR(5) cannot hold a text of 7 characters");
        assertThat(words.storage()).isEqualTo(VARCHAR(5));
    }

    @SuppressWarnings("unchecked") // there is no class literal for a list of texts
    private static Class<List<String>> wordsClass() {
        return (Class<List<String>>) (Class<?>) List.class;
    }
}
