package dev.dovetail.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.TransactionState;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.dialect.RecordedError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads what PostgreSQL reported through its driver, as it was recorded. */
class PostgreSqlErrorsTest {

    static Stream<RecordedError> recorded() throws IOException {
        return RecordedError.beside(PostgreSqlErrorsTest.class);
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void reportsAreRead(RecordedError recorded) {
        recorded.assertRead(PostgreSqlErrors.read(recorded.exception()));
    }

    /** Without the server's fields, only what cannot be mistaken is left. */
    @ParameterizedTest
    @MethodSource("recorded")
    void theMessageAloneGivesTheKind(RecordedError recorded) {
        SQLException error = recorded.exception();
        ErrorReport report = PostgreSqlErrors.read(new SQLException(error.getMessage(), error.getSQLState()));
        if (!List.of("42", "22").contains(error.getSQLState().substring(0, 2))) {
            assertThat(report.kind()).isEqualTo(PostgreSqlErrors.read(error).kind());
        }
        assertThat(report.table()).isNull();
        assertThat(report.columns()).isEmpty();
        assertThat(report.transactionState()).isNull();
    }

    @Test
    void theKeyOfADetailIsReadWhereItCanBeToldApart() {
        assertThat(KeyDetail.of("Key (a, b)=(1, 2) already exists.", null))
                .isEqualTo(new KeyDetail(List.of("a", "b"), List.of("1", "2")));
        assertThat(KeyDetail.of("Schl\u00fcssel \u00bb(a)=(x) (y)\u00ab existiert bereits.", null))
                .isEqualTo(new KeyDetail(List.of("a"), List.of("x) (y")));
        assertThat(KeyDetail.of("Key (a, b)=(1, 2, 3) already exists.", null).values())
                .isEmpty();
        assertThat(KeyDetail.of("Key (a)=(1)) is not present in table \"(t)\".", "(t)"))
                .isEqualTo(new KeyDetail(List.of("a"), List.of("1)")));
        assertThat(KeyDetail.of("Key (a b)=(1) already exists.", null).columns())
                .isEmpty();
    }

    @Test
    void translatedMessagesTellTheSide() {
        SQLException german = new RecordedError(List.of(
                        "fk",
                        "18",
                        "23503",
                        "0",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "x",
                        "Aktualisieren oder L\u00f6schen in Tabelle \u00bbp\u00ab verletzt Fremdschl\u00fcssel-Constraint"
                                + " \u00bbfk\u00ab von Tabelle \u00bbc\u00ab",
                        "Auf Schl\u00fcssel (id)=(1) wird noch aus Tabelle \u00bbc\u00ab verwiesen.",
                        "public",
                        "c",
                        "",
                        "fk"))
                .exception();
        ErrorReport report = PostgreSqlErrors.read(german);
        assertThat(report.side()).isEqualTo(ForeignKeySide.STILL_REFERENCED);
        assertThat(report.table()).isEqualTo("c");
        assertThat(report.target().table()).isEqualTo("p");
        assertThat(report.target().columns()).containsExactly("id");
        assertThat(report.values()).containsExactly("1");
    }

    /** As the server's catalogues of messages have them; languages differ in marks and in the order of the names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "une instruction insert ou update sur la table \u00ab c \u00bb viole la contrainte de cl\u00e9 \u00e9trang\u00e8re \u00ab fk \u00bb"
                        + "|La cl\u00e9 (p_id)=(9) n'est pas pr\u00e9sente dans la table \u00ab p \u00bb.",
                "inserci\u00f3n o actualizaci\u00f3n en la tabla \u00abc\u00bb viola la llave for\u00e1nea \u00abfk\u00bb"
                        + "|La llave (p_id)=(9) no est\u00e1 presente en la tabla \u00abp\u00bb.",
                "Einf\u00fcgen oder Aktualisieren in Tabelle \u00bbc\u00ab verletzt Fremdschl\u00fcssel-Constraint \u00bbfk\u00ab"
                        + "|Schl\u00fcssel (p_id)=(9) ist nicht in Tabelle \u00bbp\u00ab vorhanden.",
                "\u63d2\u5165\u6216\u66f4\u65b0\u8868 \"c\" \u8fdd\u53cd\u5916\u952e\u7ea6\u675f \"fk\""
                        + "|\u952e\u503c\u5bf9(p_id)=(9)\u6ca1\u6709\u5728\u8868\"p\"\u4e2d\u51fa\u73b0.",
                "\u30c6\u30fc\u30d6\u30eb\"c\"\u3078\u306e\u633f\u5165\u3001\u66f4\u65b0\u306f\u5916\u90e8\u30ad\u30fc\u5236\u7d04\"fk\"\u306b\u9055\u53cd\u3057\u3066\u3044\u307e\u3059"
                        + "|\u30c6\u30fc\u30d6\u30eb\"p\"\u306b\u30ad\u30fc(p_id)=(9)\u304c\u3042\u308a\u307e\u305b\u3093"
            })
    void translatedMessagesOfAMissingParent(String message, String detail) {
        ErrorReport report = PostgreSqlErrors.read(new RecordedError(List.of(
                        "fk", "18", "23503", "0", "", "", "", "", "", "", "", "x", message, detail, "public", "c", "",
                        "fk"))
                .exception());
        assertThat(report.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
        assertThat(report.columns()).containsExactly("p_id");
        assertThat(report.values()).containsExactly("9");
        assertThat(report.target().table()).isEqualTo("p");
    }

    @Test
    void onlyAnErrorOfTheServerSpoilsTheTransaction() throws IOException {
        SQLException server = recorded().findFirst().orElseThrow().exception();
        assertThat(PostgreSqlErrors.read(server).transactionState()).isEqualTo(TransactionState.FAILED);
        assertThat(PostgreSqlErrors.read(new SQLException("x", "07006")).transactionState())
                .isNull();
    }

    @Test
    void theRowOfABatch() throws IOException {
        SQLException batch = recorded()
                .filter(recorded -> recorded.toString().startsWith("batch_insert"))
                .findFirst()
                .orElseThrow()
                .exception();
        assertThat(PostgreSqlErrors.read(batch).row()).isEqualTo(2);
    }

    @Test
    void anUnknownCodeIsNotGuessedAt() {
        assertThat(PostgreSqlErrors.read(new SQLException("x", "23ZZZ")).kind()).isEqualTo(ErrorKind.UNKNOWN);
        assertThat(PostgreSqlErrors.read(new SQLException((String) null)).kind())
                .isEqualTo(ErrorKind.UNKNOWN);
    }
}
