package dev.dovetail.testkit.contract;

import static dev.dovetail.engine.TransactionOptions.options;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.number;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.IsolationLevel;
import dev.dovetail.ReadOnlyViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.RetryPolicy;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Select;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;

/** Transactions have the isolation and the rights that they were begun with, and leave nothing of it behind. */
public class TransactionOptionsContract {

    private static final Table NUMBER = Table.of("number", column("n", INTEGER).primaryKey());
    private static final Column<Integer> N = NUMBER.column("n", Integer.class);
    private static final Select<Integer> NUMBERS = select(table(NUMBER).col(N))
            .from(table(NUMBER))
            .orderBy(table(NUMBER).col(N));

    /** Its key stays as it is: a row whose key changes is another row to those who wait for it, on H2. */
    private static final Table COUNTER = Table.of(
            "counter",
            column("id", INTEGER).primaryKey(),
            column("count", INTEGER).notNull());

    private static final Column<Integer> ID = COUNTER.column("id", Integer.class);
    private static final Column<Integer> COUNT = COUNTER.column("count", Integer.class);

    private static final int ROUNDS = 5;

    /** Makes the tests; JUnit calls it. */
    public TransactionOptionsContract() {}

    @BeforeEach
    void createTable(Database database) {
        database.create(NUMBER);
    }

    private static void insert(Connection connection, int n) {
        connection.execute(insertInto(NUMBER).set(N, n));
    }

    private static List<Integer> numbers(Engine engine) {
        return engine.transactionResult(connection -> connection.list(NUMBERS));
    }

    @EveryDatabase
    void aReadOnlyTransactionReadsAndDoesNotWrite(Database database) {
        Engine engine = database.engine();
        engine.transaction(connection -> insert(connection, 1));
        engine.transaction(
                options().asReadOnly(),
                connection -> assertThat(connection.list(NUMBERS)).containsExactly(1));
        assertThatThrownBy(() -> engine.transaction(options().asReadOnly(), connection -> insert(connection, 2)))
                .isInstanceOf(ReadOnlyViolationException.class);
        assertThatThrownBy(() -> engine.transaction(
                        options().asReadOnly(), connection -> connection.execute(sql("DELETE FROM number"))))
                .isInstanceOf(ReadOnlyViolationException.class);
        // The connection came back as it was.
        engine.transaction(connection -> insert(connection, 3));
        assertThat(numbers(engine)).containsExactly(1, 3);
    }

    @EveryDatabase
    void anOptionIsForOneTransaction(Database database) {
        try (Connection connection = database.engine().connect()) {
            connection.begin(options().asReadOnly());
            assertThatThrownBy(() -> insert(connection, 1)).isInstanceOf(ReadOnlyViolationException.class);
            connection.rollback();
            insert(connection, 2);
            UsageException error = catchThrowableOfType(
                    UsageException.class, () -> connection.begin(options().asReadOnly()));
            assertThat(error.code()).isEqualTo("DVT-CONN-BEGUN");
            connection.commit();
            connection.begin(options().asReadOnly());
            assertThat(connection.list(NUMBERS)).containsExactly(2);
        }
    }

    @EveryDatabase
    void everyIsolationLevelIsTakenOrRefused(Database database) {
        Engine engine = database.engine();
        for (IsolationLevel level : IsolationLevel.values()) {
            if (database.dialect().isolationLevels().contains(level)) {
                engine.transaction(options().isolation(level), connection -> insert(connection, level.ordinal()));
            } else {
                UsageException error = catchThrowableOfType(
                        UsageException.class, () -> engine.transaction(options().isolation(level), connection -> {}));
                assertThat(error.code()).isEqualTo("DVT-ENGINE-ISOLATION");
                assertThat(error).hasMessageContaining(database.dialect().name() + " has no " + level);
            }
        }
        assertThat(numbers(engine)).hasSize(database.dialect().isolationLevels().size());
    }

    @EveryDatabase
    void whatHasBeenReadStaysAsItWas(Database database) {
        Engine engine = database.engine();
        IsolationLevel level = IsolationLevel.REPEATABLE_READ;
        if (!database.dialect().isolationLevels().contains(level)) {
            return;
        }
        try (Connection first = engine.connect(options().isolation(level))) {
            assertThat(first.list(NUMBERS)).isEmpty();
            engine.transaction(connection -> insert(connection, 1));
            assertThat(first.list(NUMBERS)).isEmpty();
            first.commit();
            assertThat(first.list(NUMBERS)).containsExactly(1);
        }
    }

    @EveryDatabase
    void whoGetsInTheWayOfOthersGetsThereWithRetries(Database database) throws Exception {
        if (database.hasOneConnection()) {
            return;
        }
        database.create(COUNTER);
        Engine engine = database.engine();
        engine.transaction(connection -> {
            connection.execute(insertInto(COUNTER).set(ID, 1).set(COUNT, 0));
            connection.execute(insertInto(COUNTER).set(ID, 2).set(COUNT, 0));
        });
        CompletableFuture<Void> forth = CompletableFuture.runAsync(() -> countBoth(engine, true));
        CompletableFuture<Void> back = CompletableFuture.runAsync(() -> countBoth(engine, false));
        CompletableFuture.allOf(forth, back).get(60, TimeUnit.SECONDS);
        ColumnRef<Integer> count = table(COUNTER).col(COUNT);
        List<Integer> counts = engine.transactionResult(
                connection -> connection.list(select(count).from(table(COUNTER))));
        assertThat(counts).containsExactly(2 * ROUNDS, 2 * ROUNDS);
    }

    // Two that lock two rows in different orders wait for each other now and then.
    private static void countBoth(Engine engine, boolean lowFirst) {
        ColumnRef<Integer> count = table(COUNTER).col(COUNT);
        for (int i = 0; i < ROUNDS; i++) {
            engine.retrying(RetryPolicy.attempts(20)).transaction(connection -> {
                for (int id : lowFirst ? new int[] {1, 2} : new int[] {2, 1}) {
                    connection.execute(update(COUNTER)
                            .set(COUNT, number(count).plus(1))
                            .where(table(COUNTER).col(ID).eq(id)));
                }
            });
        }
    }
}
