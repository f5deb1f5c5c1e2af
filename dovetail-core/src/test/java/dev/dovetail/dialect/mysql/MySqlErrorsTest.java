package dev.dovetail.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.TransactionState;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.dialect.RecordedError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads what MySQL and MariaDB reported through either driver, some of it in German, as it was recorded. */
class MySqlErrorsTest {

    static Stream<RecordedError> recorded() throws IOException {
        return RecordedError.beside(MySqlErrorsTest.class);
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void reportsAreRead(RecordedError recorded) {
        recorded.assertRead(MySqlErrors.read(recorded.exception(), false));
    }

    private static ErrorReport read(int code, String message) {
        return MySqlErrors.read(new SQLException(message, "HY000", code), false);
    }

    @Test
    void aDatabaseMayBeReadOnly() {
        assertThat(read(3989, "Schema 'x' is in read only mode.").kind()).isEqualTo(ErrorKind.READ_ONLY);
    }

    @Test
    void namesOfAnyContentAreRead() {
        ErrorReport report = read(
                1452,
                "(`a.b`.`c``d`, CONSTRAINT `e, `f` FOREIGN KEY (`g, h`, `i`) REFERENCES `o``p`.`j (k)` (`l`, `m)`) ON DELETE"
                        + " CASCADE)");
        assertThat(report.place().schema()).isEqualTo("a.b");
        assertThat(report.table()).isEqualTo("c`d");
        assertThat(report.constraint()).isEqualTo("e, `f");
        assertThat(report.columns()).containsExactly("g, h", "i");
        assertThat(report.target().schema()).isEqualTo("o`p");
        assertThat(report.target().table()).isEqualTo("j (k)");
        assertThat(report.target().columns()).containsExactly("l", "m)");
    }

    /** As MySQL 8.0.33 writes them. */
    @Test
    void backticksOfMySqlAreDoubledEverywhere() {
        SQLException missing = new SQLException(
                "Cannot add or update a child row: a foreign key constraint fails (`s`.`ch``i`, CONSTRAINT `f``k``` FOREIGN"
                        + " KEY (`pa``re`) REFERENCES `Pa're``n.t` (`i, d```))",
                "23000",
                1452);
        ErrorReport report = MySqlErrors.read(missing, true);
        assertThat(report.table()).isEqualTo("ch`i");
        assertThat(report.constraint()).isEqualTo("f`k`");
        assertThat(report.columns()).containsExactly("pa`re");
        assertThat(report.target().table()).isEqualTo("Pa're`n.t");
        assertThat(report.target().columns()).containsExactly("i, d`");

        SQLException emptied = new SQLException(
                "Cannot truncate a table referenced in a foreign key constraint (`s`.`ch``i`, CONSTRAINT `f``k```)",
                "42000",
                1701);
        assertThat(MySqlErrors.read(emptied, true).constraint()).isEqualTo("f`k`");
    }

    @Test
    void namesThatCannotBeToldApartAreLeftOut() {
        ErrorReport report = read(1062, "Duplicate entry 'x' for key 'a.b.c'");
        assertThat(report.kind()).isEqualTo(ErrorKind.UNIQUE);
        assertThat(report.table()).isNull();
        assertThat(report.constraint()).isNull();
        // The value that could not be converted is no column.
        assertThat(read(1292, "Truncated incorrect DOUBLE value: 'abc'").columns())
                .isEmpty();
    }

    @Test
    void aForeignKeyWithoutADetailStillHasItsSide() {
        assertThat(read(1216, "Cannot add or update a child row").side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
        assertThat(read(1217, "Cannot delete or update a parent row").side())
                .isEqualTo(ForeignKeySide.STILL_REFERENCED);
    }

    @Test
    void whatBecameOfTheTransaction() {
        assertThat(read(1213, "Deadlock").transactionState()).isEqualTo(TransactionState.ROLLED_BACK);
        assertThat(read(1205, "Timeout").transactionState()).isNull();
    }

    @Test
    void aFullDisk() {
        assertThat(read(1030, "Got error 28 \"No space left on device\" from storage engine InnoDB")
                        .kind())
                .isEqualTo(ErrorKind.RESOURCE);
        assertThat(read(3, "Fehler beim Schreiben von '/tmp/x' (Errcode: 28)").kind())
                .isEqualTo(ErrorKind.RESOURCE);
        assertThat(read(1030, "Got error 175 \"File too short\" from storage engine Aria")
                        .kind())
                .isEqualTo(ErrorKind.UNKNOWN);
    }

    @Test
    void anUnknownCodeIsNotGuessedAt() {
        assertThat(read(65000, "Duplicate entry 'x' for key 'a.b'").kind()).isEqualTo(ErrorKind.UNKNOWN);
        assertThat(MySqlErrors.read(new SQLException("x", "23000", 65000), false)
                        .kind())
                .isEqualTo(ErrorKind.UNKNOWN);
        assertThat(MySqlErrors.read(new SQLException((String) null), false).kind())
                .isEqualTo(ErrorKind.UNKNOWN);
    }
}
