package dev.dovetail.tests.orm.session;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.library.Note_.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.ScopedSessions;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionScope;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One session for each request; which session an object is in; who uses it. */
class ScopeTest {

    private final TestDatabase database = TestDatabase.shared(Author.class, Book.class, Passport.class, Note.class);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aScopeOpensItsSessionWhenAskedAndClosesIt() {
        Session session;
        try (SessionScope scope = database.sessions().scope()) {
            assertThat(scope.isOpen()).isFalse();
            session = scope.session();
            assertThat(scope.session()).isSameAs(session);
            assertThat(scope.isOpen()).isTrue();
            session.add(new Note("not committed"));
        }
        assertThatThrownBy(session::flush).hasMessageContaining("closed");
        assertThat(database.rows("SELECT * FROM note")).isEmpty();
    }

    @Test
    void aClosedScopeOpensNothing() {
        SessionScope scope = database.sessions().scope();
        scope.close();
        scope.close();
        assertThatThrownBy(scope::session).isInstanceOf(UsageException.class).hasMessageContaining("scope is closed");
    }

    @Test
    void eachScopeObjectHasItsOwnSession() {
        AtomicReference<@Nullable Object> request = new AtomicReference<>();
        ScopedSessions scoped = database.sessions().scoped(request::get);
        assertThatThrownBy(scoped::current).isInstanceOf(UsageException.class).hasMessageContaining("no current scope");
        String first = new String("request");
        String second = new String("request");
        request.set(first);
        Session session = scoped.current();
        request.set(second);
        Session other = scoped.current();
        assertThat(other).isNotSameAs(session);
        assertThat(scoped.open()).isEqualTo(2);
        scoped.end(second);
        scoped.end(second);
        assertThatThrownBy(other::flush).hasMessageContaining("closed");
        request.set(first);
        assertThat(scoped.current()).isSameAs(session);
        scoped.close();
        assertThat(scoped.open()).isZero();
        assertThatThrownBy(session::flush).hasMessageContaining("closed");
    }

    @Test
    void anObjectLeadsToItsSession() {
        try (Session session = database.open()) {
            Note note = new Note("n");
            Author author = new Author("A");
            assertThat(database.sessions().sessionOf(note)).isNull();
            session.add(note);
            session.add(author);
            assertThat(database.sessions().sessionOf(note)).isSameAs(session);
            assertThat(database.sessions().sessionOf(author)).isSameAs(session);
            session.expungeAll();
            assertThat(database.sessions().sessionOf(note)).isNull();
            assertThat(database.sessions().sessionOf(author)).isNull();
        }
    }

    @Test
    void aSessionKeepsWhatTheApplicationWants() {
        try (Session session = database.open()) {
            session.info().put("user", "ada");
            session.commit();
            assertThat(session.info()).containsEntry("user", "ada");
        }
    }

    @Test
    void twoThreadsAreToldWhereTheSessionWasOpened() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        database.sessions().events().beforeInsert(Note.class, (it, note) -> {
            inside.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        try (Session session = database.open()) {
            session.add(new Note("n"));
            Thread other = new Thread(session::flush, "other");
            other.start();
            inside.await();
            try {
                assertThatThrownBy(session::flush)
                        .isInstanceOf(UsageException.class)
                        .hasMessageContaining("TestDatabase.open(TestDatabase.java:")
                        .hasMessageContaining("is in use by thread \"other\"");
            } finally {
                done.countDown();
                other.join();
            }
        }
    }

    @Test
    void twoThreadsAreToldWhereASessionForReadingIsUsed() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (Session session = database.open()) {
            session.add(new Note("n"));
            session.commit();
        }
        database.sessions().events().load(Note.class, (it, note) -> {
            inside.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        try (Session session = database.sessions().reading()) {
            Thread other = new Thread(() -> session.list(select(NOTE)), "other");
            other.start();
            inside.await();
            try {
                assertThatThrownBy(session::connection)
                        .isInstanceOf(UsageException.class)
                        .hasMessageContaining("is in use by thread \"other\" at ")
                        .hasMessageContaining("(ScopeTest.java:");
            } finally {
                done.countDown();
                other.join();
            }
        }
    }
}
