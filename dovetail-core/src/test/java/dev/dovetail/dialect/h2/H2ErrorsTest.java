package dev.dovetail.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what a real H2 reported, as it was recorded. */
class H2ErrorsTest {

    static Stream<RecordedError> recorded() throws IOException {
        return RecordedError.beside(H2ErrorsTest.class);
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void reportsAreRead(RecordedError recorded) {
        recorded.assertRead(H2Errors.read(recorded.exception()));
    }

    private static ErrorReport read(int code, String message) {
        return H2Errors.read(new SQLException(message, "HY000", code));
    }

    @Test
    void namesOfAnyContentAreRead() {
        ErrorReport report = read(
                23506,
                "Referentielle Integrit\u00e4t verletzt: \"\"\"a: \"\"\"\"b\"\": \"\"S.1\"\".\"\"c (d)\"\" FOREIGN KEY(\"\"e, f\"\", G) REFERENCES"
                        + " \"\"h i\"\"(\"\"j\"\", K) (1, 2)\"; SQL statement: x");
        assertThat(report.constraint()).isEqualTo("a: \"b");
        assertThat(report.place().schema()).isEqualTo("S.1");
        assertThat(report.table()).isEqualTo("c (d)");
        assertThat(report.columns()).containsExactly("e, f", "G");
        assertThat(report.target().table()).isEqualTo("h i");
        assertThat(report.target().columns()).isEqualTo(List.of("j", "K"));
    }

    @Test
    void whatBecameOfTheTransaction() {
        assertThat(read(40001, "Deadlock").transactionState()).isEqualTo(TransactionState.ROLLED_BACK);
        assertThat(read(50200, "Timeout").transactionState()).isNull();
    }

    /** Disk space (a code of H2 1.4), OUT_OF_MEMORY, IO_EXCEPTION_2. */
    @ParameterizedTest
    @ValueSource(ints = {90100, 90108, 90031})
    void nothingLeft(int code) {
        assertThat(read(code, "No disk space available").kind()).isEqualTo(ErrorKind.RESOURCE);
    }

    @Test
    void anUnknownCodeIsNotGuessedAt() {
        assertThat(read(99999, "Unique index or primary key violation: \"A\"").kind())
                .isEqualTo(ErrorKind.UNKNOWN);
        assertThat(H2Errors.read(new SQLException((String) null)).kind()).isEqualTo(ErrorKind.UNKNOWN);
    }
}
