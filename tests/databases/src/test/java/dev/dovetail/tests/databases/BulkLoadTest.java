package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.integrity.DanglingReferencesException;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.util.List;
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

    @EveryDatabase
    void aUserWithoutTheRightIsTold(Database database) {
        assumeThat(database.name()).isEqualTo("postgresql");
        String user = "loader_" + Long.toHexString(System.nanoTime());
        database.engine().transaction(connection -> {
            connection.execute(sql("CREATE ROLE " + user + " LOGIN"));
            connection.execute(sql("GRANT ALL ON parent, child TO " + user));
        });
        try {
            String url = database.url().replaceAll("user=[^&]*", "user=" + user);
            assertThat(url).contains(user);
            try (Engine limited = Engine.create(url)) {
                assertThatThrownBy(() -> limited.withoutForeignKeyChecks(TABLES, connection -> {}))
                        .isInstanceOf(UsageException.class)
                        .hasMessageContaining("does not let this user switch")
                        .hasMessageContaining("GRANT SET ON PARAMETER session_replication_role");
                assertChecked(limited);
            }
        } finally {
            database.engine().transaction(connection -> {
                connection.execute(sql("DROP OWNED BY " + user));
                connection.execute(sql("DROP ROLE " + user));
            });
        }
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
