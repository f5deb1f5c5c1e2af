package dev.dovetail.tests.orm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.ResourceExhaustedException;
import dev.dovetail.TransactionState;
import dev.dovetail.orm.FlushSavepoint;
import dev.dovetail.orm.Session;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.OwnServer;
import dev.dovetail.tests.servers.Servers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No room is left. H2 cannot be given a limit; its codes are read in H2ErrorsTest.
 */
class FullDiskTest {

    @TempDir
    private Path directory;

    /** More than there is room for. */
    private static List<Book> library() {
        List<Book> books = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            books.add(new Book("b".repeat(200) + i));
        }
        return books;
    }

    private static void fill(String url, FlushSavepoint savepoint, TransactionState afterwards) {
        try (Faults faults = Faults.of(url, savepoint);
                Session session = faults.sessions.open()) {
            Book first = new Book("new");
            Author author = Faults.changed(session, first);
            List<Book> many = library();
            session.addAll(many);
            ResourceExhaustedException error = catchThrowableOfType(ResourceExhaustedException.class, session::flush);
            assertThat(error.retryable()).isFalse();
            assertThat(error.transactionState()).isEqualTo(afterwards);
            faults.assertTakenBack(session, savepoint, author, first);
            assertThat(many).allMatch(book -> book.id == null && !session.contains(book));
            faults.engine.transaction(
                    connection -> connection.execute(Sql.sql("DELETE FROM book WHERE title LIKE 'fff%'")));
            faults.assertWorks(session, author);
        }
    }

    @Test
    void ofSqlite() {
        TestDatabase.only("a database in a file of limited size", "SQLite");
        String url = "jdbc:sqlite:" + directory.resolve("test.db");
        Faults.filled(url, FlushSavepoint.NEVER).close();
        fill(url + "?max_page_count=40", FlushSavepoint.NEVER, TransactionState.ROLLED_BACK);
    }

    /** SQLite then rolls all back, and not to the savepoint only. */
    @Test
    void ofSqliteUnderASavepoint() {
        TestDatabase.only("a database in a file of limited size", "SQLite");
        String url = "jdbc:sqlite:" + directory.resolve("test.db");
        Faults.filled(url, FlushSavepoint.NEVER).close();
        fill(url + "?max_page_count=40", FlushSavepoint.ALWAYS, TransactionState.ROLLED_BACK);
    }

    @Test
    void ofMariaDb() {
        TestDatabase.only("a tablespace of limited size", "MariaDB");
        try (OwnServer server = OwnServer.mariaDbWithFilesOf(24)) {
            try (Faults faults = Faults.filled(server.url(), FlushSavepoint.NEVER)) {
                String rows = "INSERT INTO book (title) SELECT repeat('f', 250) FROM seq_1_to_1000";
                assertThatThrownBy(() -> {
                            for (int i = 0; i < 1000; i++) {
                                faults.engine.transaction(connection -> connection.execute(Sql.sql(rows)));
                            }
                        })
                        .isInstanceOf(ResourceExhaustedException.class);
            }
            fill(server.url(), FlushSavepoint.NEVER, TransactionState.FAILED);
        }
    }

    /** What a sort needs on the disk is limited; the transaction is at its end. */
    @Test
    void ofPostgresql() {
        TestDatabase.only("temporary files of limited size", "PostgreSQL");
        FreshDatabase database = Servers.named("postgresql").fresh();
        try {
            String url = database.url() + "&options=-c%20temp_file_limit=64%20-c%20work_mem=64";
            try (Faults faults = Faults.filled(url, FlushSavepoint.NEVER);
                    Session session = faults.sessions.open()) {
                Book book = new Book("new");
                Author author = Faults.changed(session, book);
                session.flush();
                ResourceExhaustedException error = catchThrowableOfType(
                        ResourceExhaustedException.class,
                        () -> session.connection()
                                .list(Sql.sql("SELECT n FROM generate_series(1, 100000) AS n ORDER BY md5(n::text)")));
                assertThat(error.sqlState()).isEqualTo("53400");
                assertThat(error.retryable()).isFalse();
                assertThat(error.transactionState()).isEqualTo(TransactionState.FAILED);
                session.rollback();
                faults.assertWorks(session, author);
            }
        } finally {
            database.close();
        }
    }
}
