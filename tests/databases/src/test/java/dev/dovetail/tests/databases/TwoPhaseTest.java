package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DisconnectException;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.IsolationLevel;
import dev.dovetail.TransactionState;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.EchoListener;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.Savepoint;
import dev.dovetail.engine.TransactionOptions;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Select;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.Servers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions that are prepared first and committed afterwards. */
class TwoPhaseTest {

    private static final Table ITEM = Table.of("item", column("id", INTEGER).primaryKey());
    private static final Column<Integer> ID = ITEM.column("id", Integer.class);
    private static final Select<Integer> IDS =
            select(table(ITEM).col(ID)).from(table(ITEM)).orderBy(table(ITEM).col(ID));

    private final List<String> echo = new ArrayList<>();
    private final String name = "test_" + UUID.randomUUID();

    private interface Work {
        void run(Engine engine);
    }

    private void on(String server, Work work) {
        FreshDatabase database = Servers.named(server).fresh();
        try (Engine engine = Engine.create(database.url())) {
            MetaData.of(ITEM).createAll(engine);
            engine.addListener(new EchoListener(echo::add));
            work.run(engine);
            assertThat(engine.preparedTransactions()).doesNotContain(name);
            assertThat(engine.statistics().connectionsInUse()).isZero();
        } finally {
            database.close();
        }
    }

    private static List<Integer> ids(Engine engine) {
        return engine.transactionResult(connection -> connection.list(IDS));
    }

    private static void insert(Connection connection, int id) {
        connection.execute(insertInto(ITEM).set(ID, id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql"})
    void whatIsPreparedIsCommittedOrRolledBack(String server) {
        on(server, engine -> {
            try (Connection connection = engine.connect()) {
                connection.beginTwoPhase(name);
                insert(connection, 1);
                connection.prepare();
                assertThat(engine.preparedTransactions()).contains(name);
                assertThat(ids(engine)).isEmpty();
                assertThatThrownBy(() -> insert(connection, 2))
                        .isInstanceOf(UsageException.class)
                        .hasMessageContaining("is prepared, and takes no further statement");
                connection.commit();
                assertThat(ids(engine)).containsExactly(1);
                connection.beginTwoPhase(name);
                insert(connection, 2);
                connection.prepare();
                connection.rollback();
                insert(connection, 3);
                connection.commit();
            }
            assertThat(ids(engine)).containsExactly(1, 3);
        });
        assertThat(echo).startsWith("BEGIN", "INSERT INTO item (id) VALUES (?)", "(1)", "PREPARE " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql"})
    void withoutPreparationItIsATransactionAsAnyOther(String server) {
        on(server, engine -> {
            try (Connection connection =
                    engine.connect(TransactionOptions.options().isolation(IsolationLevel.SERIALIZABLE))) {
                connection.beginTwoPhase(name);
                connection.prepare();
                connection.commit();
                insert(connection, 1);
                connection.commit();
                connection.beginTwoPhase(name);
                insert(connection, 2);
                connection.rollback();
                connection.beginTwoPhase(name);
                insert(connection, 3);
                Savepoint savepoint = connection.savepoint();
                insert(connection, 4);
                connection.rollbackTo(savepoint);
                connection.release(savepoint);
                connection.prepare();
                connection.commit();
            }
            try (Connection connection = engine.connect()) {
                connection.beginTwoPhase(name);
                insert(connection, 5);
            }
            assertThat(ids(engine)).containsExactly(1, 3);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql"})
    void anErrorWithinItIsRolledBackAsAnyOther(String server) {
        on(server, engine -> {
            engine.transaction(connection -> insert(connection, 1));
            try (Connection connection = engine.connect()) {
                connection.beginTwoPhase(name);
                insert(connection, 2);
                assertThatThrownBy(() -> insert(connection, 1)).isInstanceOf(UniqueViolationException.class);
                connection.rollback();
                insert(connection, 3);
                connection.commit();
            }
            assertThat(ids(engine)).containsExactly(1, 3);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql"})
    void aClosedConnectionRollsBackWhatItPrepared(String server) {
        on(server, engine -> {
            try (Connection connection = engine.connect()) {
                connection.beginTwoPhase(name);
                insert(connection, 1);
                connection.prepare();
            }
            assertThat(ids(engine)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql"})
    void anotherConnectionFinishesWhatALostOnePrepared(String server) {
        on(server, engine -> {
            for (String each : List.of(name + ".1", name + ".2")) {
                try (Connection connection = engine.connect()) {
                    connection.beginTwoPhase(each);
                    Cut cut = Cut.of(server, connection);
                    insert(connection, each.endsWith("1") ? 1 : 2);
                    connection.prepare();
                    cut.now(engine);
                    DisconnectException error = catchThrowableOfType(DisconnectException.class, connection::commit);
                    assertThat(error.transactionState()).isEqualTo(TransactionState.CLOSED);
                }
            }
            assertThat(engine.preparedTransactions()).contains(name + ".1", name + ".2");
            engine.commitPrepared(name + ".1");
            engine.rollbackPrepared(name + ".2");
            assertThat(ids(engine)).containsExactly(1);
            assertThatThrownBy(() -> engine.commitPrepared(name + ".1"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("has no prepared transaction " + name + ".1");
        });
    }

    /** The end of a connection, from outside. */
    private record Cut(String command) {

        static Cut of(String server, Connection connection) {
            boolean kill = !server.equals("postgresql");
            String number = String.valueOf(connection
                    .list(sql(kill ? "SELECT CONNECTION_ID()" : "SELECT pg_backend_pid()"))
                    .get(0)
                    .get(0));
            return new Cut(kill ? "KILL " + number : "SELECT pg_terminate_backend(" + number + ", 5000)");
        }

        void now(Engine engine) {
            try (Connection connection = engine.reading()) {
                connection.execute(sql(command));
            }
        }
    }

    @Test
    void whatIsCheckedAtTheEndIsCheckedByPrepare() {
        on("postgresql", engine -> {
            engine.transaction(connection -> connection.execute(
                    sql("CREATE TABLE part (item_id INTEGER REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED)")));
            try (Connection connection = engine.connect()) {
                connection.beginTwoPhase(name);
                connection.execute(sql("INSERT INTO part VALUES (7)"));
                ForeignKeyViolationException error =
                        catchThrowableOfType(ForeignKeyViolationException.class, connection::prepare);
                assertThat(error.getMessage()).contains("part.item_id = '7': the item referred to does not exist");
                assertThat(connection.transactionState()).isEqualTo(TransactionState.ROLLED_BACK);
                connection.rollback();
                insert(connection, 7);
                connection.commit();
            }
            assertThat(ids(engine)).containsExactly(7);
        });
    }

    @Test
    void aServerWithoutRoomSaysWhatToSet() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Engine engine = Engine.create(postgres.getJdbcUrl("postgres", "postgres"))) {
            MetaData.of(ITEM).createAll(engine);
            try (Connection connection = engine.connect()) {
                connection.beginTwoPhase(name);
                insert(connection, 1);
                assertThatThrownBy(connection::prepare)
                        .isInstanceOf(UsageException.class)
                        .hasMessage(name + " could not be prepared: the server has no room for"
                                + " prepared transactions. Set max_prepared_transactions (0 by default) to the number of"
                                + " connections at least, and restart it");
                connection.rollback();
            }
            assertThat(ids(engine)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void whereThereIsNoneItIsRefusedBeforeAnythingIsBegun(String server) {
        on(server, engine -> {
            try (Connection connection = engine.connect()) {
                assertThatThrownBy(() -> connection.beginTwoPhase(name))
                        .isInstanceOf(UsageException.class)
                        .hasMessageContaining("has no two-phase commit that another connection could finish");
            }
        });
        assertThat(echo).isEmpty();
    }

    @Test
    void misuseIsRefused() {
        on("postgresql", engine -> {
            try (Connection connection = engine.connect();
                    Connection reading = engine.reading()) {
                assertThatThrownBy(connection::prepare).hasMessageContaining("begun by beginTwoPhase");
                assertThatThrownBy(() -> connection.beginTwoPhase("it's"))
                        .hasMessageContaining("1 to 64 letters, digits");
                assertThatThrownBy(() -> reading.beginTwoPhase(name)).hasMessageContaining("has no transaction");
                insert(connection, 1);
                assertThatThrownBy(() -> connection.beginTwoPhase(name)).hasMessageContaining("is under way");
            }
        });
    }
}
