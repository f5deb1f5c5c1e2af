package dev.dovetail.tests.orm.session;

import static dev.dovetail.tests.orm.library.Author_.AUTHOR;
import static dev.dovetail.tests.orm.library.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Expire and refresh of whole objects and of some attributes; objects that leave or forget their session. */
class ExpiryTest {

    private final TestDatabase database = TestDatabase.of(Author.class, Book.class, Passport.class, Note.class);
    private final Session session = database.open();
    private final Author author = new Author("A");
    private final Book book = new Book("b");

    @BeforeEach
    void store() {
        author.books.add(book);
        session.add(author);
        session.flush();
        database.statements().clear();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private void behindItsBack(String sql) {
        session.connection().execute(Sql.sql(sql));
        database.statements().clear();
    }

    @Test
    void expireOfOneFieldLeavesTheOthersAlone() {
        book.title = "changed";
        book.authorId = null;
        session.expire(book, BOOK.title);
        assertThat(book.title).isEqualTo("b");
        assertThat(session.inspect(book).notLoaded()).containsExactly("title");
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE book SET author_id=? WHERE book.id = ? [null, 1]");
    }

    @Test
    void onlyTheExpiredFieldIsReadAgain() {
        behindItsBack("UPDATE book SET title = 'x', author_id = NULL");
        session.expire(book, "title");
        session.get(Book.class, 1);
        assertThat(book.title).isEqualTo("x");
        assertThat(book.authorId).isEqualTo(1);
        assertThat(database.statements().reads()).hasSize(1);
        assertThat(session.inspect(book).stale()).isFalse();
    }

    @Test
    void expireOfAHolderTakesBackBothSidesAndTheKey() {
        Author other = new Author("B");
        session.add(other);
        session.flush();
        book.author.set(other);
        session.expire(book, BOOK.author);
        assertThat(book.authorId).isEqualTo(1);
        assertThat(other.books.isEmpty()).isTrue();
        assertThat(author.books).containsExactly(book);
        database.statements().clear();
        session.flush();
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void expireOfACollectionLoadsItAgainAtItsNextUse() {
        behindItsBack("INSERT INTO book (title, author_id) VALUES ('c', 1)");
        assertThat(author.books).hasSize(1);
        session.expire(author, AUTHOR.books);
        assertThat(author.books).hasSize(2);
        assertThat(database.statements().reads()).hasSize(1);
    }

    @Test
    void refreshOfOneFieldDropsItsChangeOnly() {
        behindItsBack("UPDATE book SET title = 'x'");
        book.title = "changed";
        session.refresh(book, BOOK.title);
        assertThat(book.title).isEqualTo("x");
        assertThat(database.statements().all())
                .containsExactly("SELECT book.id, book.title, book.author_id FROM book WHERE book.id = ? [1]");
    }

    @Test
    void refreshOfAHolderLoadsIt() {
        behindItsBack("INSERT INTO book (title, author_id) VALUES ('c', 1)");
        session.refresh(author, AUTHOR.books);
        assertThat(database.statements().reads()).hasSize(1);
        assertThat(author.books).hasSize(2);
        assertThat(database.statements().reads()).isEmpty();
    }

    @Test
    void refreshFlushesOtherObjectsFirst() {
        author.name = "dropped";
        book.title = "flushed";
        session.refresh(author);
        assertThat(author.name).isEqualTo("A");
        assertThat(database.statements().writes())
                .containsExactly("UPDATE book SET title=? WHERE book.id = ? [flushed, 1]");
    }

    @Test
    void refreshFindsOutThatTheRowIsGone() {
        behindItsBack("DELETE FROM book");
        assertThatThrownBy(() -> session.refresh(book))
                .isInstanceOf(ObjectDeletedException.class)
                .hasMessageContaining("Book 1");
    }

    @Test
    void anAttributeThatIsNoneIsNamed() {
        assertThatThrownBy(() -> session.expire(book, "titel"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Book has no attribute titel; it has [id, title, authorId] and [author]");
    }

    @Test
    void aPendingObjectCanNeitherBeExpiredNorRefreshed() {
        Note note = new Note("n");
        session.add(note);
        assertThatThrownBy(() -> session.expire(note)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> session.refresh(note)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> session.expire(note, "text")).isInstanceOf(UsageException.class);
    }

    @Test
    void aPendingObjectThatTheCascadeReachesLeavesTheSession() {
        Passport pending = new Passport("p");
        author.passport.set(pending);
        session.expire(author);
        assertThat(session.contains(pending)).isFalse();
        assertThat(session.inspect(pending).lifeCycle()).isEqualTo(LifeCycle.TRANSIENT);
        assertThat(author.passport.get()).isNull();
    }

    @Test
    void expireAllDropsEveryChangeAndKeepsPendingObjects() {
        Note note = new Note("n");
        session.add(note);
        author.name = "changed";
        book.title = "changed";
        session.expireAll();
        assertThat(author.name).isEqualTo("A");
        assertThat(book.title).isEqualTo("b");
        session.flush();
        assertThat(database.statements().all()).containsExactly("INSERT INTO note (text) VALUES (?) [n]");
        behindItsBack("UPDATE author SET name = 'x'");
        session.get(Author.class, 1);
        assertThat(author.name).isEqualTo("x");
    }

    @Test
    void whatWasToBeDeletedStillIsAfterExpireAll() {
        session.delete(book);
        session.expireAll();
        session.flush();
        assertThat(database.statements().writes()).containsExactly("DELETE FROM book WHERE book.id = ? [1]");
    }

    @Test
    void expungeAllEmptiesTheSessionWithinItsTransaction() {
        Note note = new Note("n");
        session.add(note);
        author.name = "changed";
        session.expungeAll();
        assertThat(session.persistent()).isEmpty();
        assertThat(session.added()).isEmpty();
        assertThat(session.inspect(author).lifeCycle()).isEqualTo(LifeCycle.DETACHED);
        assertThat(session.inspect(note).lifeCycle()).isEqualTo(LifeCycle.TRANSIENT);
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("A");
    }

    @Test
    void aTransientObjectIsInsertedAgainWithItsOldKey() {
        session.makeTransient(book);
        assertThat(session.inspect(book).lifeCycle()).isEqualTo(LifeCycle.TRANSIENT);
        assertThat(book.id).isEqualTo(1);
        behindItsBack("DELETE FROM book");
        session.add(book);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("INSERT INTO book (id, title, author_id) VALUES (?, ?, ?) [1, b, 1]");
    }

    @Test
    void aDeletedObjectMadeTransientCanBeAddedAgain() {
        session.delete(book);
        session.flush();
        assertThatThrownBy(() -> session.add(book)).isInstanceOf(UsageException.class);
        session.makeTransient(book);
        session.add(book);
        session.commit();
        assertThat(database.rows("SELECT id, title FROM book")).containsExactly("1|b");
    }

    @Test
    void rollbackLeavesAnObjectThatWasMadeTransientAlone() {
        session.delete(book);
        session.flush();
        session.makeTransient(book);
        session.rollback();
        assertThat(session.inspect(book).lifeCycle()).isEqualTo(LifeCycle.TRANSIENT);
        assertThat(book.id).isEqualTo(1);
    }

    @Test
    void aDeletionThatWasCommittedIsForgotten() {
        session.delete(book);
        session.commit();
        session.makeTransient(book);
        session.add(book);
        session.commit();
        assertThat(database.rows("SELECT id, title FROM book")).containsExactly("1|b");
    }

    @Test
    void anObjectOfAnotherSessionIsNotMadeTransient() {
        session.commit();
        try (Session other = database.open()) {
            assertThatThrownBy(() -> other.makeTransient(book)).hasMessageContaining("another session");
        }
    }

    @Test
    void objectsNeedNotBeStaleAfterACommit() {
        session.rollback();
        try (Session other = database.sessions()
                .with(SessionOptions.DEFAULT.withStaleAfterCommit(false))
                .open()) {
            Author kept = new Author("A");
            other.add(kept);
            other.commit();
            database.statements().clear();
            assertThat(other.get(Author.class, kept.id)).isSameAs(kept);
            assertThat(kept.books.isEmpty()).isTrue();
            assertThat(other.inspect(kept).stale()).isFalse();
            other.rollback();
            assertThat(other.inspect(kept).stale()).isTrue();
        }
    }
}
