package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.DatabaseException;
import dev.dovetail.TransactionState;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Savepoint;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Transactions begin, end, and are taken back in part. */
public class TransactionContract {

    private static final Table NUMBER = Table.of("number", column("n", INTEGER).primaryKey());
    private static final Column<Integer> N = NUMBER.column("n", Integer.class);

    /** Makes the tests; JUnit calls it. */
    public TransactionContract() {}

    @BeforeEach
    void createTable(Database database) {
        database.create(NUMBER);
    }

    private static void insert(Connection connection, int n) {
        connection.execute(insertInto(NUMBER).set(N, n));
    }

    private static List<Integer> numbers(Connection connection) {
        return connection.list(select(table(NUMBER).col(N))
                .from(table(NUMBER))
                .orderBy(table(NUMBER).col(N)));
    }

    @EveryDatabase
    void whatIsCommittedStays(Database database) {
        database.engine().transaction(connection -> insert(connection, 1));
        try (Connection connection = database.engine().connect()) {
            assertThat(numbers(connection)).containsExactly(1);
        }
    }

    @EveryDatabase
    void whatIsNotCommittedGoes(Database database) {
        try (Connection connection = database.engine().connect()) {
            insert(connection, 1);
            connection.rollback();
            assertThat(numbers(connection)).isEmpty();
            insert(connection, 2);
        }
        try (Connection connection = database.engine().connect()) {
            assertThat(numbers(connection)).isEmpty();
        }
    }

    @EveryDatabase
    void anExceptionRollsBack(Database database) {
        assertThatThrownBy(() -> database.engine().transaction(connection -> {
                    insert(connection, 1);
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        assertThat(database.engine().<List<Integer>, RuntimeException>transactionResult(TransactionContract::numbers))
                .isEmpty();
    }

    @EveryDatabase
    void anotherConnectionSeesOnlyWhatIsCommitted(Database database) {
        if (database.hasOneConnection()) {
            return;
        }
        try (Connection writer = database.engine().connect();
                Connection reader = database.engine().reading()) {
            insert(writer, 1);
            assertThat(numbers(reader)).isEmpty();
            writer.commit();
            assertThat(numbers(reader)).containsExactly(1);
        }
    }

    @EveryDatabase
    void rollsBackToASavepoint(Database database) {
        try (Connection connection = database.engine().connect()) {
            insert(connection, 1);
            Savepoint outer = connection.savepoint();
            insert(connection, 2);
            Savepoint inner = connection.savepoint();
            insert(connection, 3);
            connection.rollbackTo(inner);
            assertThat(numbers(connection)).containsExactly(1, 2);
            insert(connection, 4);
            connection.release(inner);
            assertThat(numbers(connection)).containsExactly(1, 2, 4);
            connection.rollbackTo(outer);
            assertThat(numbers(connection)).containsExactly(1);
            connection.commit();
            assertThat(numbers(connection)).containsExactly(1);
        }
    }

    @EveryDatabase
    void aSavepointSavesATransactionFromAnError(Database database) {
        try (Connection connection = database.engine().connect()) {
            insert(connection, 1);
            Savepoint before = connection.savepoint();
            assertThatThrownBy(() -> insert(connection, 1)).isInstanceOf(DatabaseException.class);
            connection.rollbackTo(before);
            assertThat(connection.transactionState()).isEqualTo(TransactionState.ACTIVE);
            insert(connection, 2);
            connection.commit();
            assertThat(numbers(connection)).containsExactly(1, 2);
        }
    }

    @EveryDatabase
    void readingStandsAlone(Database database) {
        database.engine().transaction(connection -> insert(connection, 1));
        try (Connection reading = database.engine().reading()) {
            assertThat(numbers(reading)).containsExactly(1);
            assertThat(reading.transactionState()).isEqualTo(TransactionState.NONE);
        }
    }
}
