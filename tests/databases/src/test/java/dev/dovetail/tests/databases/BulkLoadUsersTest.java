package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.integrity.DanglingReferencesException;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.OwnServer;
import dev.dovetail.tests.servers.Servers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The scope without foreign key checks for users who are nobody's administrator. */
class BulkLoadUsersTest {

    private static final Table PARENT = Table.of("parent", column("id", INTEGER).primaryKey());
    private static final Table CHILD = Table.of(
            "child",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER).references("parent", "id"));
    private static final MetaData TABLES = MetaData.of(PARENT, CHILD);

    private static final String CHILD_FIRST = "INSERT INTO child (id, parent_id) VALUES (1, 10)";
    private static final String ITS_PARENT = "INSERT INTO parent (id) VALUES (10)";

    private static void run(Engine engine, String... commands) {
        engine.transaction(connection -> run(connection, commands));
    }

    private static void run(Connection connection, String... commands) {
        for (String command : commands) {
            connection.execute(sql(command));
        }
    }

    private static List<?> list(Engine engine, String query) {
        return engine.transactionResult(connection -> connection.list(sql(query)));
    }

    private static void assertChecked(Engine engine) {
        assertThatThrownBy(() -> run(engine, "INSERT INTO child (id, parent_id) VALUES (999, 999)"))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Nested
    class OnPostgresql {

        private static final String KEYS = "SELECT conname, condeferrable FROM pg_constraint WHERE contype = 'f'";

        private final String user = "loader_" + Long.toHexString(System.nanoTime());
        private FreshDatabase database;
        private Engine administrator;
        private Engine engine;

        @BeforeEach
        void createUser() {
            database = Servers.named("postgresql").fresh();
            administrator = Engine.create(database.url());
            run(administrator, "CREATE ROLE " + user + " LOGIN", "GRANT ALL ON SCHEMA public TO " + user);
            String url = database.url().replaceAll("user=[^&]*", "user=" + user);
            assertThat(url).contains(user);
            engine = Engine.builder().url(url).poolSize(1).build();
        }

        @AfterEach
        void drop() {
            if (database != null) {
                engine.close();
                run(administrator, "DROP OWNED BY " + user, "DROP ROLE " + user);
                administrator.close();
                database.drop().run();
            }
        }

        private void give(String tables) {
            run(administrator, "GRANT ALL ON " + tables + " TO " + user);
        }

        /** The foreign keys become deferrable for the length of the transaction. */
        @Test
        void theOwnerOfTheTablesLoads() {
            TABLES.createAll(engine);
            run(
                    engine,
                    "CREATE TABLE seen (id int)",
                    "CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS"
                            + " 'BEGIN INSERT INTO seen VALUES (NEW.id); RETURN NEW; END'",
                    "CREATE TRIGGER see AFTER INSERT ON child FOR EACH ROW EXECUTE FUNCTION see()");
            engine.withoutForeignKeyChecks(TABLES, connection -> run(connection, CHILD_FIRST, ITS_PARENT));
            assertThat(list(engine, "SELECT id FROM child")).hasToString("[[1]]");
            assertThat(list(engine, "SELECT id FROM seen")).as("triggers fire").hasToString("[[1]]");
            assertThat(list(engine, KEYS)).hasToString("[[fk_child_parent_id, false]]");
            assertChecked(engine);
        }

        @Test
        void whatDanglesIsListedAndTheKeysAreAsTheyWere() {
            TABLES.createAll(engine);
            assertThatThrownBy(() -> engine.withoutForeignKeyChecks(TABLES, connection -> run(connection, CHILD_FIRST)))
                    .isInstanceOf(DanglingReferencesException.class)
                    .hasMessageContaining("child 1: parent_id = 10, but no parent has id = 10");
            assertThat(list(engine, "SELECT id FROM child")).isEmpty();
            assertThat(list(engine, KEYS)).hasToString("[[fk_child_parent_id, false]]");
            assertChecked(engine);
        }

        /** A foreign key to a loaded table, from one that the program does not know. */
        @Test
        void rowsThatAreReferredToAreReplaced() {
            TABLES.createAll(engine);
            run(engine, ITS_PARENT, CHILD_FIRST);
            engine.withoutForeignKeyChecks(
                    MetaData.of(PARENT), connection -> run(connection, "DELETE FROM parent", ITS_PARENT));
            assertChecked(engine);
        }

        @Test
        void deferrableKeysOfOthersTables() {
            Table later = Table.of(
                    "child",
                    column("id", INTEGER).primaryKey(),
                    column("parent_id", INTEGER),
                    foreignKey("parent_id").references("parent", "id").deferrable(false));
            MetaData tables = MetaData.of(PARENT, later);
            tables.createAll(administrator);
            give("parent, child");
            engine.withoutForeignKeyChecks(tables, connection -> run(connection, CHILD_FIRST, ITS_PARENT));
            assertThat(list(engine, "SELECT id FROM child")).hasToString("[[1]]");
            assertChecked(engine);
        }

        @Test
        void whoCanDoNothingIsToldBefore() {
            TABLES.createAll(administrator);
            give("parent, child");
            assertThatThrownBy(() -> engine.withoutForeignKeyChecks(TABLES, connection -> {
                        throw new AssertionError("was run");
                    }))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("does not let this user switch")
                    .hasMessageContaining(
                            "nor put off fk_child_parent_id of child: let a superuser GRANT SET ON PARAMETER"
                                    + " session_replication_role TO the user, load as the owner of the tables");
            assertChecked(engine);
        }

        @Test
        void whoeverMaySetTheParameter() {
            TABLES.createAll(administrator);
            give("parent, child");
            run(administrator, "GRANT SET ON PARAMETER session_replication_role TO " + user);
            engine.withoutForeignKeyChecks(TABLES, connection -> {
                assertThat(connection.list(sql("SHOW session_replication_role")))
                        .hasToString("[[replica]]");
                run(connection, CHILD_FIRST, ITS_PARENT);
            });
            assertChecked(engine);
            assertThat(list(engine, "SHOW session_replication_role")).hasToString("[[origin]]");
            run(administrator, "REVOKE SET ON PARAMETER session_replication_role FROM " + user);
        }
    }

    @Test
    void h2WantsAnAdministrator() {
        FreshDatabase database = Servers.named("h2").fresh();
        try (Engine administrator = Engine.create(database.url())) {
            TABLES.createAll(administrator);
            run(administrator, "CREATE USER loader PASSWORD ''", "GRANT ALL ON SCHEMA PUBLIC TO loader");
            try (Engine engine =
                    Engine.create(database.url().replace(";DB_CLOSE_DELAY=-1", "") + ";USER=loader;PASSWORD=")) {
                assertThatThrownBy(() -> engine.withoutForeignKeyChecks(TABLES, connection -> {}))
                        .isInstanceOf(UsageException.class)
                        .hasMessageContaining("does not let this user switch")
                        .hasMessageContaining("ADMIN rights");
                assertChecked(engine);
                assertThat(engine.statistics().connectionsInUse()).isZero();
            }
        } finally {
            database.drop().run();
        }
    }

    @Test
    void everybodyLoadsIntoMariaDb() {
        // The shared server asks nobody for rights.
        try (OwnServer server = OwnServer.start("mariadb");
                Engine administrator =
                        Engine.builder().url(server.url()).poolSize(1).build()) {
            TABLES.createAll(administrator);
            run(
                    administrator,
                    "FLUSH PRIVILEGES",
                    "CREATE USER loader@'127.0.0.1'",
                    "CREATE USER loader@localhost",
                    "GRANT SELECT, INSERT ON own.* TO loader@'127.0.0.1'",
                    "GRANT SELECT, INSERT ON own.* TO loader@localhost");
            try (Engine engine = Engine.builder()
                    .url(server.url().replace("user=root", "user=loader"))
                    .poolSize(1)
                    .build()) {
                assertThatThrownBy(() -> run(engine, "DELETE FROM child")).hasMessageContaining("denied");
                engine.withoutForeignKeyChecks(TABLES, connection -> run(connection, CHILD_FIRST, ITS_PARENT));
                assertChecked(engine);
                assertThatThrownBy(() -> engine.withoutForeignKeyChecks(
                                TABLES,
                                connection -> run(connection, "INSERT INTO child (id, parent_id) VALUES (2, 99)")))
                        .isInstanceOf(DanglingReferencesException.class);
                assertThat(list(engine, "SELECT id FROM child")).hasToString("[[1]]");
            }
        }
    }
}
