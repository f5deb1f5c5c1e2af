package dev.dovetail.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An error that a real server reported through its driver, and what is to be read in it. A file of them says what its
 * columns are.
 */
public record RecordedError(List<String> columns) {

    /** The errors recorded in {@code errors.tsv} beside a test. */
    public static Stream<RecordedError> beside(Class<?> test) throws IOException {
        try (InputStream stream = test.getResourceAsStream("errors.tsv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> new RecordedError(List.of(line.split("\t", -1))))
                            .toList()
                            .stream();
        }
    }

    /** The driver's exception; fields of the server are there if they were recorded. */
    public SQLException exception() {
        String state = columns.get(2).isEmpty() ? null : columns.get(2);
        String message = text(11);
        int code = Integer.parseInt(columns.get(3));
        SQLException error = columns.size() < 18
                ? new SQLException(message, state, code)
                : new ServerException(
                        message, state, new Fields(field(12), field(13), field(14), field(15), field(16), field(17)));
        if (!columns.get(0).startsWith("batch")) {
            return error;
        }
        BatchUpdateException batch = new BatchUpdateException(message, state, code, new int[0]);
        batch.initCause(error);
        return batch;
    }

    /** Asserts that a report has what is recorded, and nothing where nothing is. */
    public void assertRead(ErrorReport report) {
        assertThat(report.kind()).isEqualTo(ErrorKind.valueOf(columns.get(4)));
        assertFact(
                5,
                report.constraint() == null && report.kind() == ErrorKind.CHECK
                        ? report.expression()
                        : report.constraint());
        assertFact(6, report.table());
        assertFact(7, String.join(",", report.columns()));
        assertThat(report.side() == null ? "" : report.side().name()).isEqualTo(columns.get(8));
        assertFact(9, report.target().table());
        assertFact(10, String.join(",", report.target().columns()));
    }

    private void assertFact(int column, @Nullable String read) {
        if (!columns.get(column).equals("*")) {
            assertThat(read == null ? "" : read).isEqualTo(columns.get(column));
        }
    }

    private @Nullable String field(int column) {
        return columns.get(column).isEmpty() ? null : text(column);
    }

    private String text(int column) {
        return columns.get(column).translateEscapes();
    }

    @Override
    public String toString() {
        return columns.get(0) + ", " + columns.get(1) + ", " + columns.get(2) + "/" + columns.get(3);
    }

    /** As PostgreSQL's driver throws it. */
    public static final class ServerException extends SQLException {
        private static final long serialVersionUID = 1L;

        private final transient Fields fields;

        ServerException(String message, @Nullable String state, Fields fields) {
            super(message, state);
            this.fields = fields;
        }

        public Fields getServerErrorMessage() {
            return fields;
        }
    }

    /** What the server sent beside its message. */
    public static final class Fields {
        private final List<@Nullable String> all;

        Fields(@Nullable String... all) {
            this.all = java.util.Arrays.asList(all);
        }

        public @Nullable String getMessage() {
            return all.get(0);
        }

        public @Nullable String getDetail() {
            return all.get(1);
        }

        public @Nullable String getSchema() {
            return all.get(2);
        }

        public @Nullable String getTable() {
            return all.get(3);
        }

        public @Nullable String getColumn() {
            return all.get(4);
        }

        public @Nullable String getConstraint() {
            return all.get(5);
        }
    }
}
