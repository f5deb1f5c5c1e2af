package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.DatabaseException;
import dev.dovetail.DeadlockException;
import dev.dovetail.DisconnectException;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.LockTimeoutException;
import dev.dovetail.OperationalException;
import dev.dovetail.TransactionState;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.Savepoint;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Update;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.testkit.Shows;
import dev.dovetail.tests.servers.Servers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What an error leaves of a transaction is known, whatever the server or its driver would let pass. */
class TransactionStatesTest {

    private static final Table ACCOUNT =
            Table.of("account", column("id", INTEGER).primaryKey(), column("balance", INTEGER));

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @BeforeEach
    void createAccounts(Database database) {
        database.create(ACCOUNT);
        database.engine().transaction(connection -> {
            connection.execute(account(1));
            connection.execute(account(2));
        });
    }

    @AfterEach
    void endOther() {
        other.shutdownNow();
    }

    private static Insert account(int id) {
        return insertInto(ACCOUNT)
                .columns(ACCOUNT.columns().toArray(dev.dovetail.schema.Column<?>[]::new))
                .values(id, 0);
    }

    private static Update change(int id) {
        return update(ACCOUNT)
                .set(ACCOUNT.column("balance", Integer.class), 1)
                .where(table(ACCOUNT).col("id", Integer.class).eq(id));
    }

    private static long accounts(Database database) {
        return database.engine().transactionResult(connection ->
                (long) connection.list(sql("SELECT id FROM account")).size());
    }

    private static boolean isOneOf(Database database, String... names) {
        return List.of(names).contains(database.name());
    }

    private static boolean isPostgresql(Database database) {
        return isOneOf(database, "postgresql");
    }

    private static void command(Connection connection, String text) {
        connection.execute(sql(text));
    }

    /** Nothing but a rollback goes, and afterwards all is well. */
    private static void assertOver(Connection connection, DatabaseException error, TransactionState state) {
        assertThat(error.transactionState()).isEqualTo(state);
        assertThatThrownBy(() -> connection.execute(account(77)))
                .isInstanceOf(TransactionStateException.class)
                .hasMessageContaining(error.getMessage().lines().findFirst().orElseThrow())
                .hasCause(error);
        assertThatThrownBy(connection::commit)
                .isInstanceOf(TransactionStateException.class)
                .hasCause(error);
        if (state == TransactionState.CLOSED) {
            return;
        }
        connection.rollback();
        connection.execute(account(78));
        connection.rollback();
    }

    @EveryDatabase
    @Shows(Capability.GOES_ON_AFTER_ERROR)
    void afterAViolation(Database database) {
        try (Connection connection = database.engine().connect()) {
            connection.execute(account(3));
            UniqueViolationException error =
                    catchThrowableOfType(UniqueViolationException.class, () -> connection.execute(account(1)));
            if (database.has(Capability.GOES_ON_AFTER_ERROR)) {
                assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
                connection.commit();
            } else {
                assertOver(connection, error, TransactionState.FAILED);
            }
        }
        assertThat(accounts(database)).isEqualTo(database.has(Capability.GOES_ON_AFTER_ERROR) ? 3 : 2);
    }

    @EveryDatabase
    void aSavepointMendsAViolation(Database database) {
        try (Connection connection = database.engine().connect()) {
            connection.execute(account(3));
            Savepoint savepoint = connection.savepoint();
            connection.execute(account(4));
            assertThatThrownBy(() -> connection.execute(account(1))).isInstanceOf(UniqueViolationException.class);
            connection.rollbackTo(savepoint);
            connection.execute(account(5));
            connection.commit();
        }
        assertThat(accounts(database)).isEqualTo(4);
    }

    /** PostgreSQL's driver expects rows, and complains when the server has long done as it was told. */
    @EveryDatabase
    void anErrorOfTheDriverSpoilsNothing(Database database) {
        assumeThat(isPostgresql(database)).isTrue();
        try (Connection connection = database.engine().connect()) {
            connection.execute(account(3));
            DatabaseException error = catchThrowableOfType(
                    DatabaseException.class, () -> connection.list(sql("UPDATE account SET balance = 5")));
            assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
            connection.commit();
        }
        assertThat(accounts(database)).isEqualTo(3);
    }

    @EveryDatabase
    void ofADeadlockOneTransactionIsTheVictim(Database database) throws Exception {
        assumeThat(isOneOf(database, "sqlite", "sqlite-memory"))
                .as("the database is locked as a whole")
                .isFalse();
        try (Connection first = database.engine().connect();
                Connection second = database.engine().connect()) {
            first.execute(account(11));
            second.execute(account(12));
            first.execute(change(1));
            second.execute(change(2));
            Future<Throwable> waiting = other.submit(() -> catchThrowable(() -> second.execute(change(1))));
            Throwable here = catchThrowable(() -> first.execute(change(2)));
            if (here == null) {
                // The other one was the victim.
                DeadlockException error = (DeadlockException) waiting.get(20, TimeUnit.SECONDS);
                assertThat(error.retryable()).isTrue();
                assertOver(second, error, deadlocked(database));
                first.commit();
            } else {
                assertThat(here).isInstanceOf(DeadlockException.class);
                assertOver(first, (DeadlockException) here, deadlocked(database));
                assertThat(waiting.get(20, TimeUnit.SECONDS)).isNull();
                second.commit();
            }
        }
        assertThat(accounts(database)).isEqualTo(3);
    }

    private static TransactionState deadlocked(Database database) {
        return isPostgresql(database) ? TransactionState.FAILED : TransactionState.ROLLED_BACK;
    }

    @EveryDatabase
    void aRowThatHasChangedMeanwhile(Database database) {
        assumeThat(isOneOf(database, "postgresql", "mariadb", "mysql", "h2")).isTrue();
        try (Connection first = database.engine().connect();
                Connection second = database.engine().connect()) {
            switch (database.name()) {
                case "postgresql" -> command(first, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                case "h2" ->
                    command(first, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                default -> {
                    List<?> known = first.list(sql("SHOW VARIABLES LIKE 'innodb_snapshot_isolation'"));
                    assumeThat(known).as("snapshot isolation").isNotEmpty();
                    command(first, "SET SESSION innodb_snapshot_isolation = ON");
                }
            }
            first.rollback();
            if (isPostgresql(database)) {
                command(first, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            }
            first.execute(account(11));
            first.list(sql("SELECT * FROM account"));
            second.execute(change(1));
            second.commit();
            OperationalException error =
                    catchThrowableOfType(OperationalException.class, () -> first.execute(change(1)));
            assertThat(error.retryable()).isTrue();
            assertOver(first, error, deadlocked(database));
        }
        assertThat(accounts(database)).isEqualTo(2);
    }

    @EveryDatabase
    void aLockThatDoesNotComeInTime(Database database) {
        assumeThat(database.hasOneConnection()).isFalse();
        try (Connection first = database.engine().connect();
                Connection second = database.engine().connect()) {
            command(
                    second,
                    switch (database.name()) {
                        case "postgresql" -> "SET SESSION lock_timeout = '200ms'";
                        case "h2" -> "SET LOCK_TIMEOUT 200";
                        case "sqlite" -> "PRAGMA busy_timeout = 200";
                        default -> "SET SESSION innodb_lock_wait_timeout = 1";
                    });
            second.commit();
            if (!isOneOf(database, "sqlite")) {
                second.execute(account(12));
            }
            first.execute(change(1));
            LockTimeoutException error =
                    catchThrowableOfType(LockTimeoutException.class, () -> second.execute(change(1)));
            assertThat(error.retryable()).isTrue();
            first.rollback();
            if (isPostgresql(database)) {
                assertOver(second, error, TransactionState.FAILED);
            } else {
                assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
                second.execute(account(13));
                second.commit();
            }
        }
        assertThat(accounts(database))
                .isEqualTo(
                        switch (database.name()) {
                            case "postgresql" -> 2;
                            case "sqlite" -> 3;
                            default -> 4;
                        });
    }

    @EveryDatabase
    void aStatementThatTakesTooLong(Database database) {
        assumeThat(isOneOf(database, "postgresql", "mariadb", "mysql", "h2")).isTrue();
        try (Connection connection = database.engine().connect()) {
            connection.execute(account(11));
            String endless = switch (database.name()) {
                case "postgresql" -> "SELECT pg_sleep(20)";
                case "h2" -> "SELECT count(*) FROM system_range(1, 100000000) a, system_range(1, 1000) b";
                default ->
                    "SELECT count(*) FROM information_schema.columns a, information_schema.columns b,"
                            + " information_schema.columns c";
            };
            command(
                    connection,
                    switch (database.name()) {
                        case "postgresql" -> "SET statement_timeout = 200";
                        case "h2" -> "SET QUERY_TIMEOUT 200";
                        case "mysql" ->
                            Servers.mysqlIsMariaDb()
                                    ? "SET SESSION max_statement_time = 0.2"
                                    : "SET SESSION max_execution_time = 200";
                        default -> "SET SESSION max_statement_time = 0.2";
                    });
            OperationalException error =
                    catchThrowableOfType(OperationalException.class, () -> connection.list(sql(endless)));
            assertThat(error.code()).isIn("DVT-57-QUERY-TIMEOUT", "DVT-57-CANCELLED");
            if (isPostgresql(database)) {
                assertOver(connection, error, TransactionState.FAILED);
            } else {
                assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
            }
        }
    }

    /** Whatever way a database has to write them, transactions are not ended behind the connection's back. */
    @EveryDatabase
    void commandsInHandWrittenTextAreFound(Database database) {
        List<String> texts = switch (database.name()) {
            case "postgresql" ->
                List.of("UPDATE account SET balance = 1; COMMIT", "/* /* */ */ COMMIT", "PREPARE TRANSACTION 'a'");
            case "mariadb", "mysql" ->
                List.of("/*! COMMIT */", "/*!50000 COMMIT */", "# all\nCOMMIT", "SET autocommit = 1");
            case "h2" -> List.of("UPDATE account SET balance = 1; COMMIT", "SET AUTOCOMMIT TRUE", "PREPARE COMMIT a");
            default -> List.of("UPDATE account SET balance = 1; COMMIT");
        };
        for (String text : texts) {
            try (Connection connection = database.engine().connect()) {
                connection.execute(account(11));
                assertThatThrownBy(() -> command(connection, text))
                        .as(text)
                        .isInstanceOf(UsageException.class)
                        .asString()
                        .contains("DVT-CONN-COMMAND");
            }
        }
        assertThat(accounts(database)).isEqualTo(2);
    }

    private static Runnable killer(Database database, Connection connection) {
        Object id = connection
                .list(sql(isPostgresql(database) ? "SELECT pg_backend_pid()" : "SELECT connection_id()"))
                .get(0)
                .get(0);
        String command = isPostgresql(database) ? "SELECT pg_terminate_backend(" + id + ")" : "KILL " + id;
        return () -> database.engine().transaction(killing -> command(killing, command));
    }

    @EveryDatabase
    void aConnectionThatIsKilled(Database database) {
        assumeThat(isOneOf(database, "postgresql", "mariadb", "mysql"))
                .as("a server")
                .isTrue();
        try (Connection connection = database.engine().connect()) {
            Runnable kill = killer(database, connection);
            connection.execute(account(11));
            kill.run();
            DisconnectException error =
                    catchThrowableOfType(DisconnectException.class, () -> connection.execute(account(12)));
            assertThat(error.outcomeUnknown()).isFalse();
            assertOver(connection, error, TransactionState.CLOSED);
        }
        assertThat(accounts(database)).isEqualTo(2);
    }

    @EveryDatabase
    void aConnectionThatIsKilledBeforeTheCommitArrives(Database database) {
        assumeThat(isOneOf(database, "postgresql", "mariadb", "mysql"))
                .as("a server")
                .isTrue();
        try (Connection connection = database.engine().connect()) {
            Runnable kill = killer(database, connection);
            connection.execute(account(11));
            kill.run();
            DisconnectException error = catchThrowableOfType(DisconnectException.class, connection::commit);
            assertThat(error.outcomeUnknown()).isTrue();
            assertThat(error).hasMessageContaining("nobody knows whether it took place");
            assertOver(connection, error, TransactionState.CLOSED);
        }
        assertThat(accounts(database)).isEqualTo(2);
    }

    @EveryDatabase
    void aRunningStatementWhoseConnectionIsKilled(Database database) throws Exception {
        assumeThat(isOneOf(database, "postgresql", "mariadb", "mysql"))
                .as("a server")
                .isTrue();
        try (Connection connection = database.engine().connect()) {
            Runnable kill = killer(database, connection);
            connection.execute(account(11));
            String endless = isPostgresql(database) ? "SELECT pg_sleep(20)" : "SELECT sleep(20)";
            Callable<Throwable> running = () -> catchThrowable(() -> connection.list(sql(endless)));
            Future<Throwable> result = other.submit(running);
            Thread.sleep(300);
            kill.run();
            Throwable error = result.get(20, TimeUnit.SECONDS);
            assertThat(error).isInstanceOf(DisconnectException.class);
            assertOver(connection, (DisconnectException) error, TransactionState.CLOSED);
        }
    }

    @EveryDatabase
    @Requires(Capability.DEFERRABLE_FOREIGN_KEYS)
    void aForeignKeyPutOffToTheCommit(Database database) {
        Table parent = Table.of("parent", column("id", INTEGER).primaryKey());
        Table later = Table.of(
                "later",
                column("id", INTEGER).primaryKey(),
                column("parent_id", INTEGER),
                foreignKey("parent_id").references("parent", "id").deferrable(true));
        database.create(parent, later);
        Engine engine = database.hasOneConnection()
                ? database.engine()
                : database.engine(settings -> settings.metaData(MetaData.of(ACCOUNT, parent, later)));
        try (Connection connection = engine.connect()) {
            connection.execute(account(3));
            connection.execute(insertInto(later)
                    .columns(later.column("id"), later.column("parent_id"))
                    .values(1, 99));
            ForeignKeyViolationException error =
                    catchThrowableOfType(ForeignKeyViolationException.class, connection::commit);
            assertThat(error.constraint()).isEqualTo(database.hasOneConnection() ? null : "fk_later_parent_id");
            assertThat(error.table()).isEqualTo("later");
            if (isPostgresql(database)) {
                assertOver(connection, error, TransactionState.ROLLED_BACK);
            } else {
                assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
                connection.execute(
                        insertInto(parent).columns(parent.column("id")).values(99));
                connection.commit();
            }
        }
        assertThat(accounts(database)).isEqualTo(isPostgresql(database) ? 2 : 3);
    }
}
