package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.DisconnectException;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.compile.Capability;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.integrity.DanglingReference;
import dev.dovetail.integrity.DanglingReferencesException;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;

/** The scope without foreign key checks: rows in any order, all verified at the end, the checks on again in any case. */
class BulkLoadTest {

    private static final Table PARENT = Table.of("parent", column("id", INTEGER).primaryKey());
    private static final Table CHILD = Table.of(
            "child",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER).references("parent", "id"));
    private static final MetaData TABLES = MetaData.of(PARENT, CHILD);

    @BeforeEach
    void create(Database database) {
        database.create(PARENT, CHILD);
    }

    private static Insert parent(int id) {
        return insertInto(PARENT).columns(PARENT.column("id")).values(id);
    }

    private static Insert child(int id, int parent) {
        return insertInto(CHILD)
                .columns(CHILD.column("id"), CHILD.column("parent_id"))
                .values(id, parent);
    }

    private static void assertChecked(Engine engine) {
        for (int i = 0; i < 3; i++) {
            try (Connection connection = engine.connect()) {
                assertThatThrownBy(() -> connection.execute(child(999, 999)))
                        .isInstanceOf(ForeignKeyViolationException.class);
            }
        }
    }

    private static List<List<Object>> rows(Engine engine, String table) {
        return engine.transactionResult(connection -> connection.list(sql("SELECT id FROM " + table + " ORDER BY id")));
    }

    @EveryDatabase
    void rowsMayComeInAnyOrder(Database database) {
        Engine engine = database.engine();
        engine.withoutForeignKeyChecks(TABLES, connection -> {
            connection.execute(child(1, 10));
            connection.execute(child(2, 10));
            connection.execute(parent(10));
        });
        assertThat(rows(engine, "child")).containsExactly(List.of(1), List.of(2));
        assertChecked(engine);
    }

    @EveryDatabase
    void whatDanglesIsNamedAndEverythingIsRolledBack(Database database) {
        Engine engine = database.engine();
        DanglingReferencesException error = catchThrowableOfType(
                DanglingReferencesException.class,
                () -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    connection.execute(parent(10));
                    connection.execute(child(1, 10));
                    connection.execute(child(2, 99));
                }));
        assertThat(error.references())
                .singleElement()
                .hasToString("child 2: parent_id = 99, but no parent has id = 99 (fk_child_parent_id)");
        assertThat(rows(engine, "child")).isEmpty();
        assertThat(rows(engine, "parent")).isEmpty();
        assertChecked(engine);
    }

    /** A foreign key that only the database knows is verified as well. */
    @EveryDatabase
    void keysThatTheProgramDoesNotDeclare(Database database) {
        Engine engine = database.engine();
        DanglingReferencesException error = catchThrowableOfType(
                DanglingReferencesException.class,
                () -> engine.withoutForeignKeyChecks(
                        MetaData.of(PARENT), connection -> connection.execute(child(2, 99))));
        assertThat(error.references()).singleElement().satisfies(row -> {
            assertThat(row.table()).isEqualTo("child");
            assertThat(row.columns()).containsExactly("parent_id");
            assertThat(row.values()).containsExactly(99);
            assertThat(row.referencedTable()).isEqualTo("parent");
        });
        assertChecked(engine);
    }

    @EveryDatabase
    void whatTheWorkThrowsEndsTheScope(Database database) {
        Engine engine = database.engine();
        assertThatThrownBy(() -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    connection.execute(child(1, 10));
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rows(engine, "child")).isEmpty();
        assertChecked(engine);
    }

    /** Which rows dangle is another question for each kind of foreign key. */
    @EveryDatabase
    void keysOfAllKindsAreVerified(Database database) {
        Table place = Table.of(
                "place",
                column("country", INTEGER),
                column("number", INTEGER),
                column("code", INTEGER).notNull(),
                column("above_country", INTEGER),
                column("above_number", INTEGER),
                primaryKey("country", "number"),
                unique("code"),
                foreignKey("above_country", "above_number").references("place", "country", "number"));
        Table visit = Table.of(
                "visit",
                column("id", INTEGER).primaryKey(),
                column("place_code", INTEGER),
                foreignKey("place_code").references("place", "code"));
        database.create(place, visit);
        Engine engine = database.engine();
        String insert = "INSERT INTO place (country, number, code, above_country, above_number) VALUES ";
        engine.withoutForeignKeyChecks(MetaData.of(place, visit), connection -> {
            connection.execute(sql("INSERT INTO visit (id, place_code) VALUES (1, 7), (2, NULL)"));
            connection.execute(sql(insert + "(1, 2, 8, 1, 1), (1, 1, 7, 1, 1), (1, 3, 9, NULL, 44)"));
        });
        DanglingReferencesException error = catchThrowableOfType(
                DanglingReferencesException.class,
                () -> engine.withoutForeignKeyChecks(MetaData.of(place, visit), connection -> {
                    connection.execute(sql("INSERT INTO visit (id, place_code) VALUES (3, 99)"));
                    connection.execute(sql(insert + "(2, 1, 10, 1, 99), (2, 2, 11, 2, 1)"));
                }));
        assertThat(error.references())
                .extracting(DanglingReference::toString)
                .containsExactlyInAnyOrder(
                        "place (2, 1): (above_country, above_number) = (1, 99), but no place has (country, number) = (1, 99)"
                                + " (fk_place_above_country_above_number)",
                        "visit 3: place_code = 99, but no place has code = 99 (fk_visit_place_code)");
    }

    @EveryDatabase
    @Requires(Capability.MATCH_FULL)
    void aKeyThatIsPartlyNull(Database database) {
        Table pair = Table.of("pair", column("a", INTEGER), column("b", INTEGER), primaryKey("a", "b"));
        Table half = Table.of(
                "half",
                column("id", INTEGER).primaryKey(),
                column("a", INTEGER),
                column("b", INTEGER),
                foreignKey("a", "b").references("pair", "a", "b").matchFull());
        database.create(pair, half);
        for (MetaData known : List.of(MetaData.of(pair, half), MetaData.of(pair))) {
            DanglingReferencesException error = catchThrowableOfType(
                    DanglingReferencesException.class,
                    () -> database.engine()
                            .withoutForeignKeyChecks(
                                    known,
                                    connection -> connection.execute(
                                            sql("INSERT INTO half (id, a, b) VALUES (1, NULL, NULL), (2, 1, NULL)"))));
            assertThat(error.references()).singleElement().satisfies(row -> {
                assertThat(row.key()).isEqualTo(List.of(2));
                assertThat(row.values()).isEqualTo(Arrays.asList(1, null));
            });
        }
    }

    /** What the rules of the foreign keys would have done is not done, and shows. */
    @EveryDatabase
    void rulesForDeletesDoNotRun(Database database) {
        Table line = Table.of(
                "line",
                column("id", INTEGER).primaryKey(),
                column("parent_id", INTEGER),
                foreignKey("parent_id").references("parent", "id").onDelete(ReferentialAction.CASCADE));
        database.create(PARENT, line);
        Engine engine = database.engine();
        engine.transaction(connection -> {
            connection.execute(parent(10));
            connection.execute(sql("INSERT INTO line (id, parent_id) VALUES (1, 10)"));
        });
        assertThatThrownBy(() -> engine.withoutForeignKeyChecks(
                        MetaData.of(PARENT, line), connection -> connection.execute(sql("DELETE FROM parent"))))
                .isInstanceOf(DanglingReferencesException.class)
                .hasMessageContaining("line 1: parent_id = 10");
        assertThat(rows(engine, "line")).hasSize(1);
    }

    @EveryDatabase
    void otherConstraintsAreChecked(Database database) {
        Engine engine = database.engine();
        assertThatThrownBy(() -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    connection.execute(parent(10));
                    connection.execute(parent(10));
                }))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(rows(engine, "parent")).isEmpty();
        assertChecked(engine);
    }

    /** On H2 checks are off for everybody: who loses the connection there must not leave it at that. */
    @EveryDatabase
    void aConnectionThatIsLostInTheScope(Database database) {
        assumeThat(database.hasOneConnection() || database.name().equals("sqlite"))
                .as("somebody can end the connection")
                .isFalse();
        String number = switch (database.name()) {
            case "h2" -> "SELECT SESSION_ID()";
            case "postgresql" -> "SELECT pg_backend_pid()";
            default -> "SELECT connection_id()";
        };
        String kill = switch (database.name()) {
            case "h2" -> "CALL ABORT_SESSION(";
            case "postgresql" -> "SELECT pg_terminate_backend(";
            default -> "KILL (";
        };
        Engine engine = database.engine();
        assertThatThrownBy(() -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                    connection.execute(child(1, 10));
                    Object id = connection.list(sql(number)).get(0).get(0);
                    try (Engine other = Engine.create(database.url());
                            Connection killer = other.reading()) {
                        String command = kill + id + ")";
                        connection(killer, command.startsWith("KILL") ? command.replaceAll("[()]", "") : command);
                    }
                    connection.execute(child(2, 10));
                }))
                .isInstanceOf(DisconnectException.class);
        assertThat(rows(engine, "child")).isEmpty();
        assertChecked(engine);
        assertThat(engine.statistics().connectionsInUse()).isZero();
    }

    private static void connection(Connection killer, String command) {
        if (command.startsWith("KILL")) {
            killer.execute(sql(command));
        } else {
            killer.list(sql(command));
        }
    }

    @EveryDatabase
    void scopesOfSeveralThreads(Database database) throws Exception {
        assumeThat(database.hasOneConnection()).isFalse();
        assumeThat(database.name()).as("writers wait for each other").isNotEqualTo("sqlite");
        Engine engine = database.engine();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> loads = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                int first = 100 * thread;
                loads.add(threads.submit(() -> {
                    for (int i = first; i < first + 10; i++) {
                        int id = i;
                        engine.withoutForeignKeyChecks(TABLES, connection -> {
                            connection.execute(child(id, id));
                            connection.execute(parent(id));
                        });
                    }
                }));
            }
            for (Future<?> load : loads) {
                load.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(rows(engine, "child")).hasSize(30);
        assertChecked(engine);
    }

    @EveryDatabase
    void tablesThatReferToEachOtherAreDropped(Database database) {
        Table hen = Table.of(
                "hen",
                column("id", INTEGER).primaryKey(),
                column("egg_id", INTEGER).references("egg", "id"));
        Table egg = Table.of(
                "egg",
                column("id", INTEGER).primaryKey(),
                column("hen_id", INTEGER).references("hen", "id"));
        MetaData circle = MetaData.of(hen, egg);
        Engine engine = database.engine();
        circle.createAll(engine);
        engine.transaction(connection -> {
            connection.execute(insertInto(hen).columns(hen.column("id")).values(1));
            connection.execute(insertInto(egg)
                    .columns(egg.column("id"), egg.column("hen_id"))
                    .values(1, 1));
        });
        circle.dropAll(engine);
        circle.createAll(engine);
        assertThat(rows(engine, "hen")).isEmpty();
        circle.dropAll(engine);
    }
}
