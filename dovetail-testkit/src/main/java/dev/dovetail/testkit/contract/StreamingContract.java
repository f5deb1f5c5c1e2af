package dev.dovetail.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.sql.Row2;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** Rows come while they are read, and the connection is as before when they are no longer wanted. */
public class StreamingContract {

    /** Makes the tests; JUnit calls it. */
    public StreamingContract() {}

    @BeforeEach
    void createDigits(Database database) {
        Digits.create(database);
    }

    @EveryDatabase
    void allRowsComeWhateverTheFetchSize(Database database) {
        try (Connection connection = database.engine().connect()) {
            for (int fetchSize : new int[] {1, 7, 1000, 5000}) {
                long[] rows = {0, 0};
                connection.read(Digits.rows(3)).fetchSize(fetchSize).forEach(row -> {
                    rows[0]++;
                    rows[1] += row.value1();
                });
                assertThat(rows).containsExactly(1000, 4500);
            }
            try (Stream<Row2<Integer, Integer>> stream = connection.read(Digits.rows(3)).fetchSize(100).stream()) {
                assertThat(stream).hasSize(1000);
            }
        }
    }

    @EveryDatabase
    void whoStopsReadingDoesNotWaitForTheRest(Database database) {
        try (Connection connection = database.engine().connect()) {
            long start = System.nanoTime();
            // A hundred thousand million rows are never read to their end.
            try (Stream<Row2<Integer, Integer>> stream = connection.read(Digits.rows(11)).fetchSize(10).stream()) {
                assertThat(stream.limit(25)).hasSize(25);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(connection.list(Digits.rows(1))).hasSize(10);
            connection.commit();
            assertThat(connection.list(Digits.rows(1))).hasSize(10);
        }
    }

    @EveryDatabase
    void anErrorWhileReadingEndsTheQueryOnly(Database database) {
        try (Connection connection = database.engine().connect()) {
            IllegalStateException mine = new IllegalStateException("mine");
            assertThat(catchThrowableOfType(
                            IllegalStateException.class,
                            () -> connection.read(Digits.rows(4)).fetchSize(10).forEach(row -> {
                                throw mine;
                            })))
                    .isSameAs(mine);
            assertThat(connection.list(Digits.rows(1))).hasSize(10);
        }
    }

    @EveryDatabase
    void aStreamThatIsNotClosedEndsWithItsConnection(Database database) {
        Stream<Row2<Integer, Integer>> stream;
        try (Connection connection = database.engine().connect()) {
            stream = connection.read(Digits.rows(3)).fetchSize(10).stream();
        }
        UsageException error = catchThrowableOfType(UsageException.class, stream::count);
        assertThat(error.code()).isEqualTo("DVT-CONN-CLOSED");
    }

    @EveryDatabase
    void withoutATransactionAFetchSizeWorksOrIsRefused(Database database) {
        try (Connection connection = database.engine().reading()) {
            if (database.dialect().streaming().needsTransaction()) {
                UsageException error = catchThrowableOfType(
                        UsageException.class,
                        () -> connection.read(Digits.rows(2)).fetchSize(10).list());
                assertThat(error.code()).isEqualTo("DVT-CONN-STREAM");
            } else {
                assertThat(connection.read(Digits.rows(2)).fetchSize(10).list()).hasSize(100);
            }
            assertThat(connection.list(Digits.rows(2))).hasSize(100);
        }
    }
}
