package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Node;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Club.Ball;
import dev.dovetail.tests.orm.unitofwork.Club.Person;
import dev.dovetail.tests.orm.unitofwork.Wiki.Badge;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The plan of a flush, for people. */
class ExplainFlushTest {

    private final TestDatabase database = TestDatabase.of(
            Author.class, Book.class, Passport.class, Node.class, Person.class, Ball.class, Badge.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void tenThousandMixedObjectsAreAPage() {
        Author old = new Author("old");
        old.passport.set(new Passport("P0"));
        Badge first = new Badge(1, "a");
        Badge second = new Badge(2, "b");
        session.addAll(List.of(old, first, second));
        session.flush();
        Passport passport = new Passport("P1");
        old.passport.set(passport);
        first.number = 2;
        second.number = 1;
        for (int i = 0; i < 2000; i++) {
            Author author = new Author("A" + i);
            author.books.addAll(List.of(new Book("x"), new Book("y")));
            session.add(author);
        }
        Node root = new Node("root");
        for (int i = 0; i < 50; i++) {
            Node branch = new Node("b" + i);
            root.children.add(branch);
            for (int j = 0; j < 39; j++) {
                branch.children.add(new Node("leaf"));
            }
        }
        session.add(root);
        for (int i = 0; i < 1000; i++) {
            Person person = new Person("p" + i);
            Ball ball = new Ball("b" + i);
            ball.person.set(person);
            person.favoriteBall.set(ball);
            session.add(person);
        }

        assertThat(session.explainFlush().replace(System.lineSeparator(), "\n")).isEqualTo("""
                        1. UPDATE wiki_badge × 1
                            UPDATE Badge 2: Badge 1 and Badge 2 exchange their values of uq_wiki_badge_number
                        2. INSERT author × 2000
                            INSERT new Author
                            INSERT new Author
                            INSERT new Author
                            … and 1997 more
                        3. INSERT club_person × 1000
                            INSERT new Person
                            INSERT new Person
                            INSERT new Person
                            … and 997 more
                        4. INSERT club_ball × 1000
                            after 3: club_ball(person_id) → club_person
                            INSERT new Ball with [[person_id] of new Person]
                            INSERT new Ball with [[person_id] of new Person]
                            INSERT new Ball with [[person_id] of new Person]
                            … and 997 more
                        5. INSERT book × 4000
                            after 2: book(author_id) → author
                            INSERT new Book with [[author_id] of new Author]
                            INSERT new Book with [[author_id] of new Author]
                            INSERT new Book with [[author_id] of new Author]
                            … and 3997 more
                        6. INSERT tree × 2001
                            INSERT new Node
                            INSERT new Node with [[parent_id] of new Node]
                            INSERT new Node with [[parent_id] of new Node]
                            … and 1998 more
                        7. UPDATE club_person × 1000
                            after 3: the same row
                            after 4: club_person(favorite_ball_id) → club_ball
                            UPDATE new Person with [[favorite_ball_id] of new Ball]
                            UPDATE new Person with [[favorite_ball_id] of new Ball]
                            UPDATE new Person with [[favorite_ball_id] of new Ball]
                            … and 997 more
                        8. DELETE passport × 1
                            DELETE Passport 1: taken out of Author.passport
                        9. INSERT passport × 1
                            after 8: passport(author_id) is unique
                            INSERT new Passport with [[author_id] of Author 1]
                        10. UPDATE wiki_badge × 2
                            after 1: wiki_badge(number) is unique, the same row
                            UPDATE Badge 1
                            UPDATE Badge 2""");
        database.statements().clear();
        session.flush();
        assertThat(database.statements().writes()).hasSize(11_006);
    }
}
