package dev.dovetail.testkit.contract;

import static dev.dovetail.engine.ExecutionOptions.options;
import static dev.dovetail.sql.Sql.cast;
import static dev.dovetail.sql.Sql.coalesce;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.scalar;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.QueryCancelledException;
import dev.dovetail.QueryTimeoutException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.TransactionOptions;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Statement;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;

/** A statement ends when its time is over or somebody cancels it, and which of the two it was is told. */
public class TimeoutContract {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Makes the tests; JUnit calls it. */
    public TimeoutContract() {}

    @BeforeEach
    void createDigits(Database database) {
        Digits.create(database);
    }

    @EveryDatabase
    void aStatementEndsWithItsTime(Database database) {
        try (Connection connection = database.engine().connect()) {
            long start = System.nanoTime();
            assertThatThrownBy(() ->
                            connection.read(Digits.endless()).timeout(SHORT).one())
                    .isInstanceOf(QueryTimeoutException.class)
                    .hasMessageStartingWith("the statement took too long");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, LONG);
            connection.rollback();
            assertThat(connection.read(Digits.rows(1)).timeout(LONG).list()).hasSize(10);
        }
    }

    @EveryDatabase
    void withoutATransactionTheConnectionGoesOn(Database database) {
        try (Connection connection = database.engine().reading()) {
            assertThatThrownBy(() ->
                            connection.read(Digits.endless()).timeout(SHORT).one())
                    .isInstanceOf(QueryTimeoutException.class);
            assertThat(connection.list(Digits.rows(1))).hasSize(10);
        }
    }

    @EveryDatabase
    void aTimeoutOfTheConnectionHoldsForAllItsStatements(Database database) {
        try (Connection connection = database.engine().connect()) {
            connection.options(options().timeout(SHORT));
            assertThatThrownBy(() -> connection.one(Digits.endless())).isInstanceOf(QueryTimeoutException.class);
            connection.rollback();
            assertThatThrownBy(() -> connection.read(Digits.endless()).list())
                    .isInstanceOf(QueryTimeoutException.class);
        }
    }

    @EveryDatabase
    void aTransactionEndsWithItsTime(Database database) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> database.engine()
                        .transaction(TransactionOptions.options().timeout(SHORT), connection -> {
                            assertThat(connection.list(Digits.rows(1))).hasSize(10);
                            connection.one(Digits.endless());
                        }))
                .isInstanceOf(QueryTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
    }

    @EveryDatabase
    void aWriteThatIsStoppedNeverPasses(Database database) {
        Column<Integer> number = Digits.DIGIT.column("n", Integer.class);
        Expression<Integer> count = cast(scalar(Digits.endless()), INTEGER);
        try (Connection connection = database.engine().connect()) {
            for (Statement write : List.of(
                    insertInto(Digits.DIGIT).columns(number).values(count),
                    insertInto(Digits.DIGIT).columns(number).select(select(coalesce(count, 10))))) {
                connection.options(options().timeout(SHORT));
                assertThatThrownBy(() -> connection.execute(write)).isInstanceOf(QueryTimeoutException.class);
                connection.rollback();
                connection.options(options());
                assertThat(connection.list(Digits.rows(1))).hasSize(10);
            }
        }
    }

    @EveryDatabase
    void anotherThreadCancels(Database database) throws Exception {
        Engine engine = database.engine();
        try (Connection connection = engine.connect()) {
            assertThat(connection.list(Digits.rows(1))).hasSize(10);
            // Nothing runs, nothing is cancelled.
            connection.cancel();
            CompletableFuture<QueryCancelledException> waiting = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(QueryCancelledException.class, () -> connection.one(Digits.endless())));
            while (!waiting.isDone()) {
                Thread.sleep(50);
                connection.cancel();
            }
            assertThat(waiting.get(1, TimeUnit.SECONDS)).isNotNull();
            connection.rollback();
            assertThat(connection.list(Digits.rows(1))).hasSize(10);
        }
    }
}
