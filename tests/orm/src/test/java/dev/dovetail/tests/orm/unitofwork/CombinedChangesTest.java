package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Node;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Shop.Country;
import dev.dovetail.tests.orm.unitofwork.Shop.Customer;
import dev.dovetail.tests.orm.unitofwork.Shop.Line;
import dev.dovetail.tests.orm.unitofwork.Shop.Order;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes that meet each other in one flush. */
class CombinedChangesTest {
    private final TestDatabase database = TestDatabase.of(
            Author.class,
            Book.class,
            Passport.class,
            Note.class,
            Node.class,
            Country.class,
            Customer.class,
            Order.class,
            Line.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void anObjectWhoseDeleteWasCommittedIsNotWrittenSilently() {
        Note note = new Note("a");
        session.add(note);
        session.commit();
        session.delete(note);
        session.commit();
        assertThatThrownBy(() -> {
                    session.add(note);
                    note.text = "b";
                    session.commit();
                })
                .hasMessageContaining("Note 1");
    }

    @Test
    void anOrphanWhoseKeyIsItsParentsIsDeletedAndKeepsItsKey() {
        Order order = new Order();
        order.lines.addAll(List.of(Line.of(1, "a"), Line.of(2, "b")));
        session.add(order);
        session.commit();
        Line line = order.lines.remove(0);
        session.commit();
        assertThat(database.rows("SELECT number FROM a_line")).containsExactly("2");
        Line again = Line.of(1, "c");
        order.lines.add(again);
        session.commit();
        assertThat(database.rows("SELECT number, article FROM a_line ORDER BY number"))
                .containsExactly("1|c", "2|b");
        assertThat(line.number).isEqualTo(1);
    }

    @Test
    void movingAChildWhoseKeyIsItsParentsChangesItsKey() {
        Order order = new Order();
        order.lines.add(Line.of(1, "a"));
        Order second = new Order();
        session.addAll(List.of(order, second));
        session.commit();
        Line line = order.lines.get(0);
        second.lines.add(line);
        session.commit();
        assertThat(database.rows("SELECT order_id, number FROM a_line")).containsExactly("2|1");
        assertThat(session.get(Line.class, 2, 1)).isSameAs(line);
    }

    @Test
    void aDeletedChildThatIsGivenANewParentIsDeleted() {
        Author a = new Author("a");
        Book x = new Book("x");
        a.books.add(x);
        Author b = new Author("b");
        session.addAll(List.of(a, b));
        session.commit();
        session.delete(x);
        x.author.set(b);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM book")).containsExactly("0");
        assertThat(b.books).isEmpty();
        assertThat(a.books).isEmpty();
    }

    @Test
    void anObjectAddedAfterAFailedFlushIsTransientAfterTheRollback() {
        session.add(new Passport("x"));
        assertThatThrownBy(session::flush).isNotNull();
        Author late = new Author("late");
        session.add(late);
        session.rollback();
        assertThat(session.contains(late)).isFalse();
        session.add(late);
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("late");
    }

    @Test
    void keysOfATreeAreTakenBackByAFailedFlushAndGivenAgain() {
        try (Session mending = database.sessions()
                .with(SessionOptions.DEFAULT.withFlushUnderSavepoint(true))
                .open()) {
            session.close();
            Node root = new Node("r");
            Node kid = new Node("k");
            root.children.add(kid);
            mending.add(root);
            Passport p = new Passport("x");
            mending.add(p);
            assertThatThrownBy(mending::flush).isNotNull();
            assertThat(root.id).isNull();
            assertThat(kid.parentId).isNull();
            mending.expunge(p);
            mending.commit();
            assertThat(database.rows("SELECT id, parent_id FROM tree ORDER BY id"))
                    .containsExactly(root.id + "|null", kid.id + "|" + root.id);
            assertThat(root.children).containsExactly(kid);
        }
    }

    @Test
    void aFieldSetToNullEmptiesTheHolder() {
        Author a = new Author("a");
        Book x = new Book("x");
        a.books.add(x);
        session.add(a);
        session.commit();
        x.authorId = null;
        session.flush();
        assertThat(x.author.get()).isNull();
        session.commit();
        assertThat(a.books).isEmpty();
    }

    @Test
    void collectionsFollowAChangedFieldAfterTheCommit() {
        Author a = new Author("a");
        Author b = new Author("b");
        Book x = new Book("x");
        a.books.add(x);
        session.addAll(List.of(a, b));
        session.commit();
        assertThat(a.books).hasSize(1);
        assertThat(b.books).isEmpty();
        x.authorId = 2;
        session.commit();
        assertThat(a.books).isEmpty();
        assertThat(b.books).containsExactly(x);
    }

    @Test
    void onlyTheLastOfSeveralMovesCountsForAnUnloadedCollection() {
        Author a = new Author("a");
        Book x = new Book("x");
        a.books.add(x);
        session.add(a);
        session.commit();
        x.author.set(null);
        x.author.set(a);
        x.author.set(null);
        session.commit();
        assertThat(a.books).isEmpty();
        x.author.set(a);
        x.author.set(null);
        x.author.set(a);
        assertThat(a.books).containsExactly(x);
        session.commit();
        assertThat(a.books).containsExactly(x);
        session.rollback();
        assertThat(database.rows("SELECT author_id FROM book")).containsExactly("1");
    }

    @Test
    void setAllOfAnUnloadedCollectionReplacesIt() {
        Author a = new Author("a");
        a.books.addAll(List.of(new Book("x"), new Book("y")));
        session.add(a);
        session.commit();
        Book y = session.get(Book.class, 2);
        Book z = new Book("z");
        a.books.setAll(List.of(z, y));
        session.commit();
        assertThat(database.rows("SELECT title, author_id FROM book ORDER BY id"))
                .containsExactly("x|null", "y|1", "z|1");
    }
}
