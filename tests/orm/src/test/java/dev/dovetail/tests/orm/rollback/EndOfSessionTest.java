package dev.dovetail.tests.orm.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.TransactionStateException;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What objects are when their session was closed in the middle of its work, and when a commit fails. */
class EndOfSessionTest {

    private final TestDatabase database = TestDatabase.of(Author.class, Book.class, Passport.class, Deferred.class);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void changesThatWereNotFlushedStay() {
        Author author = new Author("A");
        try (Session session = database.open()) {
            session.add(author);
            session.commit();
            author.name = "B";
        }
        assertThat(author.name).isEqualTo("B");
        try (Session session = database.open()) {
            session.add(author);
            session.commit();
        }
        assertThat(database.rows("SELECT name FROM author")).containsExactly("B");
    }

    @Test
    void aNewObjectThatWasFlushedButNotCommittedIsTransient() {
        Author author = new Author("A");
        author.books.add(new Book("b"));
        try (Session session = database.open()) {
            session.add(author);
            session.flush();
        }
        assertThat(author.id).isNull();
        assertThat(author.books).hasSize(1);
        try (Session session = database.open()) {
            session.add(author);
            session.commit();
        }
        assertThat(database.rows("SELECT title, author_id FROM book")).containsExactly("b|1");
    }

    @Test
    void aDeleteThatWasNotCommittedLeavesADetachedObject() {
        Author author = new Author("A");
        try (Session session = database.open()) {
            session.add(author);
            session.commit();
            session.delete(author);
            session.flush();
        }
        try (Session session = database.open()) {
            session.add(author);
            author.name = "B";
            session.commit();
        }
        assertThat(database.rows("SELECT name FROM author")).containsExactly("B");
    }

    @Test
    void aPendingObjectIsTransientAfterClose() {
        Author author = new Author("A");
        try (Session session = database.open()) {
            session.add(author);
        }
        try (Session session = database.open()) {
            session.add(author);
            session.commit();
        }
        assertThat(database.rows("SELECT id, name FROM author")).containsExactly("1|A");
    }

    @Test
    void aGraphCanGoThroughSeveralSessions() {
        Author author = new Author("A");
        for (int i = 0; i < 3; i++) {
            try (Session session = database.open()) {
                session.add(author);
                author.books.add(new Book("b" + i));
                session.commit();
            }
        }
        assertThat(author.books).hasSize(3);
        assertThat(database.rows("SELECT title, author_id FROM book ORDER BY id"))
                .containsExactly("b0|1", "b1|1", "b2|1");
    }

    @Test
    void aDeferredKeyFailsInTheCommitAndMemoryGoesBack() {
        try (Session session = database.open()) {
            Deferred row = new Deferred();
            row.otherId = 99;
            session.add(row);
            session.flush();
            assertThat(row.id).isEqualTo(1);
            assertThatThrownBy(session::commit).isInstanceOf(ForeignKeyViolationException.class);
            assertThatThrownBy(session::flush).isInstanceOf(TransactionStateException.class);
            session.rollback();
            assertThat(row.id).isNull();
            assertThat(session.contains(row)).isFalse();
            row.otherId = null;
            session.add(row);
            session.commit();
        }
        assertThat(database.rows("SELECT id, other_id FROM deferred")).containsExactly("1|null");
    }

    @Test
    void aDeferredCircleNeedsNoUpdate() {
        try (Session session = database.open()) {
            Deferred one = new Deferred();
            Deferred two = new Deferred();
            one.id = 1;
            two.id = 2;
            one.otherId = 2;
            two.otherId = 1;
            session.addAll(List.of(one, two));
            session.commit();
            assertThat(database.rows("SELECT id, other_id FROM deferred ORDER BY id"))
                    .containsExactly("1|2", "2|1");
        }
    }
}
