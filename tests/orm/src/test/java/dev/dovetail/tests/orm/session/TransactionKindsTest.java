package dev.dovetail.tests.orm.session;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.library.Note_.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.DatabaseException;
import dev.dovetail.IsolationLevel;
import dev.dovetail.UsageException;
import dev.dovetail.engine.RetryPolicy;
import dev.dovetail.engine.TransactionOptions;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.TransactionStatus;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions without transactions; transactions that only read, with an isolation, run again. */
class TransactionKindsTest {

    private final TestDatabase database = TestDatabase.shared(Note.class);

    @BeforeEach
    void store() {
        database.sql("INSERT INTO note (text) VALUES ('n')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aReadingSessionSendsNothingButQueries() {
        try (Session reading = database.sessions().reading()) {
            assertThat(reading.getOne(Note.class, 1).text).isEqualTo("n");
            assertThat(reading.list(select(NOTE))).hasSize(1);
            assertThat(reading.count(select(NOTE))).isEqualTo(1);
        }
        assertThat(database.statements().all()).hasSize(3).allMatch(line -> line.startsWith("SELECT"));
    }

    @Test
    void aReadingSessionSeesWhatIsCommittedMeanwhile() {
        try (Session reading = database.sessions().reading()) {
            assertThat(reading.count(select(NOTE))).isEqualTo(1);
            database.sql("INSERT INTO note (text) VALUES ('m')");
            assertThat(reading.count(select(NOTE))).isEqualTo(2);
        }
    }

    @Test
    void aReadingSessionWritesNothing() {
        try (Session reading = database.sessions().reading()) {
            Note note = reading.getOne(Note.class, 1);
            note.text = "changed";
            assertThat(reading.list(select(NOTE))).as("no autoflush").hasSize(1);
            assertThatThrownBy(reading::flush)
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("writes nothing");
            assertThatThrownBy(reading::commit).hasMessageContaining("writes nothing");
            assertThatThrownBy(reading::beginNested).hasMessageContaining("writes nothing");
            assertThatThrownBy(() -> reading.add(new Note("x"))).hasMessageContaining("writes nothing");
            assertThatThrownBy(() -> reading.delete(note)).hasMessageContaining("writes nothing");
            assertThatThrownBy(() -> reading.execute(Sql.sql("DELETE FROM note")))
                    .hasMessageContaining("writes nothing");
            reading.rollback();
            assertThat(note.text).isEqualTo("n");
            assertThat(reading.transactionStatus()).isEqualTo(TransactionStatus.NONE);
        }
        assertThat(database.rows("SELECT text FROM note")).containsExactly("n");
    }

    @Test
    void aTransactionThatOnlyReadsIsHeldToIt() {
        TransactionOptions readOnly = TransactionOptions.options().asReadOnly();
        String text = database.sessions().transactionResult(readOnly, session -> session.getOne(Note.class, 1).text);
        assertThat(text).isEqualTo("n");
        assertThatThrownBy(() -> database.sessions().transaction(readOnly, session -> session.add(new Note("x"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(database.rows("SELECT text FROM note")).containsExactly("n");
    }

    @Test
    void everyTransactionOfASessionIsOfItsKind() {
        TestDatabase.requireSeveralConnections();
        TransactionOptions repeatable = TransactionOptions.options().isolation(IsolationLevel.REPEATABLE_READ);
        try (Session session = database.sessions().open(repeatable)) {
            for (int round = 1; round <= 2; round++) {
                assertThat(session.count(select(NOTE))).isEqualTo(round);
                database.sql("INSERT INTO note (text) VALUES ('m')");
                assertThat(session.count(select(NOTE))).isEqualTo(round);
                session.commit();
            }
        }
    }

    @Test
    void aTransactionIsRunAgainFromTheBeginning() {
        TestDatabase.only("a serializable transaction that fails for a write of others", "PostgreSQL");
        TransactionOptions serializable = TransactionOptions.options().isolation(IsolationLevel.SERIALIZABLE);
        AtomicInteger attempts = new AtomicInteger();
        database.sessions().transaction(serializable, new RetryPolicy(3, Duration.ZERO, Duration.ZERO), session -> {
            Note note = session.getOne(Note.class, 1);
            if (attempts.incrementAndGet() == 1) {
                database.sql("UPDATE note SET text = 'other'");
            }
            note.text = note.text + "!";
        });
        assertThat(attempts).hasValue(2);
        assertThat(database.rows("SELECT text FROM note")).containsExactly("other!");
    }

    @Test
    void anAttemptThatCannotSucceedIsNotRepeated() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> database.sessions()
                        .transaction(TransactionOptions.options(), RetryPolicy.attempts(3), session -> {
                            attempts.incrementAndGet();
                            Note note = new Note("x");
                            note.id = 1;
                            session.add(note);
                        }))
                .isInstanceOf(DatabaseException.class);
        assertThat(attempts).hasValue(1);
    }
}
