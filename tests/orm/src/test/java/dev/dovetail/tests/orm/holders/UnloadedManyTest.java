package dev.dovetail.tests.orm.holders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A {@link dev.dovetail.orm.attribute.Many} that is changed before it is loaded. */
class UnloadedManyTest {

    @Test
    void anElementAddedTwiceAndRemovedOnceStays() {
        try (TestDatabase database = TestDatabase.of(Author.class, Book.class, Passport.class);
                Session session = database.open()) {
            Author author = new Author("A");
            Book book = new Book("b");
            session.add(author);
            session.add(book);
            session.commit();
            Author read = Objects.requireNonNull(session.get(Author.class, author.id));

            read.books.add(book);
            read.books.add(book);
            assertThat(read.books.remove(book)).isTrue();

            assertThat(book.author.get()).isSameAs(read);
            session.commit();
            assertThat(database.rows("SELECT author_id FROM book")).containsExactly(String.valueOf(author.id));
        }
    }
}
