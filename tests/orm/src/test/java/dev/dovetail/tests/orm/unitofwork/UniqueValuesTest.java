package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UniqueViolationException;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Wiki.Badge;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A row that gives a unique value up goes before the one that takes it. */
class UniqueValuesTest {

    private final TestDatabase database = TestDatabase.of(Author.class, Book.class, Passport.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void anOrphanOfAOneToOneIsDeletedBeforeItsSuccessorIsInserted() {
        Author author = new Author("A");
        author.passport.set(new Passport("1"));
        session.add(author);
        session.commit();
        author.passport.set(new Passport("2"));
        session.commit();
        assertThat(database.rows("SELECT number, author_id FROM passport")).containsExactly("2|1");
    }

    @Test
    void aDeletedRowGivesItsPrimaryKeyToItsSuccessor() {
        Author author = new Author("old");
        session.add(author);
        session.commit();
        session.delete(author);
        Author successor = new Author("new");
        successor.id = author.id;
        session.add(successor);
        session.commit();
        assertThat(database.rows("SELECT id, name FROM author")).containsExactly("1|new");
    }

    @Test
    void aValueGoesFromRowToRow() {
        Passport first = passport("A", "1");
        Passport second = passport("B", "2");
        Passport third = passport("C", "3");
        session.addAll(List.of(first, second, third));
        session.commit();

        Integer free = third.authorId;
        Author newcomer = new Author("D");
        session.add(newcomer);
        session.flush();
        third.authorId = newcomer.id;
        Integer next = second.authorId;
        second.authorId = free;
        first.authorId = next;
        session.commit();

        assertThat(database.rows("SELECT number, author_id FROM passport ORDER BY number"))
                .containsExactly("1|2", "2|3", "3|4");
    }

    @Test
    void twoRowsThatExchangeTheirValuesAreRefused() {
        Passport first = passport("A", "1");
        Passport second = passport("B", "2");
        session.addAll(List.of(first, second));
        session.commit();
        Integer authorOfFirst = first.authorId;
        first.authorId = second.authorId;
        second.authorId = authorOfFirst;
        assertThatThrownBy(session::commit).isInstanceOf(UniqueViolationException.class);
        session.rollback();
        assertThat(database.rows("SELECT number, author_id FROM passport ORDER BY number"))
                .containsExactly("1|1", "2|2");
    }

    @Test
    void theOneThatCannotGoFirstSaysWhatIsExchanged() {
        Passport first = passport("A", "1");
        Passport second = passport("B", "2");
        session.addAll(List.of(first, second));
        session.commit();
        Integer authorOfFirst = first.authorId;
        first.authorId = second.authorId;
        second.authorId = authorOfFirst;
        assertThatThrownBy(session::commit)
                .isInstanceOf(UniqueViolationException.class)
                .hasMessageContaining("Passport 1 and Passport 2 exchange their values of ")
                .hasMessageContaining("whose columns cannot be NULL in between");
    }

    /** One row gives its value up first, and then all take theirs: one UPDATE more than rows. */
    @Test
    void rowsThatMayBeWithoutAValueExchangeTheirs() {
        try (TestDatabase badges = TestDatabase.of(Badge.class);
                Session own = badges.open()) {
            List<Badge> ring = List.of(new Badge(1, "a"), new Badge(2, "b"), new Badge(3, "c"));
            own.addAll(ring);
            own.flush();
            ring.get(0).number = 2;
            ring.get(1).number = 3;
            ring.get(2).number = 1;
            badges.statements().clear();
            own.flush();
            assertThat(badges.statements().writes())
                    .containsExactly(
                            "UPDATE wiki_badge SET number=? WHERE wiki_badge.id = ? [null, 2]",
                            "UPDATE wiki_badge SET number=? WHERE wiki_badge.id = ? [2, 1]",
                            "UPDATE wiki_badge SET number=? WHERE wiki_badge.id = ? [1, 3]",
                            "UPDATE wiki_badge SET number=? WHERE wiki_badge.id = ? [3, 2]");
            assertThat(ring).extracting(badge -> badge.number).containsExactly(2, 3, 1);
            own.commit();
            assertThat(badges.rows("SELECT owner, number FROM wiki_badge ORDER BY owner"))
                    .containsExactly("a|2", "b|3", "c|1");
        }
    }

    private static Passport passport(String author, String number) {
        Passport passport = new Passport(number);
        passport.author.set(new Author(author));
        return passport;
    }

    @Test
    void childrenGoBeforeTheRowThatGivesItsKeyUp() {
        Author author = new Author("old");
        author.passport.set(new Passport("1"));
        session.add(author);
        session.commit();
        session.delete(author);
        Author successor = new Author("new");
        successor.id = author.id;
        successor.passport.set(new Passport("2"));
        session.add(successor);
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("new");
        assertThat(database.rows("SELECT number, author_id FROM passport")).containsExactly("2|1");
    }
}
