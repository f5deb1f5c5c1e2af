package dev.dovetail.engine;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DataException;
import dev.dovetail.DatabaseException;
import dev.dovetail.TransactionState;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing takes the place of the database's error, and nothing that was sent goes untold. */
class StatementErrorsTest {

    private static final Table P = Table.of("p", column("id", INTEGER).primaryKey(), column("n", VARCHAR(3)));
    private static final Insert INSERT = insertInto(P)
            .set(P.column("id", Integer.class), parameter(0, INTEGER))
            .set(P.column("n", String.class), parameter(1, VARCHAR(3)));
    private static final StatementOrigin NOBODY = StatementOrigin.none();

    private final List<StatementEvent> told = new ArrayList<>();
    private RuntimeException thrown;
    private Engine engine;
    private Connection connection;

    @BeforeEach
    void open() {
        engine = Engine.create("jdbc:sqlite::memory:");
        MetaData.of(P).createAll(engine);
        engine.transaction(setup -> setup.execute(sql("INSERT INTO p VALUES (1, 'a')")));
        engine.addListener(new StatementListener() {
            @Override
            public void onStatement(StatementEvent event) {
                told.add(event);
                if (thrown != null) {
                    throw thrown;
                }
            }
        });
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
        engine.close();
    }

    @Test
    void aListenerThatThrowsDoesNotHideTheError() {
        thrown = new IllegalStateException("listener");
        UniqueViolationException write = catchThrowableOfType(
                UniqueViolationException.class, () -> connection.execute(sql("INSERT INTO p VALUES (1, 'b')")));
        assertThat(write.getSuppressed()).contains(thrown);
        DatabaseException query =
                catchThrowableOfType(DatabaseException.class, () -> connection.list(sql("SELECT nonsense")));
        assertThat(query.getSuppressed()).contains(thrown);
        DatabaseException text =
                catchThrowableOfType(DatabaseException.class, () -> connection.executeText("CREATE nonsense"));
        assertThat(text.getSuppressed()).contains(thrown);
    }

    @Test
    void aLaterRowThatDoesNotFitDoesNotHideTheError() {
        List<Object[]> rows = List.of(new Object[] {2, "x"}, new Object[] {1, "x"}, new Object[] {3, "too long"});
        UniqueViolationException error = catchThrowableOfType(
                UniqueViolationException.class, () -> connection.executeBatch(INSERT, rows, NOBODY));
        assertThat(error.rowIndex()).isEqualTo(1);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).parameters().subList(0, 2)).isEqualTo(List.of(List.of(2, "x"), List.of(1, "x")));
        assertThat(told.get(0).error() == null).isFalse();
    }

    @Test
    void aLaterRowWithTooFewValuesDoesNotHideTheError() {
        List<Object[]> rows = List.of(new Object[] {1, "x"}, new Object[] {});
        assertThatThrownBy(() -> connection.executeBatch(INSERT, rows, NOBODY))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void rowsBeforeAValueThatDoesNotFitAreTold() {
        List<Object[]> rows = List.of(new Object[] {2, "x"}, new Object[] {3, "too long"});
        DataException error =
                catchThrowableOfType(DataException.class, () -> connection.executeBatch(INSERT, rows, NOBODY));
        assertThat(error)
                .hasMessageStartingWith(
                        "p.n = 'too long' does not fit its type: VARCHAR(3) cannot hold a text of 8 characters");
        assertThat(error.rowIndex()).isEqualTo(1);
        assertThat(error.parameters()).containsExactly(3, "too long");
        assertThat(error.facts().constraint().values()).isEqualTo(Map.of("n", "too long"));
        assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).parameters()).isEqualTo(List.of(List.of(2, "x")));
        assertThat(told.get(0).rows()).isEqualTo(1);
        told.clear();
        assertThatThrownBy(() -> connection.executeBatch(INSERT, rows.subList(1, 2), NOBODY))
                .isInstanceOf(DataException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void allListenersAreTold() {
        thrown = new IllegalStateException("listener");
        List<String> second = new ArrayList<>();
        engine.addListener(new EchoListener(second::add));
        assertThatThrownBy(() -> connection.execute(sql("SELECT 1"))).isSameAs(thrown);
        assertThat(second).contains("SELECT 1");
        thrown = null;
    }

    @Test
    void aCursorEndsWithItsConnection() {
        Cursor cursor = connection.query(sql("SELECT id FROM p").columns(INTEGER), new Object[0], NOBODY);
        Stream<Integer> stream =
                connection.stream(select(table(P).col("id", Integer.class)).from(table(P)));
        Iterator<Integer> rows = stream.iterator();
        assertThat(cursor.next()).isTrue();
        connection.close();
        for (UsageException error : List.of(
                catchThrowableOfType(UsageException.class, cursor::next),
                catchThrowableOfType(UsageException.class, () -> cursor.value(1)),
                catchThrowableOfType(UsageException.class, rows::hasNext))) {
            assertThat(error.code()).isEqualTo("DVT-CONN-CLOSED");
        }
        cursor.close();
        stream.close();
        // The next user may do what an open query would keep from it.
        engine.transaction(next -> next.execute(sql("DROP TABLE p")));
    }

    @Test
    void aCursorIsReadByOneThreadAtATime() throws InterruptedException {
        try (Cursor cursor = connection.query(sql("SELECT id FROM p").columns(INTEGER), new Object[0], NOBODY)) {
            AtomicReference<UsageException> error = new AtomicReference<>();
            engine.addListener(new StatementListener() {
                @Override
                public void onStatement(StatementEvent event) {
                    // This thread is inside of the connection.
                    Thread other =
                            new Thread(() -> error.set(catchThrowableOfType(UsageException.class, cursor::next)));
                    other.start();
                    try {
                        other.join();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            connection.execute(sql("SELECT 1"));
            assertThat(error.get().code()).isEqualTo("DVT-CONN-THREAD");
        }
    }
}
