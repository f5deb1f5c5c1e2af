package dev.dovetail.tests.orm.holders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    @Test
    void whatAnAutoflushHasTakenAwayIsNotLoaded() {
        try (TestDatabase database = TestDatabase.of(Garage.class, Car.class);
                Session session = database.open()) {
            database.sql("INSERT INTO garage (id) VALUES (1)", "INSERT INTO car (id, garage_id) VALUES (2, 1)");
            Garage garage = Objects.requireNonNull(session.get(Garage.class, 1));
            session.delete(garage);

            assertThat(garage.cars).isEmpty();
            assertThat(database.rows(session.connection(), "SELECT id, garage_id FROM car"))
                    .containsExactly("2|null");
        }
    }

    @Entity
    @SuppressWarnings({"FK01", "MAP15"})
    static final class Garage {
        @Id
        @Nullable
        Integer id;

        @Relationship(passiveDeletes = PassiveDeletes.NEVER)
        final Many<Car> cars = new Many<>(this);
    }

    @Entity
    @SuppressWarnings("MAP15")
    static final class Car {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Garage.class)
        @Nullable
        Integer garageId;
    }
}
