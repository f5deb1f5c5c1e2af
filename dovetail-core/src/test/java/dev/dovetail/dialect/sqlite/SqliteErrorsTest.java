package dev.dovetail.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.TransactionState;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what a real SQLite reported, as it was recorded. */
class SqliteErrorsTest {

    static Stream<List<String>> recorded() throws IOException {
        try (InputStream stream = SqliteErrorsTest.class.getResourceAsStream("errors.tsv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> List.of(line.split("\t")))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void reportsAreRead(List<String> record) {
        ErrorReport report = SqliteErrors.read(new SQLException(record.get(5), null, 19));
        assertThat(report.kind()).isEqualTo(ErrorKind.valueOf(record.get(1)));
        assertThat(text(report.table())).isEqualTo(record.get(2));
        assertThat(String.join(",", report.columns())).isEqualTo(record.get(3));
        assertThat(report.constraint() == null ? text(report.expression()) : report.constraint())
                .isEqualTo(record.get(4));
        assertThat(report.primaryKey()).isEqualTo(record.get(5).contains("PRIMARYKEY"));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQLITE_CANTOPEN", "SQLITE_NOTADB", "SQLITE_CORRUPT"})
    void aFileThatCannotBeReadIsADisconnectOnlyWhileConnecting(String code) {
        SQLException error = new SQLException("[" + code + "] No (no)");
        assertThat(SqliteErrors.read(error).kind()).isEqualTo(ErrorKind.UNKNOWN);
        assertThat(SqliteErrors.readConnecting(error).kind()).isEqualTo(ErrorKind.DISCONNECT);
    }

    @Test
    void whatBecameOfTheTransaction() {
        assertThat(read("[SQLITE_FULL] Insertion failed because database is full (database or disk is full)")
                        .transactionState())
                .isNull();
        assertThat(read("[SQLITE_BUSY_SNAPSHOT] Another database connection has already written (database is locked)")
                        .transactionState())
                .isEqualTo(TransactionState.FAILED);
        assertThat(read("[SQLITE_BUSY] The database file is locked (database is locked)")
                        .transactionState())
                .isNull();
    }

    @Test
    void wordsOfAnotherDriverAreNotGuessedAt() {
        assertThat(read("UNIQUE constraint failed: users.email").kind()).isEqualTo(ErrorKind.UNKNOWN);
        assertThat(SqliteErrors.read(new SQLException((String) null)).kind()).isEqualTo(ErrorKind.UNKNOWN);
    }

    @Test
    void aStoredValueThatCannotBeReadIsAnErrorOfData() {
        assertThat(SqliteErrors.read(new SQLDataException("'x' is stored where a day should be", "22018"))
                        .kind())
                .isEqualTo(ErrorKind.DATA);
    }

    private static ErrorReport read(String message) {
        return SqliteErrors.read(new SQLException(message, null, 19));
    }
}
