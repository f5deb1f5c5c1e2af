package dev.dovetail.tests.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.integrity.DanglingReferencesException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Node;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions in the scope without foreign key checks. */
class UncheckedLoadTest {

    private final TestDatabase database = TestDatabase.of(Author.class, Book.class, Passport.class, Node.class);
    private final SessionFactory sessions = database.sessions();

    @AfterEach
    void close() {
        assertThat(database.engine().statistics().connectionsInUse()).isZero();
        database.close();
    }

    private static Book book(int author) {
        Book book = new Book("of " + author);
        book.authorId = author;
        return book;
    }

    private void assertChecked() {
        try (Session session = database.open()) {
            session.add(book(999));
            assertThatThrownBy(session::flush).isInstanceOf(ForeignKeyViolationException.class);
        }
    }

    @Test
    void objectsComeInAnyOrder() {
        Book book = book(1);
        List<Session> used = new ArrayList<>();
        sessions.withoutForeignKeyChecks(session -> {
            used.add(session);
            session.add(book);
            session.flush();
            session.add(new Author("late"));
        });
        assertThat(database.rows("SELECT title, author_id FROM book")).containsExactly("of 1|1");
        assertThat(database.rows("SELECT id, name FROM author")).containsExactly("1|late");
        assertThat(sessions.sessionOf(book)).as("its session is closed").isNull();
        assertThatThrownBy(used.get(0)::flush).isInstanceOf(UsageException.class);
        try (Session session = database.open()) {
            session.add(book);
            assertThat(session.inspect(book).lifeCycle()).isEqualTo(LifeCycle.PERSISTENT);
            assertThat(book.author.get()).isNotNull();
        }
        assertChecked();
    }

    @Test
    void whatDanglesIsTakenBackInMemoryToo() {
        Author kept = new Author("kept");
        sessions.transaction(session -> session.add(kept));
        Book book = book(77);
        assertThatThrownBy(() -> sessions.withoutForeignKeyChecks(session -> {
                    session.add(kept);
                    kept.name = "changed";
                    session.add(book);
                }))
                .isInstanceOf(DanglingReferencesException.class)
                .hasMessageContaining("author_id = 77, but no author has id = 77");
        assertThat(book.id).isNull();
        assertThat(kept.name).isEqualTo("kept");
        assertThat(database.rows("SELECT count(*) FROM book")).containsExactly("0");
        book.authorId = kept.id;
        sessions.transaction(session -> session.add(book));
        assertThat(database.rows("SELECT title, author_id FROM book")).containsExactly("of 77|1");
        assertChecked();
    }

    @Test
    void whatTheWorkThrowsTakesAllBack() {
        Author author = new Author("a");
        assertThatThrownBy(() -> sessions.withoutForeignKeyChecks(session -> {
                    session.add(author);
                    session.flush();
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(author.id).isNull();
        assertThat(database.rows("SELECT count(*) FROM author")).containsExactly("0");
        assertChecked();
    }

    /** A failed flush leaves its session as any other does. */
    @Test
    void aFlushThatFails() {
        sessions.withoutForeignKeyChecks(session -> {
            session.add(new Author("first"));
            session.commit();
            Passport stray = new Passport("no author");
            session.add(stray);
            assertThatThrownBy(session::flush).hasMessageContaining("author_id");
            session.rollback();
            session.add(book(1));
        });
        assertThat(database.rows("SELECT name FROM author")).containsExactly("first");
        assertThat(database.rows("SELECT title FROM book")).containsExactly("of 1");
        assertChecked();
    }

    @Test
    void theConnectionStaysTheLoads() {
        assertThatThrownBy(() -> sessions.withoutForeignKeyChecks(session -> {
                    session.add(book(5));
                    session.flush();
                    session.connection().commit();
                }))
                .isInstanceOfSatisfying(
                        UsageException.class, e -> assertThat(e.code()).isEqualTo("DVT-CONN-END"));
        assertThat(database.rows("SELECT count(*) FROM book")).containsExactly("0");
        assertChecked();
    }

    @Test
    void severalDatabasesAreRefused() {
        TestDatabase.requireSeveralConnections();
        try (TestDatabase other = TestDatabase.of(Node.class)) {
            SessionFactory both = sessions.bind(other.engine(), Node.class);
            assertThatThrownBy(() -> both.withoutForeignKeyChecks(session -> {}))
                    .isInstanceOfSatisfying(
                            UsageException.class, e -> assertThat(e.code()).isEqualTo("DVT-USE-BIND"));
        }
    }
}
