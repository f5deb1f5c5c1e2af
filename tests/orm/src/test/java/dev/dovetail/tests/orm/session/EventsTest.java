package dev.dovetail.tests.orm.session;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.library.Author_.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.DatabaseException;
import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionEvents;
import dev.dovetail.orm.TransactionStatus;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Listeners: when they are called, and that what they do is written. */
class EventsTest {

    private final TestDatabase database = TestDatabase.shared(Author.class, Book.class, Passport.class, Note.class);
    private final SessionEvents events = database.sessions().events();
    private final Session session = database.open();
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void everythingIsHeardInItsOrder() {
        events.beforeCommit(it -> heard.add("before commit"))
                .beforeFlush(it -> heard.add("before flush"))
                .beforeInsert(Author.class, (it, author) -> heard.add("before insert " + author.id))
                .afterInsert(Author.class, (it, author) -> heard.add("after insert " + author.id))
                .beforeUpdate(Author.class, (it, author) -> heard.add("before update " + author.name))
                .afterUpdate(Author.class, (it, author) -> heard.add("after update " + author.name))
                .beforeDelete(Author.class, (it, author) -> heard.add("before delete"))
                .afterDelete(Author.class, (it, author) -> heard.add("after delete"))
                .afterFlush(it -> heard.add("after flush"))
                .afterCommit(it -> heard.add("after commit " + it.transactionStatus()))
                .afterRollback(it -> heard.add("after rollback"));
        Author author = new Author("A");
        session.add(author);
        session.commit();
        author.name = "B";
        session.flush();
        session.flush();
        session.delete(author);
        session.flush();
        session.rollback();
        assertThat(heard)
                .containsExactly(
                        "before commit",
                        "before flush",
                        "before insert null",
                        "after insert 1",
                        "after flush",
                        "after commit NONE",
                        "before flush",
                        "before update B",
                        "after update B",
                        "after flush",
                        "before flush",
                        "before delete",
                        "after delete",
                        "after flush",
                        "after rollback");
    }

    @Test
    void aListenerForATypeHearsOfAllItsInstances() {
        events.beforeInsert(Object.class, (it, any) -> heard.add(any.getClass().getSimpleName()));
        session.addAll(List.of(new Author("A"), new Note("n")));
        session.flush();
        assertThat(heard).containsExactlyInAnyOrder("Author", "Note");
    }

    @Test
    void whatAListenerChangesIsWrittenByTheSameFlush() {
        events.beforeInsert(Note.class, (it, note) -> note.text = "changed")
                .beforeFlush(it -> it.added().forEach(added -> ((Note) added).text += "!"));
        session.add(new Note("n"));
        session.flush();
        assertThat(database.statements().writes()).containsExactly("INSERT INTO note (text) VALUES (?) [changed]");
    }

    @Test
    void whatAListenerAddsIsWrittenByTheSameFlushAndHeardOf() {
        events.beforeInsert(Author.class, (it, author) -> it.add(new Note("inserted " + author.name)))
                .beforeInsert(Note.class, (it, note) -> heard.add(String.valueOf(note.text)));
        session.add(new Author("A"));
        session.flush();
        assertThat(heard).containsExactly("inserted A");
        assertThat(database.statements().writes())
                .containsExactlyInAnyOrder(
                        "INSERT INTO author (name) VALUES (?) [A]", "INSERT INTO note (text) VALUES (?) [inserted A]");
    }

    @Test
    void aDeleteCanBeTakenBack() {
        events.beforeDelete(Author.class, (it, author) -> {
            it.add(author);
            author.name = "deleted";
        });
        Author author = new Author("A");
        session.add(author);
        session.commit();
        session.delete(author);
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("deleted");
    }

    @Test
    void listenersThatNeverComeToAnEndAreStopped() {
        events.beforeInsert(Note.class, (it, note) -> it.add(new Note("another")));
        session.add(new Note("n"));
        assertThatThrownBy(session::flush)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("100 times")
                .hasMessageContaining("nothing was sent");
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void anExceptionBeforeTheWritesSendsNothing() {
        events.beforeInsert(Note.class, (it, note) -> {
            throw new IllegalArgumentException("no notes");
        });
        Note note = new Note("n");
        session.add(note);
        assertThatThrownBy(session::flush).hasMessage("no notes");
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.NONE);
        assertThat(session.contains(note)).isTrue();
    }

    @Test
    void anErrorBeforeTheWritesIsForgottenByTheNextFlush() {
        boolean[] refuses = {true};
        events.beforeInsert(Note.class, (it, note) -> {
            if (refuses[0]) {
                throw new AssertionError("no notes");
            }
        });
        Author author = new Author("A");
        session.add(author);
        session.commit();
        Note note = new Note("n");
        session.add(note);
        assertThatThrownBy(session::flush).hasMessage("no notes");
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.NONE);
        assertThat(session.contains(note)).isTrue();

        refuses[0] = false;
        database.sql("DELETE FROM author");
        author.name = "B";
        assertThatThrownBy(session::flush).isInstanceOf(ObjectDeletedException.class);
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
    }

    @Test
    void anErrorBeforeTheWritesLeavesOrphansAsTheyWere() {
        events.beforeDelete(Passport.class, (it, passport) -> {
            throw new AssertionError("no deletes");
        });
        Author author = new Author("A");
        author.passport.set(new Passport("p"));
        session.add(author);
        session.commit();
        author.passport.set(null);
        assertThatThrownBy(session::flush).hasMessage("no deletes");
        assertThat(session.deleted()).isEmpty();
        assertThat(session.transactionStatus()).isNotEqualTo(TransactionStatus.FAILED);
    }

    @Test
    void anExceptionAfterTheWritesFailsTheFlush() {
        events.afterInsert(Note.class, (it, note) -> {
            throw new IllegalArgumentException("no notes");
        });
        Note note = new Note("n");
        session.add(note);
        assertThatThrownBy(session::flush).hasMessage("no notes");
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
        session.rollback();
        assertThat(note.id).isNull();
        assertThat(database.rows("SELECT text FROM note")).isEmpty();
    }

    @Test
    void aFlushThatFailsIsHeardAsARollback() {
        events.afterRollback(it -> heard.add("rollback"));
        session.add(new Passport("p"));
        assertThatThrownBy(session::flush).isInstanceOf(DatabaseException.class);
        assertThat(heard).containsExactly("rollback");
    }

    @Test
    void loadsAreHeardWhenTheOperationIsComplete() {
        database.sql(
                "INSERT INTO author (name) VALUES ('A')",
                "INSERT INTO author (name) VALUES ('B')",
                "INSERT INTO book (title, author_id) VALUES ('b', 1)");
        events.load(Author.class, (it, author) -> heard.add(author.name + author.books.size()))
                .load(Book.class, (it, book) -> heard.add("book"))
                .refresh(Author.class, (it, author) -> heard.add("refreshed " + author.name));
        session.list(select(AUTHOR).orderBy(AUTHOR.id));
        assertThat(heard).containsExactly("A1", "B0", "book");
        heard.clear();
        session.list(select(AUTHOR));
        assertThat(heard).isEmpty();
        session.commit();
        session.get(Author.class, 1);
        assertThat(heard).containsExactly("refreshed A");
    }

    @Test
    void listenersHearOfSessionsWithOtherOptionsToo() {
        events.afterCommit(it -> heard.add("commit"));
        try (Session other = database.sessions()
                .with(dev.dovetail.orm.SessionOptions.DEFAULT.withAutoflush(false))
                .open()) {
            other.commit();
        }
        assertThat(heard).containsExactly("commit");
    }
}
