package dev.dovetail.tests.orm.session;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.library.Author_.AUTHOR;
import static dev.dovetail.tests.orm.library.Note_.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DisconnectException;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.StatementListener;
import dev.dovetail.orm.PartialCommitException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.TransactionStatus;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.Statements;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.Servers;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One session over PostgreSQL and MariaDB, which both commit or neither. */
class TwoPhaseTest {

    private static final SessionOptions TWO_PHASE =
            SessionOptions.DEFAULT.withTwoPhase(true).withFlushUnderSavepoint(false);

    private FreshDatabase library;
    private FreshDatabase notes;
    private Engine mariaDb;
    private Engine postgres;
    private SessionFactory sessions;
    private Session session;
    private final Statements libraryStatements = new Statements();
    private final Statements noteStatements = new Statements();

    @BeforeEach
    void open() {
        TestDatabase.only("PostgreSQL and MariaDB together", "PostgreSQL");
        library = Servers.named("mariadb").fresh();
        notes = Servers.named("postgresql").fresh();
        mariaDb = Engine.create(library.url());
        postgres = Engine.create(notes.url());
        sessions = SessionFactory.of(mariaDb, Author.class, Book.class, Passport.class, Note.class)
                .bind(postgres, Note.class)
                .with(TWO_PHASE);
        sessions.metadata(mariaDb).createAll(mariaDb);
        sessions.metadata(postgres).createAll(postgres);
        mariaDb.addListener(libraryStatements);
        postgres.addListener(noteStatements);
        session = sessions.open();
    }

    @AfterEach
    void close() {
        if (session != null) {
            session.close();
            mariaDb.close();
            postgres.close();
            library.close();
            notes.close();
        }
    }

    private void both() {
        session.add(new Author("A"));
        session.flush();
        session.add(new Note("n"));
        session.flush();
    }

    private List<Object> counts() {
        try (Session other = sessions.open()) {
            return List.of(other.count(select(AUTHOR)), other.count(select(NOTE)));
        }
    }

    @Test
    void allPrepareBeforeOneCommits() {
        both();
        session.commit();
        assertThat(libraryStatements.all())
                .containsExactly("BEGIN", "INSERT INTO author (name) VALUES (?) [A]", "PREPARE", "COMMIT");
        assertThat(noteStatements.all())
                .containsExactly("BEGIN", "INSERT INTO note (text) VALUES (?) [n]", "PREPARE", "COMMIT");
        both();
        session.commit();
        assertThat(counts()).containsExactly(2L, 2L);
    }

    @Test
    void oneEngineAloneNeedsNoPreparation() {
        session.add(new Author("A"));
        session.commit();
        assertThat(libraryStatements.all())
                .containsExactly("BEGIN", "INSERT INTO author (name) VALUES (?) [A]", "COMMIT");
        session.add(new Note("n"));
        session.commit();
        assertThat(noteStatements.all()).containsExactly("BEGIN", "INSERT INTO note (text) VALUES (?) [n]", "COMMIT");
        both();
        session.rollback();
        assertThat(counts()).containsExactly(1L, 1L);
    }

    @Test
    void whatFailsInThePreparationOfTheSecondIsRolledBackInBoth() {
        postgres.transaction(connection -> connection.execute(
                Sql.sql("CREATE TABLE mark (note_id INTEGER REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED)")));
        Author kept = new Author("kept");
        session.add(kept);
        session.commit();
        libraryStatements.clear();
        noteStatements.clear();
        kept.name = "changed";
        Author added = new Author("B");
        session.add(added);
        session.flush();
        session.connection(Note.class).execute(Sql.sql("INSERT INTO mark VALUES (99)"));
        ForeignKeyViolationException error = catchThrowableOfType(ForeignKeyViolationException.class, session::commit);
        assertThat(error.getMessage()).contains("mark.note_id = '99': the note referred to does not exist");
        assertThat(libraryStatements.all()).endsWith("PREPARE", "ROLLBACK");
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
        session.rollback();
        assertThat(kept.name).isEqualTo("kept");
        assertThat(added.id).isNull();
        assertThat(session.contains(added)).isFalse();
        assertThat(counts()).containsExactly(1L, 0L);
        assertThat(mariaDb.preparedTransactions()).noneMatch(name -> name.startsWith("dovetail_"));
        session.add(added);
        session.commit();
        assertThat(counts()).containsExactly(2L, 0L);
    }

    @Test
    void whatFailsAfterwardsStaysPreparedAndIsFinishedByItsName() {
        both();
        int backend = (Integer) session.connection(Note.class)
                .list(Sql.sql("SELECT pg_backend_pid()"))
                .get(0)
                .get(0);
        AtomicReference<RuntimeException> inListener = new AtomicReference<>();
        mariaDb.addListener(new StatementListener() {
            @Override
            public void onCommit() {
                try (Connection connection = postgres.reading()) {
                    connection.execute(Sql.sql("SELECT pg_terminate_backend(" + backend + ", 5000)"));
                } catch (RuntimeException e) {
                    inListener.set(e);
                }
            }
        });
        PartialCommitException error = catchThrowableOfType(PartialCommitException.class, session::commit);
        assertThat(inListener).hasNullValue();
        assertThat(error.committed()).isEqualTo(1);
        assertThat(error).hasCauseInstanceOf(DisconnectException.class);
        assertThat(error.prepared()).singleElement().satisfies(left -> {
            assertThat(left.engine()).isSameAs(postgres);
            assertThat(postgres.preparedTransactions()).containsExactly(left.name());
            assertThat(error.getMessage())
                    .startsWith("1 of 2 engines have committed what all had prepared; still prepared: " + left.name()
                            + " (PostgreSQL). The first error was: ");
        });
        session.rollback();
        assertThat(counts()).containsExactly(1L, 0L);
        PartialCommitException.Prepared left = error.prepared().get(0);
        left.engine().commitPrepared(left.name());
        assertThat(counts()).containsExactly(1L, 1L);
        assertThat(postgres.preparedTransactions()).isEmpty();
    }

    @Test
    void itIsRefusedWhereADatabaseCannot() {
        try (Engine sqlite = Engine.create("jdbc:sqlite::memory:")) {
            SessionFactory one = SessionFactory.of(sqlite, Note.class);
            assertThatThrownBy(() -> one.with(TWO_PHASE))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("SQLite has no two-phase commit");
            assertThatThrownBy(() -> sessions.bind(sqlite, Note.class)).isInstanceOf(UsageException.class);
        }
        try (Connection connection = mariaDb.connect()) {
            assertThatThrownBy(() -> sessions.open(connection)).hasMessageContaining("leaves its commit to the caller");
        }
    }
}
