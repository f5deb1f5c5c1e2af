package dev.dovetail.engine;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DatabaseException;
import dev.dovetail.DisconnectException;
import dev.dovetail.ResourceExhaustedException;
import dev.dovetail.UsageException;
import dev.dovetail.dialect.sqlite.SqliteDialect;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class EngineTest {

    private static final Table ITEM = Table.of("item", column("id", INTEGER).primaryKey());
    private static final MetaData TABLES = MetaData.of(ITEM);
    private static final List<List<Object>> ON = List.of(List.of(1));

    @TempDir
    private Path directory;

    private String file() {
        return "jdbc:sqlite:" + directory.resolve("test.db");
    }

    private static long count(Connection connection) {
        return connection.one(select(dev.dovetail.sql.Sql.countAll()).from(table(ITEM)));
    }

    @Test
    void aFileKeepsWhatWasCommitted() {
        try (Engine engine = Engine.create(file())) {
            TABLES.createAll(engine);
            engine.transaction(connection ->
                    connection.execute(insertInto(ITEM).set(ITEM.column("id", Integer.class), 1)));
        }
        try (Engine engine = Engine.create(file());
                Connection connection = engine.connect()) {
            assertThat(count(connection)).isEqualTo(1);
        }
    }

    @Test
    void nothingIsOpenedBeforeTheFirstStatement() {
        try (Engine engine = Engine.create(file());
                Connection connection = engine.connect()) {
            connection.commit();
            connection.rollback();
            assertThat(directory.resolve("test.db")).doesNotExist();
            connection.execute(sql("SELECT 1"));
            assertThat(directory.resolve("test.db")).exists();
        }
    }

    @Test
    void aTransactionThatThrowsIsRolledBackAndItsExceptionPassesThrough() {
        try (Engine engine = Engine.create(file())) {
            TABLES.createAll(engine);
            Exception thrown = new Exception("checked");
            assertThatThrownBy(() -> engine.transaction(connection -> {
                        connection.execute(insertInto(ITEM).set(ITEM.column("id", Integer.class), 1));
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            long left = engine.transactionResult(EngineTest::count);
            assertThat(left).isZero();
        }
    }

    @Test
    void foreignKeysAreOnForEveryPooledConnection() {
        try (Engine engine = Engine.builder().url(file()).poolSize(4).build()) {
            List<Connection> connections = new ArrayList<>();
            try {
                for (int i = 0; i < 4; i++) {
                    Connection connection = engine.connect();
                    connections.add(connection);
                    assertThat(connection.list(sql("PRAGMA foreign_keys"))).isEqualTo(ON);
                }
            } finally {
                connections.forEach(Connection::close);
            }
        }
    }

    @Test
    void foreignKeysAreOnThroughADataSourceThatLeavesThemOff() {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl(file());
        dataSource.setEnforceForeignKeys(false);
        try (Engine engine = Engine.builder().dataSource(dataSource, file()).build();
                Connection connection = engine.connect()) {
            assertThat(connection.list(sql("PRAGMA foreign_keys"))).isEqualTo(ON);
        }
    }

    @Test
    void aConnectionOnWhichForeignKeysCannotBeSwitchedOnIsRefused() {
        SQLiteDataSource dataSource = new SQLiteDataSource() {
            @Override
            public org.sqlite.SQLiteConnection getConnection(String user, String password)
                    throws java.sql.SQLException {
                org.sqlite.SQLiteConnection connection = super.getConnection(user, password);
                connection.createStatement().execute("BEGIN");
                return connection;
            }
        };
        dataSource.setUrl(file());
        try (Engine engine = Engine.builder().dataSource(dataSource, file()).build();
                Connection connection = engine.connect()) {
            UsageException error =
                    catchThrowableOfType(UsageException.class, () -> connection.execute(sql("SELECT 1")));
            assertThat(error.code()).isEqualTo("DVT-ENGINE-SETUP");
            assertThat(error).hasMessageContaining("foreign keys").hasMessageContaining("answers 0, not 1");
        }
    }

    @Test
    void anInMemoryDatabaseLivesAsLongAsItsEngine() {
        for (String url : List.of(
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:",
                "jdbc:sqlite:file:shared?mode=memory&cache=shared",
                "jdbc:sqlite:file::memory:?cache=shared")) {
            try (Engine engine = Engine.create(url)) {
                TABLES.createAll(engine);
                long rows = engine.transactionResult(EngineTest::count);
                assertThat(rows).isZero();
            }
            try (Engine engine = Engine.create(url)) {
                TABLES.createAll(engine);
            }
        }
        assertThat(Path.of("shared")).doesNotExist();
    }

    @Test
    void aThreadThatAlreadyUsesTheOnlyConnectionIsToldSoAtOnce() {
        try (Engine engine = Engine.create("jdbc:sqlite::memory:");
                Connection first = engine.connect();
                Connection second = engine.connect()) {
            first.execute(sql("SELECT 1"));
            UsageException error = catchThrowableOfType(UsageException.class, () -> second.execute(sql("SELECT 1")));
            assertThat(error.code()).isEqualTo("DVT-ENGINE-ONE-CONNECTION");
            assertThat(error).hasMessageContaining("this thread is using it");
        }
    }

    @Test
    void anotherThreadWaitsForTheOnlyConnection() throws Exception {
        try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
            CompletableFuture<Void> other;
            try (Connection first = engine.connect()) {
                first.execute(sql("SELECT 1"));
                other = CompletableFuture.runAsync(() -> TABLES.createAll(engine));
            }
            other.get(10, TimeUnit.SECONDS);
            long rows = engine.transactionResult(EngineTest::count);
            assertThat(rows).isZero();
        }
    }

    @Test
    void whoWaitsTooLongForTheOnlyConnectionIsToldWhoHasIt() {
        try (Engine engine = Engine.builder()
                        .url("jdbc:sqlite::memory:")
                        .acquireTimeout(Duration.ofMillis(10))
                        .build();
                Connection first = engine.connect()) {
            first.execute(sql("SELECT 1"));
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> TABLES.createAll(engine));
            assertThatThrownBy(other::join)
                    .hasCauseInstanceOf(UsageException.class)
                    .hasMessageContaining("thread " + Thread.currentThread().getName() + " is using it");
        }
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsReportedAtOnce() {
        String url = "jdbc:sqlite:" + directory.resolve("missing").resolve("test.db");
        try (Engine engine = Engine.create(url);
                Connection connection = engine.connect()) {
            long start = System.nanoTime();
            DatabaseException error =
                    catchThrowableOfType(DatabaseException.class, () -> connection.execute(sql("SELECT 1")));
            assertThat(error)
                    .isInstanceOf(DisconnectException.class)
                    .hasMessageContaining("while       connecting to " + url);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aPoolThatIsUsedUpSaysSo() {
        try (Engine engine = Engine.builder()
                        .url(file())
                        .poolSize(1)
                        .acquireTimeout(Duration.ofMillis(300))
                        .build();
                Connection first = engine.connect();
                Connection second = engine.connect()) {
            first.execute(sql("SELECT 1"));
            assertThatThrownBy(() -> second.execute(sql("SELECT 1")))
                    .isInstanceOf(ResourceExhaustedException.class)
                    .hasMessageContaining("all 1 connections of the pool are in use")
                    .hasMessageContaining("poolSize");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsReported() throws Exception {
        Path text = directory.resolve("text.db");
        Files.writeString(text, "this is no database, and has never been one; it only has the name of one.".repeat(20));
        try (Engine engine = Engine.create("jdbc:sqlite:" + text);
                Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute(sql("SELECT * FROM sqlite_schema")))
                    .isInstanceOf(DisconnectException.class)
                    .hasMessageContaining("not a database");
        }
    }

    @Test
    void anUnknownUrlIsAnsweredWithTheKnownDatabases() {
        UsageException error = catchThrowableOfType(
                UsageException.class,
                () -> Engine.create("jdbc:oracle:thin:scott/tiger@//host:1521/x?password=secret"));
        assertThat(error.code()).isEqualTo("DVT-ENGINE-URL");
        assertThat(error)
                .hasMessageContaining("SQLite, for example jdbc:sqlite:family.db")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aDriverThatIsMissingIsNamedWithItsMavenCoordinates() {
        assertThat(Dialects.noDriver(new SqliteDialect(), "jdbc:sqlite:x.db"))
                .isEqualTo(
                        "the URL jdbc:sqlite:x.db is one of SQLite, but its driver org.sqlite.JDBC is not on the class"
                                + " path; add the Maven dependency org.xerial:sqlite-jdbc");
    }

    @Test
    void aClosedEngineOpensNothing() {
        Engine engine = Engine.create(file());
        Connection early = engine.connect();
        engine.close();
        assertThatThrownBy(engine::connect).isInstanceOf(UsageException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> early.execute(sql("SELECT 1")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("closed");
        early.close();
    }

    @Test
    void settingsOutOfTheirRangeAreRefusedAtOnce() {
        for (ThrowingCallable build : List.<ThrowingCallable>of(
                () -> Engine.builder().url(file()).poolSize(0).build(),
                () -> Engine.builder()
                        .url(file())
                        .acquireTimeout(Duration.ofMillis(100))
                        .build(),
                () -> Engine.builder()
                        .url(file())
                        .acquireTimeout(Duration.ofDays(100))
                        .build(),
                () -> Engine.builder()
                        .url("jdbc:sqlite::memory:")
                        .acquireTimeout(Duration.ZERO)
                        .build(),
                () -> Engine.builder()
                        .url("jdbc:sqlite::memory:")
                        .acquireTimeout(Duration.ofSeconds(-1))
                        .build(),
                () -> Engine.builder().url(file()).statementCacheSize(-1).build())) {
            UsageException error = catchThrowableOfType(UsageException.class, build);
            assertThat(error.code()).isEqualTo("DVT-ENGINE-SETTING");
        }
    }

    @Test
    void secretsAreLeftOutOfUrls() {
        assertThat(List.of(
                        Dialects.withoutSecrets("jdbc:sqlserver://host:1433;databaseName=x;PASSWORD=secret"),
                        Dialects.withoutSecrets("jdbc:h2:mem:x;password=secret"),
                        Dialects.withoutSecrets("jdbc:postgresql://me:secret@host/x?password=secret"),
                        Dialects.withoutSecrets("jdbc:sqlite:family.db")))
                .containsExactly(
                        "jdbc:sqlserver://host:1433;\u2026",
                        "jdbc:h2:mem:x;\u2026",
                        "jdbc:postgresql://\u2026@host/x?\u2026",
                        "jdbc:sqlite:family.db");
    }

    @Test
    void aClosedInMemoryEngineOpensNothing() {
        Engine engine = Engine.create("jdbc:sqlite::memory:");
        Connection early = engine.connect();
        Connection late = engine.connect();
        early.execute(sql("CREATE TABLE x (id INTEGER)"));
        engine.close();
        // What is in use is closed when it is given back.
        early.execute(sql("INSERT INTO x VALUES (1)"));
        early.commit();
        early.close();
        assertThatThrownBy(() -> late.execute(sql("SELECT 1")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("closed");
        late.close();
    }

    @Test
    void statementsOfOneStructureAreCompiledOnce() {
        try (Engine engine = Engine.builder()
                .url("jdbc:sqlite::memory:")
                .statementCacheSize(3)
                .build()) {
            TABLES.createAll(engine);
            engine.transaction(connection -> {
                for (int id = 0; id < 5; id++) {
                    connection.execute(insertInto(ITEM).set(ITEM.column("id", Integer.class), id));
                }
            });
            assertThat(engine.statistics()).isEqualTo(new EngineStatistics(4, 1, 1, 0));
            engine.transaction(connection -> {
                for (int limit = 1; limit < 6; limit++) {
                    connection.list(sql("SELECT " + limit));
                }
            });
            assertThat(engine.statistics().cachedStatements()).isEqualTo(3);
        }
    }

    @Test
    void tablesOfACycleCanBeCreatedAndDropped() {
        Table hen = Table.of(
                "hen",
                column("id", INTEGER).primaryKey(),
                column("egg_id", INTEGER).references("egg", "id"));
        Table egg = Table.of(
                "egg",
                column("id", INTEGER).primaryKey(),
                column("hen_id", INTEGER).references("hen", "id"));
        MetaData cycle = MetaData.of(hen, egg);
        try (Engine engine = Engine.create(file())) {
            cycle.createAll(engine);
            cycle.createAll(engine);
            engine.transaction(connection -> {
                connection.execute(sql("INSERT INTO hen VALUES (1, NULL)"));
                connection.execute(sql("INSERT INTO egg VALUES (1, 1)"));
                connection.execute(sql("UPDATE hen SET egg_id = 1"));
            });
            cycle.dropAll(engine);
            cycle.dropAll(engine);
            engine.transaction(connection -> {
                assertThat(connection.list(sql("SELECT name FROM sqlite_schema")))
                        .isEmpty();
                assertThat(connection.list(sql("PRAGMA foreign_keys"))).isEqualTo(ON);
            });
        }
    }
}
