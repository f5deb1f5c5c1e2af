package dev.dovetail.engine;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DatabaseException;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UsageException;
import dev.dovetail.integrity.DanglingReference;
import dev.dovetail.integrity.DanglingReferencesException;
import dev.dovetail.integrity.ForeignKeyVerifier;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bulk load: rows in any order, everything verified before the commit, the checks on again either way. */
class ForeignKeyChecksTest {

    private static final Table PARENT = Table.of("parent", column("id", INTEGER).primaryKey());
    private static final Table CHILD = Table.of(
            "child",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER).references("parent", "id"));
    private static final MetaData TABLES = MetaData.of(PARENT, CHILD);

    @TempDir
    private Path directory;

    private final Echo echo = new Echo();
    private Engine engine;

    @BeforeEach
    void open() {
        // One connection only, so that the one that had its checks off is the one that is looked at afterwards.
        engine = Engine.builder()
                .url("jdbc:sqlite:" + directory.resolve("test.db"))
                .poolSize(1)
                .build();
        TABLES.createAll(engine);
        engine.addListener(echo.listener());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static void child(Connection connection, int id, Integer parent) {
        connection.execute(insertInto(CHILD)
                .columns(CHILD.column("id"), CHILD.column("parent_id"))
                .values(id, parent));
    }

    private static void parent(Connection connection, int id) {
        connection.execute(insertInto(PARENT).set(PARENT.column("id", Integer.class), id));
    }

    private void assertChecked() {
        engine.transaction(connection ->
                assertThat(connection.list(sql("PRAGMA foreign_keys"))).isEqualTo(List.of(List.of(1))));
    }

    private void assertChildren(int expected) {
        engine.transaction(connection ->
                assertThat(connection.list(sql("SELECT count(*) FROM child"))).isEqualTo(List.of(List.of(expected))));
    }

    @Test
    void rowsGoInInAnyOrder() {
        engine.withoutForeignKeyChecks(TABLES, connection -> {
            child(connection, 1, 7);
            child(connection, 2, null);
            parent(connection, 7);
        });
        assertThat(echo.take()).startsWith("BEGIN").endsWith("COMMIT");
        assertChildren(2);
        assertChecked();
    }

    @Test
    void whatDanglesIsListedAndNothingStays() {
        DanglingReferencesException error = catchThrowableOfType(
                DanglingReferencesException.class,
                () -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    parent(connection, 7);
                    child(connection, 1, 7);
                    child(connection, 2, 8);
                    child(connection, 3, 9);
                }));
        assertThat(error).hasToString("""
                        dev.dovetail.integrity.DanglingReferencesException [DVT-23-DANGLING]: 2 rows refer to rows that do not exist; everything was rolled back
                          dangling    child 2: parent_id = 8, but no parent has id = 8 (fk_child_parent_id)
                          dangling    child 3: parent_id = 9, but no parent has id = 9 (fk_child_parent_id)
                          hint        load the rows that are missing as well, or leave these out""");
        assertThat(error.references())
                .containsExactly(
                        new DanglingReference(
                                "child",
                                List.of(2),
                                List.of("parent_id"),
                                List.of(8),
                                "parent",
                                List.of("id"),
                                "fk_child_parent_id"),
                        new DanglingReference(
                                "child",
                                List.of(3),
                                List.of("parent_id"),
                                List.of(9),
                                "parent",
                                List.of("id"),
                                "fk_child_parent_id"));
        assertThat(echo.take()).endsWith("ROLLBACK");
        assertChildren(0);
        assertChecked();
    }

    @Test
    void aTargetThatIsTakenAwayDangles() {
        engine.transaction(connection -> {
            parent(connection, 7);
            child(connection, 1, 7);
        });
        assertThatThrownBy(() -> engine.withoutForeignKeyChecks(
                        TABLES, connection -> connection.execute(sql("DELETE FROM parent"))))
                .isInstanceOf(DanglingReferencesException.class);
        assertChildren(1);
    }

    @Test
    void tablesThatTheProgramDoesNotKnowAreVerifiedToo() {
        engine.transaction(connection ->
                connection.execute(sql("CREATE TABLE toy (id INTEGER PRIMARY KEY, owner INTEGER REFERENCES parent)")));
        DanglingReferencesException error = catchThrowableOfType(
                DanglingReferencesException.class,
                () -> engine.withoutForeignKeyChecks(
                        TABLES, connection -> connection.execute(sql("INSERT INTO toy VALUES (1, 5)"))));
        assertThat(error).hasMessageContaining("toy 1: owner = 5, but no parent has id = 5");
    }

    @Test
    void moreThanAreListedAreOnlySaidToBe() {
        DanglingReferencesException error = catchThrowableOfType(
                DanglingReferencesException.class,
                () -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    for (int id = 0; id < ForeignKeyVerifier.LIMIT + 5; id++) {
                        child(connection, id, 8);
                    }
                }));
        assertThat(error.references()).hasSize(ForeignKeyVerifier.LIMIT);
        assertThat(error).hasMessageStartingWith("more than 1000 rows").hasMessageContaining("and 990 or more others");
    }

    @Test
    void anExceptionInsideRollsBackAndSwitchesTheChecksOn() {
        RuntimeException thrown = new RuntimeException("inside");
        assertThatThrownBy(() -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    child(connection, 1, 8);
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertChildren(0);
        assertChecked();
    }

    @Test
    void theScopeEndsItsTransactionItself() {
        for (ConnectionWork<RuntimeException> end :
                List.<ConnectionWork<RuntimeException>>of(Connection::commit, Connection::rollback)) {
            UsageException error = catchThrowableOfType(
                    UsageException.class,
                    () -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                        child(connection, 1, 8);
                        end.run(connection);
                    }));
            assertThat(error.code()).isEqualTo("DVT-CONN-END");
            assertChildren(0);
            assertChecked();
        }
    }

    @Test
    void scopesDoNotNest() {
        UsageException error = catchThrowableOfType(
                UsageException.class,
                () -> engine.withoutForeignKeyChecks(
                        TABLES, connection -> engine.withoutForeignKeyChecks(TABLES, inner -> {})));
        assertThat(error.code()).isEqualTo("DVT-ENGINE-NESTED-LOAD");
        engine.withoutForeignKeyChecks(TABLES, connection -> {});
        assertChecked();
    }

    @Test
    void aForeignKeyToATableThatIsNotThereDangles() {
        engine.transaction(connection -> {
            connection.execute(sql("CREATE TABLE k (id INTEGER PRIMARY KEY, g INTEGER REFERENCES ghost (id))"));
            connection.execute(sql("CREATE TABLE w (id INTEGER PRIMARY KEY, g INTEGER REFERENCES parent (absent))"));
        });
        engine.withoutForeignKeyChecks(TABLES, connection -> connection.execute(sql("INSERT INTO k VALUES (1, NULL)")));
        DanglingReferencesException error = catchThrowableOfType(
                DanglingReferencesException.class,
                () -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    connection.execute(sql("INSERT INTO k VALUES (2, 5)"));
                    connection.execute(sql("INSERT INTO w VALUES (3, 6)"));
                }));
        assertThat(error)
                .hasMessageContaining("k 2: g = 5, but there is no table ghost with such a key")
                .hasMessageContaining("w 3: g = 6, but there is no table parent with such a key");
        assertThat(error.references()).hasSize(2);
    }

    @Test
    void aForeignKeyOfTheModelWhoseTargetTheDatabaseHasNotDangles() {
        engine.transaction(connection -> connection.execute(sql("DROP TABLE parent")));
        DanglingReferencesException error = catchThrowableOfType(
                DanglingReferencesException.class,
                () -> engine.withoutForeignKeyChecks(TABLES, connection -> child(connection, 1, 8)));
        assertThat(error.references()).hasSize(1);
    }

    @Test
    void schemasThatTheProgramCouldNotDeclareAreVerified() {
        engine.transaction(connection -> {
            connection.execute(sql("CREATE TABLE q (id INTEGER PRIMARY KEY)"));
            connection.execute(sql("CREATE TABLE two (id INTEGER PRIMARY KEY,"
                    + " x INTEGER REFERENCES parent (id) REFERENCES q (id))"));
            connection.execute(sql("CREATE TABLE made (id INTEGER PRIMARY KEY, a INTEGER,"
                    + " x INTEGER GENERATED ALWAYS AS (a) STORED REFERENCES parent (id))"));
            connection.execute(sql("CREATE TABLE pair (a INTEGER, b INTEGER, PRIMARY KEY (a, b))"));
            connection.execute(sql("CREATE TABLE twice (id INTEGER PRIMARY KEY, a INTEGER,"
                    + " FOREIGN KEY (a, a) REFERENCES pair (a, b))"));
            connection.execute(sql("CREATE TABLE \" \" (id INTEGER PRIMARY KEY, x INTEGER REFERENCES parent (id))"));
        });
        engine.withoutForeignKeyChecks(TABLES, connection -> {
            parent(connection, 1);
            connection.execute(sql("INSERT INTO q VALUES (1)"));
            connection.execute(sql("INSERT INTO two VALUES (1, 1)"));
            connection.execute(sql("INSERT INTO made (id, a) VALUES (1, 1)"));
            connection.execute(sql("INSERT INTO pair VALUES (1, 1)"));
            connection.execute(sql("INSERT INTO twice VALUES (1, 1)"));
            connection.execute(sql("INSERT INTO \" \" VALUES (1, 1)"));
        });
        DanglingReferencesException error = catchThrowableOfType(
                DanglingReferencesException.class,
                () -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    parent(connection, 2);
                    connection.execute(sql("INSERT INTO two VALUES (2, 2)"));
                    connection.execute(sql("INSERT INTO made (id, a) VALUES (2, 3)"));
                    connection.execute(sql("INSERT INTO twice VALUES (2, 3)"));
                    connection.execute(sql("INSERT INTO \" \" VALUES (2, 3)"));
                }));
        assertThat(error)
                .hasMessageContaining("two 2: x = 2, but no q has id = 2")
                .hasMessageContaining("made 2: x = 3, but no parent has id = 3")
                .hasMessageContaining("twice 2: a foreign key leads to no row of pair");
        assertThat(error.references()).hasSize(4);
    }

    @Test
    void suchSchemasAreExplained() {
        engine.transaction(connection -> {
            connection.execute(sql("CREATE TABLE q (id INTEGER PRIMARY KEY)"));
            connection.execute(sql("CREATE TABLE two (id INTEGER PRIMARY KEY,"
                    + " x INTEGER REFERENCES parent (id) REFERENCES q (id))"));
            parent(connection, 1);
            connection.execute(sql("INSERT INTO q VALUES (1)"));
            connection.execute(sql("INSERT INTO two VALUES (1, 1)"));
        });
        Table parent = TABLES.tables().stream()
                .filter(table -> table.name().equals("parent"))
                .findFirst()
                .orElseThrow();
        engine.transaction(connection -> {
            ForeignKeyViolationException error = catchThrowableOfType(
                    ForeignKeyViolationException.class, () -> connection.execute(deleteFrom(parent)));
            assertThat(error).hasMessageContaining("two");
            assertThat(error.getCause().getSuppressed()).isEmpty();
        });
    }

    @Test
    void aListenerThatThrowsLeavesTheChecksOn() {
        List<String> told = new ArrayList<>();
        IllegalStateException thrown = new IllegalStateException("listener");
        StatementListener listener = new StatementListener() {
            @Override
            public void onRollback() {
                told.add("rollback");
                throw thrown;
            }
        };
        try (Engine listening = Engine.builder()
                .url("jdbc:sqlite:" + directory.resolve("test.db"))
                .poolSize(1)
                .listener(listener)
                .build()) {
            DanglingReferencesException error = catchThrowableOfType(
                    DanglingReferencesException.class,
                    () -> listening.withoutForeignKeyChecks(TABLES, connection -> child(connection, 1, 8)));
            assertThat(error.getSuppressed()).contains(thrown);
            assertThat(told).containsExactly("rollback");
            listening.transaction(connection ->
                    assertThat(connection.list(sql("PRAGMA foreign_keys"))).isEqualTo(List.of(List.of(1))));
        }
    }

    @Test
    void anErrorOfAListenerLeavesTheChecksOn() {
        AssertionError thrown = new AssertionError("listener");
        boolean[] armed = {true};
        engine.addListener(new StatementListener() {
            @Override
            public void onCommit() {
                if (armed[0]) {
                    throw thrown;
                }
            }
        });
        assertThatThrownBy(() -> engine.withoutForeignKeyChecks(TABLES, connection -> parent(connection, 1)))
                .isSameAs(thrown);
        armed[0] = false;
        assertChecked();
    }

    @Test
    void theConnectionIsNotClosedInsideTheScope() {
        UsageException error = catchThrowableOfType(
                UsageException.class,
                () -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    child(connection, 1, 8);
                    connection.close();
                }));
        assertThat(error.code()).isEqualTo("DVT-CONN-END");
        assertChildren(0);
        assertChecked();
    }

    @Test
    void theScopeCannotBeTakenOver() {
        UsageException error = catchThrowableOfType(
                UsageException.class,
                () -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    child(connection, 1, 8);
                    connection.leaveEndTo(null);
                    connection.commit();
                }));
        assertThat(error.code()).isEqualTo("DVT-CONN-END");
        assertChildren(0);
        assertChecked();
    }

    @Test
    void aConnectionThatIsLostInTheScopeIsNotReplaced() {
        assertThatThrownBy(() -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    child(connection, 1, 8);
                    connection
                            .physical()
                            .connected()
                            .unwrap(java.sql.Connection.class)
                            .close();
                    try {
                        child(connection, 2, 8);
                    } catch (DatabaseException e) {
                        child(connection, 3, 8);
                    }
                }))
                .isInstanceOf(TransactionStateException.class);
        assertChildren(0);
        assertChecked();
    }

    @Test
    void aTransactionThatTheDatabaseEndedInTheScopeIsNotCommitted() {
        assertThatThrownBy(() -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    child(connection, 1, 8);
                    assertThatThrownBy(() -> connection.execute(sql("INSERT OR ROLLBACK INTO child VALUES (1, NULL)")))
                            .isInstanceOf(DatabaseException.class);
                }))
                .isInstanceOf(TransactionStateException.class);
        assertChildren(0);
        assertChecked();
    }

    @Test
    void anInMemoryDatabaseHasTheScopeToo() {
        try (Engine memory = Engine.create("jdbc:sqlite::memory:")) {
            TABLES.createAll(memory);
            memory.withoutForeignKeyChecks(TABLES, connection -> {
                child(connection, 1, 7);
                parent(connection, 7);
            });
            memory.transaction(connection ->
                    assertThat(connection.list(sql("PRAGMA foreign_keys"))).isEqualTo(List.of(List.of(1))));
        }
    }
}
