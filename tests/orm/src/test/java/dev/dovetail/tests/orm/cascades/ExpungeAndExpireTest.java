package dev.dovetail.tests.orm.cascades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The expunge and refresh-expire cascades: along Author.passport, which has ALL, and not along Author.books. */
class ExpungeAndExpireTest {

    private final TestDatabase database = TestDatabase.of(Author.class, Book.class, Passport.class);
    private final Session session = database.open();
    private final Author author = new Author("A");
    private final Book book = new Book("b");
    private final Passport passport = new Passport("p");

    @BeforeEach
    void store() {
        author.books.add(book);
        author.passport.set(passport);
        session.add(author);
        session.flush();
        database.statements().clear();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void expungeTakesAlongWhatItsCascadeReaches() {
        session.expunge(author);
        assertThat(session.contains(author)).isFalse();
        assertThat(session.contains(passport)).isFalse();
        assertThat(session.contains(book)).isTrue();
    }

    @Test
    void expungeTakesAlongWhatIsPending() {
        Author other = new Author("B");
        Passport pending = new Passport("p");
        other.passport.set(pending);
        session.add(other);
        session.expunge(other);
        assertThat(session.contains(pending)).isFalse();
        session.flush();
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void expireDropsTheChangesOfWhatItsCascadeReaches() {
        author.name = "changed";
        Integer key = passport.authorId;
        passport.authorId = 99;
        book.title = "changed";
        session.expire(author);
        assertThat(author.name).isEqualTo("A");
        assertThat(passport.authorId).isEqualTo(key);
        assertThat(book.title).isEqualTo("changed");
    }

    @Test
    void refreshReadsTheObjectAndExpiresTheRest() {
        author.name = "changed";
        session.refresh(author);
        assertThat(author.name).isEqualTo("A");
        assertThat(database.statements().reads()).hasSize(1);
        session.get(Passport.class, passport.id);
        assertThat(database.statements().reads()).hasSize(1);
    }

    @Test
    void whoeverHasTheConnectionDoesNotEndTheTransaction() {
        Connection connection = session.connection();
        assertThatThrownBy(connection::commit)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("left to the session whose connection it is");
        assertThatThrownBy(connection::rollback).isInstanceOf(UsageException.class);
        session.rollback();
        assertThat(author.id).isNull();
    }
}
