package dev.dovetail.engine;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DataException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.ResourceExhaustedException;
import dev.dovetail.TransactionState;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UsageException;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final Table CHILD = Table.of(
            "child",
            column("id", INTEGER).primaryKey().generated(),
            column("name", TEXT).notNull());
    private static final Column<Integer> ID = CHILD.column("id", Integer.class);
    private static final Column<String> NAME = CHILD.column("name", String.class);
    private static final Insert INSERT = insertInto(CHILD).set(NAME, parameter(0, TEXT));
    private static final Select<String> NAMES = select(table(CHILD).col(NAME))
            .from(table(CHILD))
            .orderBy(table(CHILD).col(ID));
    private static final StatementOrigin NOBODY = StatementOrigin.none();

    private final Echo echo = new Echo();
    private Engine engine;
    private Connection connection;

    @BeforeEach
    void open() {
        engine = Engine.create("jdbc:sqlite::memory:");
        MetaData.of(CHILD).createAll(engine);
        engine.addListener(echo.listener());
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
        engine.close();
    }

    private void insert(String... names) {
        connection.executeBatch(
                INSERT, Stream.of(names).map(name -> new Object[] {name}).toList(), NOBODY);
    }

    @Test
    void theEchoOfATransaction() {
        insert("C1", "C2");
        insert("it's");
        connection.list(NAMES);
        connection.execute(sql("DELETE FROM child WHERE id = :id").bind("id", 3));
        connection.commit();
        connection.commit();
        connection.list(NAMES);
        connection.rollback();
        connection.rollback();
        assertThat(echo.take())
                .containsExactly(
                        "BEGIN",
                        "INSERT INTO child (name) VALUES (?)",
                        "[('C1'), ('C2')]",
                        "INSERT INTO child (name) VALUES (?)",
                        "('it''s')",
                        "SELECT child.name FROM child ORDER BY child.id",
                        "DELETE FROM child WHERE id = ?",
                        "(3)",
                        "COMMIT",
                        "BEGIN",
                        "SELECT child.name FROM child ORDER BY child.id",
                        "ROLLBACK");
    }

    @Test
    void theEchoOfNulls() {
        connection.execute(insertInto(CHILD).columns(ID, NAME).values(null, "C1"));
        connection.commit();
        assertThat(echo.take()).contains("(null, 'C1')");
    }

    @Test
    void theEchoCanGoToAnAppendable() {
        StringBuilder text = new StringBuilder();
        engine.addListener(new EchoListener(text));
        connection.execute(sql("SELECT 1"));
        connection.commit();
        assertThat(text).hasToString("BEGIN\nSELECT 1\nCOMMIT\n");
    }

    @Test
    void listenersAreToldRowsAndErrors() {
        List<StatementEvent> events = new ArrayList<>();
        engine.addListener(new StatementListener() {
            @Override
            public void onStatement(StatementEvent event) {
                events.add(event);
            }
        });
        insert("C1", "C2");
        connection.list(NAMES);
        catchThrowableOfType(NotNullViolationException.class, () -> insert((String) null));
        assertThat(events).extracting(StatementEvent::rows).containsExactly(2L, -1L, 0L);
        assertThat(events).extracting(event -> event.error() == null).containsExactly(true, true, false);
        assertThat(events).allSatisfy(event -> assertThat(event.duration()).isPositive());
        assertThat(events.get(0).parameters()).containsExactly(List.of("C1"), List.of("C2"));
    }

    @Test
    void closingRollsBack() {
        insert("C1");
        connection.close();
        assertThat(echo.take()).endsWith("ROLLBACK");
        assertThat(connection.transactionState()).isEqualTo(TransactionState.CLOSED);
        assertThatThrownBy(() -> connection.list(NAMES))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("closed");
        connection.close();
        connection = engine.connect();
        assertThat(connection.list(NAMES)).isEmpty();
    }

    @Test
    void theStateFollowsTheTransaction() {
        assertThat(connection.transactionState()).isEqualTo(TransactionState.NONE);
        insert("C1");
        assertThat(connection.transactionState()).isEqualTo(TransactionState.ACTIVE);
        connection.commit();
        assertThat(connection.transactionState()).isEqualTo(TransactionState.NONE);
    }

    @Test
    void aViolationLeavesTheTransactionUsable() {
        insert("C1");
        NotNullViolationException error =
                catchThrowableOfType(NotNullViolationException.class, () -> insert((String) null));
        assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
        insert("C2");
        connection.commit();
        assertThat(connection.list(NAMES)).containsExactly("C1", "C2");
    }

    @Test
    void aBatchOfNothingSendsNothing() {
        insert();
        assertThat(echo.take()).isEmpty();
        assertThat(connection.transactionState()).isEqualTo(TransactionState.NONE);
    }

    @Test
    void rowsOfABatchBeforeTheOneThatFailedStay() {
        NotNullViolationException error =
                catchThrowableOfType(NotNullViolationException.class, () -> insert("C1", null, "C3"));
        assertThat(error.rowIndex()).isEqualTo(1);
        assertThat(connection.list(NAMES)).containsExactly("C1");
    }

    @Test
    void whatTheDatabaseHasRolledBackCannotBeCommitted() {
        connection.execute(sql("PRAGMA max_page_count = 3"));
        insert("lost");
        ResourceExhaustedException full = catchThrowableOfType(
                ResourceExhaustedException.class,
                () -> connection.execute(sql("INSERT INTO child (name) VALUES (hex(randomblob(100000)))")));
        assertThat(full.transactionState()).isEqualTo(TransactionState.ROLLED_BACK);

        for (Runnable refused :
                List.<Runnable>of(connection::commit, () -> insert("C2"), () -> connection.savepoint())) {
            TransactionStateException error = catchThrowableOfType(TransactionStateException.class, refused::run);
            assertThat(error.state()).isEqualTo(TransactionState.ROLLED_BACK);
            assertThat(error)
                    .hasCause(full)
                    .hasMessageContaining("all its work is lost")
                    .hasMessageContaining("full");
        }

        connection.rollback();
        insert("C1");
        connection.rollback();
        insert("C2");
        connection.commit();
        assertThat(connection.list(NAMES)).containsExactly("C2");
    }

    @Test
    void savepoints() {
        insert("C1");
        Savepoint first = connection.savepoint();
        insert("C2");
        Savepoint second = connection.savepoint();
        insert("C3");
        connection.rollbackTo(second);
        insert("C4");
        connection.release(second);
        assertThat(connection.list(NAMES)).containsExactly("C1", "C2", "C4");
        connection.rollbackTo(first);
        connection.release(first);
        connection.commit();
        assertThat(echo.take().stream().filter(line -> !line.contains("child") && !line.contains("(")))
                .containsExactly(
                        "BEGIN",
                        "SAVEPOINT savepoint_1",
                        "SAVEPOINT savepoint_2",
                        "ROLLBACK TO SAVEPOINT savepoint_2",
                        "RELEASE SAVEPOINT savepoint_2",
                        "ROLLBACK TO SAVEPOINT savepoint_1",
                        "RELEASE SAVEPOINT savepoint_1",
                        "COMMIT");
        assertThat(connection.list(NAMES)).containsExactly("C1");
    }

    @Test
    void aSavepointThatIsGoneIsRefused() {
        Savepoint outer = connection.savepoint();
        Savepoint inner = connection.savepoint();
        connection.rollbackTo(outer);
        assertThatThrownBy(() -> connection.release(inner))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("savepoint_2");
        connection.rollback();
        assertThatThrownBy(() -> connection.rollbackTo(outer)).isInstanceOf(UsageException.class);
    }

    @Test
    void generatedKeysComeInTheOrderOfTheRows() {
        List<Object[]> rows =
                IntStream.range(0, 100).mapToObj(i -> new Object[] {"C" + i}).toList();
        BatchResult result = connection.insertReturningKeys(INSERT, rows, ID, NOBODY);
        assertThat(result.keys()).hasSize(100).allSatisfy(key -> assertThat(key).isInstanceOf(Integer.class));
        assertThat(result.counts()).hasSize(100).containsOnly(1);
        for (int i = 0; i < 100; i++) {
            Select<String> byKey = select(table(CHILD).col(NAME))
                    .from(table(CHILD))
                    .where(table(CHILD).col(ID).eq((Integer) result.keys().get(i)));
            assertThat(connection.one(byKey)).isEqualTo("C" + i);
        }
    }

    @Test
    void keysOfAnInsertOfSeveralRowsAreRefused() {
        Insert two = insertInto(CHILD).columns(NAME).values("C1").values("C2");
        assertThatThrownBy(() -> connection.insertReturningKeys(two, List.<Object[]>of(new Object[0]), ID, NOBODY))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("2 rows");
    }

    record Named(Integer id, String name) {}

    @Test
    void rowsBecomeObjects() {
        insert("C1", "C2");
        Select<Row2<Integer, String>> both = select(
                        table(CHILD).col(ID), table(CHILD).col(NAME))
                .from(table(CHILD))
                .orderBy(table(CHILD).col(ID));
        assertThat(connection.list(both, Named::new)).containsExactly(new Named(1, "C1"), new Named(2, "C2"));
        assertThat(connection.first(NAMES)).isEqualTo("C1");
        assertThat(connection.<Long>one(select(Sql.countAll()).from(table(CHILD))))
                .isEqualTo(2L);
        try (Stream<String> names = connection.stream(NAMES)) {
            assertThat(names.map(String::toLowerCase)).containsExactly("c1", "c2");
        }
        assertThat(connection.list(sql("SELECT name, id FROM child").columns(TEXT, INTEGER)))
                .containsExactly(new Row2<>("C1", 1), new Row2<>("C2", 2));
    }

    @Test
    void oneMeansOne() {
        assertThat(connection.first(NAMES)).isNull();
        UsageException none = catchThrowableOfType(UsageException.class, () -> connection.one(NAMES));
        assertThat(none.code()).isEqualTo("DVT-RESULT-NONE");
        insert("C1", "C2");
        UsageException many = catchThrowableOfType(UsageException.class, () -> connection.one(NAMES));
        assertThat(many.code()).isEqualTo("DVT-RESULT-MANY");
    }

    @Test
    void aConnectionForReadingHasNoTransaction() {
        connection.close();
        echo.take();
        try (Connection reading = engine.reading()) {
            reading.execute(INSERT, new Object[] {"C1"}, NOBODY);
            reading.commit();
            assertThat(reading.transactionState()).isEqualTo(TransactionState.NONE);
            assertThatThrownBy(reading::savepoint).isInstanceOf(UsageException.class);
            assertThat(catchThrowableOfType(
                                    NotNullViolationException.class,
                                    () -> reading.execute(INSERT, new Object[] {null}, NOBODY))
                            .transactionState())
                    .isEqualTo(TransactionState.NONE);
        }
        assertThat(echo.take())
                .startsWith("INSERT INTO child (name) VALUES (?)")
                .doesNotContain("BEGIN", "COMMIT");
        connection = engine.connect();
        assertThat(connection.list(NAMES)).containsExactly("C1");
    }

    @Test
    void aSecondThreadIsNoticed() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        engine.addListener(new StatementListener() {
            @Override
            public void onStatement(StatementEvent event) {
                inside.countDown();
                try {
                    done.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> connection.list(NAMES));
        try {
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
            UsageException error = catchThrowableOfType(UsageException.class, () -> connection.list(NAMES));
            assertThat(error.code()).isEqualTo("DVT-CONN-THREAD");
            assertThat(error).hasMessageContaining(Thread.currentThread().getName());
        } finally {
            done.countDown();
        }
        other.get(10, TimeUnit.SECONDS);
        assertThat(connection.list(NAMES)).isEmpty();
    }

    @Test
    void aValueThatDoesNotFitIsRefusedBeforeItIsSent() {
        Table small = Table.of("small", column("name", dev.dovetail.type.Types.VARCHAR(3)));
        MetaData tables = MetaData.of(small);
        connection.close();
        tables.createAll(engine);
        connection = engine.connect();
        assertThatThrownBy(() -> connection.execute(insertInto(small).set(small.column("name", String.class), "four")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("small.name")
                .hasMessageContaining("VARCHAR(3)");
    }

    @Test
    void keysAreGivenBackOnlyWhereTheyAreGenerated() {
        UsageException error = catchThrowableOfType(
                UsageException.class,
                () -> connection.insertReturningKeys(INSERT, List.<Object[]>of(new Object[] {"a"}), NAME, NOBODY));
        assertThat(error.code()).isEqualTo("DVT-CONN-KEYS");
    }

    @Test
    void theCountsOfABatchAreACopy() {
        List<Object[]> rows = List.<Object[]>of(new Object[] {"a"});
        BatchResult result = connection.executeBatch(INSERT, rows, NOBODY);
        result.counts()[0] = 7;
        assertThat(result.counts()).containsExactly(1);
    }
}
