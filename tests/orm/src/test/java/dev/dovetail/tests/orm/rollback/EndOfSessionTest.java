package dev.dovetail.tests.orm.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What objects are when their session was closed in the middle of its work, and when a commit fails. */
class EndOfSessionTest {

    private final TestDatabase database = TestDatabase.of(Author.class, Book.class, Passport.class);

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
        assertThat(database.rows("SELECT title, author_id FROM book")).containsExactly("b|" + author.id);
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
}
