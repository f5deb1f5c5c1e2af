package dev.dovetail.tests.orm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.DatabaseException;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.PoolSettings;
import dev.dovetail.engine.StatementEvent;
import dev.dovetail.engine.StatementListener;
import dev.dovetail.orm.FlushSavepoint;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.TransactionStatus;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A database in which something is going to fail, with one author stored. */
final class Faults implements AutoCloseable {

    /** The server that the tests run on now, as the test kit names it. */
    static final String SERVER = TestDatabase.dialect().name().toLowerCase(Locale.ROOT);

    /** The pool tries to connect again every five seconds at last. */
    private static final Duration USUAL = Duration.ofSeconds(10);

    final Engine engine;
    final SessionFactory sessions;
    private @Nullable Runnable afterFirstInsert;

    private Faults(String url, FlushSavepoint savepoint, Duration wait) {
        engine = Engine.builder()
                .url(url)
                .pool(PoolSettings.usual().size(2).acquireTimeout(wait))
                .listener(new StatementListener() {
                    @Override
                    public void onStatement(StatementEvent event) {
                        Runnable fault = afterFirstInsert;
                        if (fault != null && event.sql().startsWith("INSERT")) {
                            afterFirstInsert = null;
                            fault.run();
                        }
                    }
                })
                .build();
        sessions = SessionFactory.of(engine, Author.class, Book.class, Passport.class)
                .with(SessionOptions.DEFAULT.withFlushUnderSavepoint(savepoint));
    }

    /** A database that has its tables. */
    static Faults of(String url, FlushSavepoint savepoint) {
        return of(url, savepoint, USUAL);
    }

    /** A database that has its tables, and a pool that waits so long for a connection. */
    static Faults of(String url, FlushSavepoint savepoint, Duration wait) {
        return new Faults(url, savepoint, wait);
    }

    /** An empty database, which gets tables and an author. */
    static Faults filled(String url, FlushSavepoint savepoint) {
        Faults faults = of(url, savepoint);
        faults.sessions.metadata().createAll(faults.engine);
        faults.sessions.transaction(session -> session.add(new Author("kept")));
        return faults;
    }

    /** What happens between two statements of the next flush. */
    void afterFirstInsert(Runnable fault) {
        afterFirstInsert = fault;
    }

    /** The author as a session has it, changed, and with a new book and a passport: three statements. */
    static Author changed(Session session, Book added) {
        Author author = session.getOne(Author.class, 1);
        author.name = "changed";
        author.passport.set(new Passport("new"));
        author.books.add(added);
        return author;
    }

    /** The flush has failed: memory is where the database is, and rollback() needs no database. */
    void assertRolledBack(Session session, Author author, Book book, DatabaseException error) {
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
        assertThat(error.retryable()).isFalse();
        session.rollback();
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.NONE);
        assertThat(author.name).isEqualTo("kept");
        assertThat(book.id).isNull();
        assertThat(session.contains(book)).isFalse();
        assertThat(session.contains(author)).isTrue();
        assertThat(engine.statistics().connectionsInUse()).isZero();
    }

    /** The flush has failed in a transaction that may go on: it is rolled back. */
    void assertTakenBack(Session session, FlushSavepoint savepoint, Author author, Book book) {
        boolean demanded = session.transactionStatus() == TransactionStatus.FAILED;
        if (!demanded) {
            assertThat(savepoint).isEqualTo(FlushSavepoint.ALWAYS);
            assertThat(author.name).isEqualTo("changed");
            assertThat(session.contains(book)).isTrue();
            assertThat(book.id).isNull();
        }
        session.rollback();
        assertThat(author.name).isEqualTo("kept");
        assertThat(book.id).isNull();
        assertThat(session.contains(book)).isFalse();
        assertThat(engine.statistics().connectionsInUse()).isZero();
    }

    /** The session works, and nothing of what failed is there. */
    void assertWorks(Session session, Author author) {
        assertThat(author.books).isEmpty();
        assertThat(author.name).isEqualTo("kept");
        author.name = "later";
        author.books.add(new Book("later"));
        session.commit();
        assertThat(rows("SELECT name FROM author")).hasToString("[[later]]");
        assertThat(rows("SELECT title FROM book")).hasToString("[[later]]");
        assertThat(engine.statistics().connectionsInUse()).isZero();
    }

    List<?> rows(String query) {
        return engine.transactionResult(connection -> connection.list(Sql.sql(query)));
    }

    @Override
    public void close() {
        engine.close();
    }
}
