package dev.dovetail.tests.orm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.ReadOnlyViolationException;
import dev.dovetail.TransactionState;
import dev.dovetail.orm.FlushSavepoint;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that can be read and not written: a session says so, and goes on reading. */
class ReadOnlyDatabaseTest {

    @TempDir
    private Path directory;

    /** A database for writing, and the same for reading. */
    private record Two(String writable, String readOnly, Runnable drop) {}

    private Two two() {
        switch (Faults.SERVER) {
            case "sqlite" -> {
                String file = directory.resolve("test.db").toString();
                return new Two("jdbc:sqlite:" + file, "jdbc:sqlite:file:" + file + "?mode=ro", () -> {});
            }
            case "h2" -> {
                String url = "jdbc:h2:file:" + directory.resolve("test");
                return new Two(url, url + ";ACCESS_MODE_DATA=r", () -> {});
            }
            default -> {
                FreshDatabase fresh = Servers.named(Faults.SERVER).fresh();
                String readOnly = Faults.SERVER.equals("postgresql")
                        ? "options=-c%20default_transaction_read_only=on"
                        : "sessionVariables=transaction_read_only=1";
                return new Two(fresh.url(), fresh.url() + "&" + readOnly, fresh::close);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NEVER", "ALWAYS"})
    void isRead(FlushSavepoint savepoint) throws IOException {
        Two two = two();
        try {
            Faults.filled(two.writable(), savepoint).close();
            try (Faults faults = Faults.of(two.readOnly(), savepoint);
                    Session session = faults.sessions.open()) {
                Book book = new Book("new");
                Author author = Faults.changed(session, book);
                ReadOnlyViolationException error =
                        catchThrowableOfType(ReadOnlyViolationException.class, session::flush);
                assertThat(error.retryable()).isFalse();
                assertThat(error.transactionState())
                        .isEqualTo(
                                savepoint == FlushSavepoint.ALWAYS ? TransactionState.ACTIVE : TransactionState.FAILED);
                faults.assertTakenBack(session, savepoint, author, book);
                assertThat(session.getOne(Author.class, 1).name).isEqualTo("kept");
                session.commit();
                assertThat(faults.engine.statistics().connectionsInUse()).isZero();
            }
        } finally {
            two.drop().run();
        }
    }
}
