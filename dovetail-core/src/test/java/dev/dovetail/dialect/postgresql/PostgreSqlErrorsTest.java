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
