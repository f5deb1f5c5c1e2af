package dev.dovetail.engine;

import static dev.dovetail.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DatabaseException;
import dev.dovetail.ResourceExhaustedException;
import dev.dovetail.TransactionState;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UsageException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an error leaves of the transaction is asked of the database, and believed. */
class TransactionStateTest {

    @TempDir
    private Path directory;

    private final Echo echo = new Echo();
    private Engine file;
    private Engine memory;

    @BeforeEach
    void open() {
        file = Engine.builder()
                .url("jdbc:sqlite:" + directory.resolve("test.db"))
                .poolSize(1)
                .build();
        memory = Engine.create("jdbc:sqlite::memory:");
        for (Engine engine : List.of(file, memory)) {
            engine.transaction(connection -> {
                connection.execute(sql("CREATE TABLE x (id INTEGER PRIMARY KEY)"));
                connection.execute(sql("CREATE TABLE c (id INTEGER UNIQUE ON CONFLICT ROLLBACK)"));
                connection.execute(sql("INSERT INTO c VALUES (1)"));
                connection.execute(sql("CREATE TRIGGER nine BEFORE INSERT ON x WHEN new.id = 9 BEGIN"
                        + " SELECT raise(ROLLBACK, 'nine is bad'); END"));
                connection.execute(sql("CREATE TRIGGER eight BEFORE INSERT ON x WHEN new.id = 8 BEGIN"
                        + " SELECT raise(FAIL, 'eight is bad'); END"));
            });
        }
    }

    @AfterEach
    void close() {
        file.close();
        memory.close();
    }

    private Engine engine(String name) {
        return name.equals("file") ? file : memory;
    }

    private static List<List<Object>> ids(Engine engine) {
        try (Connection connection = engine.reading()) {
            return connection.list(sql("SELECT id FROM x ORDER BY id"));
        }
    }

    private static Stream<List<String>> endings() {
        return Stream.of("file", "memory")
                .flatMap(where -> Stream.of(
                                "INSERT OR ROLLBACK INTO x VALUES (1)",
                                "INSERT INTO x VALUES (9)",
                                "INSERT INTO c VALUES (1)")
                        .map(statement -> List.of(where, statement)));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void aTransactionThatTheDatabaseEndedIsNotGoneOnWith(List<String> ending) {
        Engine engine = engine(ending.get(0));
        try (Connection connection = engine.connect()) {
            connection.execute(sql("INSERT INTO x VALUES (1)"));
            DatabaseException error =
                    catchThrowableOfType(DatabaseException.class, () -> connection.execute(sql(ending.get(1))));
            assertThat(error.transactionState()).isEqualTo(TransactionState.ROLLED_BACK);
            assertThat(connection.transactionState()).isEqualTo(TransactionState.ROLLED_BACK);
            TransactionStateException refused = catchThrowableOfType(
                    TransactionStateException.class, () -> connection.execute(sql("INSERT INTO x VALUES (2)")));
            assertThat(refused).hasCause(error);
            assertThat(catchThrowableOfType(TransactionStateException.class, connection::commit))
                    .isNotNull();
            connection.rollback();
            connection.execute(sql("INSERT INTO x VALUES (3)"));
            connection.rollback();
            connection.execute(sql("INSERT INTO x VALUES (4)"));
            connection.commit();
        }
        assertThat(ids(engine)).isEqualTo(List.of(List.of(4)));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void theNextUserOfTheConnectionHasATransaction(List<String> ending) {
        Engine engine = engine(ending.get(0));
        try (Connection connection = engine.connect()) {
            connection.execute(sql("INSERT INTO x VALUES (1)"));
            catchThrowableOfType(DatabaseException.class, () -> connection.execute(sql(ending.get(1))));
        }
        try (Connection connection = engine.connect()) {
            connection.execute(sql("INSERT INTO x VALUES (5)"));
            connection.rollback();
        }
        assertThat(ids(engine)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void aDatabaseThatIsFullKeepsTheTransaction(String where) {
        Engine engine = engine(where);
        try (Connection connection = engine.connect()) {
            connection.execute(sql("CREATE TABLE big (b)"));
            connection.execute(sql("INSERT INTO x VALUES (1)"));
            connection.list(sql("PRAGMA max_page_count = 20"));
            ResourceExhaustedException error = catchThrowableOfType(
                    ResourceExhaustedException.class,
                    () -> connection.execute(sql("INSERT INTO big VALUES (zeroblob(10)), (zeroblob(1000000))")));
            assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
            assertThat(connection.list(sql("SELECT id FROM x"))).isEqualTo(List.of(List.of(1)));
            connection.commit();
        }
        assertThat(ids(engine)).isEqualTo(List.of(List.of(1)));
    }

    @Test
    void aStatementThatKeptAPartOfItsRowsSpoilsTheTransaction() {
        for (String statement :
                List.of("INSERT OR FAIL INTO x VALUES (2), (3), (1)", "INSERT INTO x VALUES (2), (3), (8)")) {
            try (Connection connection = memory.connect()) {
                connection.execute(sql("INSERT INTO x VALUES (1)"));
                DatabaseException error =
                        catchThrowableOfType(DatabaseException.class, () -> connection.execute(sql(statement)));
                assertThat(error.transactionState()).isEqualTo(TransactionState.FAILED);
                assertThat(error.getMessage()).doesNotContain("undone");
                assertThat(catchThrowableOfType(TransactionStateException.class, connection::commit))
                        .isNotNull();
                connection.rollback();
                connection.execute(sql("INSERT INTO x VALUES (1)"));
                // Nothing is left behind, so the transaction goes on.
                DatabaseException whole = catchThrowableOfType(
                        DatabaseException.class, () -> connection.execute(sql("INSERT INTO x VALUES (2), (1)")));
                assertThat(whole.transactionState()).isEqualTo(TransactionState.ACTIVE);
                connection.list(sql("SELECT 1"));
            }
        }
        assertThat(ids(memory)).isEmpty();
    }

    @Test
    void anInterruptedWriteEndsTheTransaction() throws SQLException {
        memory.close();
        org.sqlite.SQLiteDataSource source = new org.sqlite.SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve("interrupt.db"));
        try (Engine engine =
                Engine.builder().dataSource(source, source.getUrl()).build()) {
            engine.transaction(connection -> connection.execute(sql("CREATE TABLE x (id INTEGER PRIMARY KEY)")));
            try (Connection connection = engine.connect()) {
                connection.execute(sql("INSERT INTO x VALUES (-1)"));
                java.sql.Connection jdbc = connection.physical().connected();
                Thread interrupter = new Thread(() -> {
                    try {
                        Thread.sleep(200);
                        jdbc.unwrap(org.sqlite.SQLiteConnection.class)
                                .getDatabase()
                                .interrupt();
                    } catch (InterruptedException | SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                interrupter.start();
                DatabaseException error = catchThrowableOfType(
                        DatabaseException.class,
                        () -> connection.execute(sql("INSERT INTO x WITH RECURSIVE s (n) AS"
                                + " (SELECT 1 UNION ALL SELECT n + 1 FROM s) SELECT n FROM s")));
                assertThat(error.code()).isEqualTo("DVT-57-CANCELLED");
                assertThat(error.transactionState()).isEqualTo(TransactionState.ROLLED_BACK);
                assertThat(catchThrowableOfType(
                                TransactionStateException.class,
                                () -> connection.execute(sql("INSERT INTO x VALUES (-2)"))))
                        .isNotNull();
                connection.rollback();
            }
            assertThat(ids(engine)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN",
                "begin immediate",
                "START TRANSACTION",
                "COMMIT",
                " /* note\n */ commit",
                "-- note\n ; END",
                "ROLLBACK",
                "ROLLBACK TO a",
                "SAVEPOINT a",
                "RELEASE a",
                "INSERT INTO x VALUES (2); COMMIT",
                "INSERT INTO x VALUES (2); -- ;\n /* ; */ ROLLBACK"
            })
    void commandsOfTransactionsAreNotSent(String command) {
        try (Connection connection = memory.connect();
                Connection reading = file.reading()) {
            connection.execute(sql("INSERT INTO x VALUES (1)"));
            for (Connection refusing : List.of(connection, reading)) {
                UsageException error = catchThrowableOfType(UsageException.class, () -> refusing.execute(sql(command)));
                assertThat(error.code()).isEqualTo("DVT-CONN-COMMAND");
                UsageException query = catchThrowableOfType(UsageException.class, () -> refusing.list(sql(command)));
                assertThat(query.code()).isEqualTo("DVT-CONN-COMMAND");
            }
            assertThat(connection.transactionState()).isEqualTo(TransactionState.ACTIVE);
        }
    }

    @Test
    void wordsThatOnlyLookLikeCommandsAreSent() {
        memory.transaction(connection -> assertThat(connection.list(sql("/* COMMIT */ SELECT 'ROLLBACK' AS beginning")))
                .isEqualTo(List.of(List.of("ROLLBACK"))));
        memory.transaction(connection -> {
            assertThat(connection.list(sql("SELECT '; COMMIT' AS \"; END\""))).isEqualTo(List.of(List.of("; COMMIT")));
            connection.execute(sql("CREATE TRIGGER t AFTER INSERT ON x BEGIN DELETE FROM x WHERE 1 = 0; END"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void aFileThatCannotBeAttachedIsAnErrorOfTheStatement(String where) {
        Engine engine = engine(where);
        try (Connection connection = engine.connect()) {
            connection.execute(sql("INSERT INTO x VALUES (1)"));
            DatabaseException error = catchThrowableOfType(
                    DatabaseException.class, () -> connection.execute(sql("ATTACH '/nonexistent/dir/y.db' AS y")));
            assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
            connection.rollback();
            assertThat(connection.list(sql("SELECT id FROM x"))).isEmpty();
            connection.execute(sql("INSERT INTO x VALUES (2)"));
        }
        assertThat(ids(engine)).isEmpty();
    }

    @Test
    void aConnectionThatIsLostTakesItsWorkWithIt() throws SQLException {
        file.addListener(echo.listener());
        try (Connection connection = file.connect()) {
            connection.execute(sql("INSERT INTO x VALUES (1)"));
            // The driver's connection goes away underneath, so that nobody can ask what became of the transaction.
            connection.physical().connected().unwrap(java.sql.Connection.class).close();
            DatabaseException error = catchThrowableOfType(
                    DatabaseException.class, () -> connection.execute(sql("INSERT INTO x VALUES (2)")));
            assertThat(error.transactionState()).isEqualTo(TransactionState.CLOSED);
            connection.rollback();
            assertThat(catchThrowableOfType(TransactionStateException.class, connection::commit))
                    .isNotNull();
        }
        assertThat(echo.take()).doesNotContain("COMMIT");
        assertThat(ids(file)).isEmpty();
    }
}
