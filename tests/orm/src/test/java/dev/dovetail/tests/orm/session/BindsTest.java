package dev.dovetail.tests.orm.session;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.library.Author_.AUTHOR;
import static dev.dovetail.tests.orm.library.Note_.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.DatabaseException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.PartialCommitException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.TransactionStatus;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One session over two databases. */
class BindsTest {

    private final TestDatabase library = TestDatabase.of(Author.class, Book.class, Passport.class);
    private final TestDatabase notes = TestDatabase.of(Note.class);
    private final SessionFactory sessions = SessionFactory.of(
                    library.engine(), Author.class, Book.class, Passport.class, Note.class)
            .bind(notes.engine(), Note.class)
            .with(SessionOptions.DEFAULT.withFlushUnderSavepoint(false));
    private final Session session = sessions.open();

    @AfterEach
    void close() {
        session.close();
        library.close();
        notes.close();
    }

    @Test
    void eachEntityIsWrittenAndReadWhereItIsBound() {
        Author author = new Author("A");
        author.books.add(new Book("b"));
        session.add(author);
        session.add(new Note("n"));
        session.commit();
        assertThat(library.statements().all())
                .containsExactly(
                        "BEGIN",
                        "INSERT INTO author (name) VALUES (?) [A]",
                        "INSERT INTO book (title, author_id) VALUES (?, ?) [b, 1]",
                        "COMMIT");
        assertThat(notes.statements().all())
                .containsExactly("BEGIN", "INSERT INTO note (text) VALUES (?) [n]", "COMMIT");
        assertThat(session.list(select(NOTE))).hasSize(1);
        assertThat(session.getOne(Author.class, 1).books).hasSize(1);
        assertThat(session.count(select(AUTHOR))).isEqualTo(1);
        assertThat(notes.statements().reads()).hasSize(1);
    }

    @Test
    void anEngineThatIsNotUsedIsNotAsked() {
        session.add(new Note("n"));
        session.commit();
        assertThat(library.statements().all()).isEmpty();
    }

    @Test
    void bothAreRolledBack() {
        session.add(new Author("A"));
        session.add(new Note("n"));
        session.flush();
        session.rollback();
        assertThat(library.rows("SELECT * FROM author")).isEmpty();
        assertThat(notes.rows("SELECT * FROM note")).isEmpty();
    }

    @Test
    void aFlushThatFailsInOneRollsBackBoth() {
        session.add(new Note("n"));
        session.flush();
        session.add(new Passport("p"));
        assertThatThrownBy(session::flush).isInstanceOf(RuntimeException.class);
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
        session.rollback();
        assertThat(notes.rows("SELECT * FROM note")).isEmpty();
    }

    @Test
    void savepointsAreSetWhereTheyAreNeeded() {
        session.add(new Author("A"));
        NestedTransaction nested = session.beginNested();
        session.add(new Note("n"));
        session.flush();
        nested.rollback();
        session.commit();
        assertThat(library.rows("SELECT name FROM author")).containsExactly("A");
        assertThat(notes.rows("SELECT * FROM note")).isEmpty();
    }

    @Test
    void aCommitThatFailsAfterAnotherSaysSo() {
        TestDatabase.require(Capability.DEFERRABLE_FOREIGN_KEYS);
        notes.sql("CREATE TABLE mark (note_id INTEGER REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED)");
        session.add(new Author("A"));
        session.flush();
        session.connection(Note.class).execute(Sql.sql("INSERT INTO mark VALUES (99)"));
        assertThatThrownBy(session::commit)
                .isInstanceOf(PartialCommitException.class)
                .hasMessageContaining("1 of 2 engines had committed")
                .hasCauseInstanceOf(DatabaseException.class);
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
        session.rollback();
        assertThat(library.rows("SELECT name FROM author")).containsExactly("A");
        assertThat(notes.rows("SELECT * FROM mark")).isEmpty();
    }

    @Test
    void statementsOfCoreSayWhere() {
        session.add(new Note("n"));
        assertThatThrownBy(session::connection)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("session.connection(User.class)");
        assertThatThrownBy(() -> session.execute(Sql.sql("DELETE FROM note"))).isInstanceOf(UsageException.class);
        session.connection(Note.class).execute(Sql.sql("INSERT INTO note (text) VALUES ('m')"));
        assertThat(session.list(select(NOTE))).hasSize(2);
    }

    @Test
    void aKeyCannotLeadToAnotherDatabase() {
        assertThatThrownBy(() -> sessions.bind(notes.engine(), Book.class))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Book refers to Author by a foreign key");
    }

    @Test
    void aFlushUnderSavepointsTakesBackWhatItDidInBoth() {
        try (Session careful = sessions.with(SessionOptions.DEFAULT.withFlushUnderSavepoint(true))
                .open()) {
            Author author = new Author("A");
            careful.add(author);
            careful.flush();
            Note note = new Note("n");
            careful.add(note);
            author.name = "changed";
            Passport passport = new Passport("p");
            careful.add(passport);
            assertThatThrownBy(careful::flush).isInstanceOf(RuntimeException.class);
            assertThat(careful.transactionStatus()).isEqualTo(TransactionStatus.OPEN);
            assertThat(author.name).isEqualTo("changed");
            assertThat(note.id).isNull();
            author.passport.set(passport);
            careful.commit();
        }
        assertThat(library.rows("SELECT name, number FROM author JOIN passport ON author.id = author_id"))
                .containsExactly("changed|p");
        assertThat(notes.rows("SELECT text FROM note")).containsExactly("n");
    }

    @Test
    void aFlushUnderSavepointsSetsThemWhereItWrites() {
        try (Session careful = sessions.with(SessionOptions.DEFAULT.withFlushUnderSavepoint(true))
                .open()) {
            careful.add(new Note("first")); // begins the transaction, which can be rolled back as a whole
            careful.flush();
            careful.add(new Note("second"));
            careful.flush();
            careful.add(new Note("third")); // the commit ends its savepoint
            careful.commit();
        }
        assertThat(notes.statements().all())
                .containsExactly(
                        "BEGIN",
                        "INSERT INTO note (text) VALUES (?) [first]",
                        "SAVEPOINT",
                        "INSERT INTO note (text) VALUES (?) [second]",
                        "RELEASE",
                        "SAVEPOINT",
                        "INSERT INTO note (text) VALUES (?) [third]",
                        "COMMIT");
        assertThat(library.statements().all()).isEmpty();
    }

    @Test
    void eachEngineHasItsTables() {
        assertThat(sessions.metadata(notes.engine()).tables())
                .extracting(Table::name)
                .containsExactly("note");
        assertThat(sessions.metadata(library.engine()).tables())
                .extracting(Table::name)
                .containsExactlyInAnyOrder("author", "book", "passport");
    }
}
