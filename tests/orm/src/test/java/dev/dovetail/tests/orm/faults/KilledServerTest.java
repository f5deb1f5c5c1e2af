package dev.dovetail.tests.orm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DisconnectException;
import dev.dovetail.TransactionState;
import dev.dovetail.orm.FlushSavepoint;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.servers.OwnServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server is killed, and comes back. */
class KilledServerTest {

    private static OwnServer server;

    @BeforeAll
    static void start() {
        TestDatabase.only("a server that can be killed", "PostgreSQL", "MariaDB");
        server = OwnServer.start(Faults.SERVER);
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void empty() {
        server.start();
        try (Faults faults = Faults.of(server.url(), FlushSavepoint.NEVER)) {
            faults.sessions.metadata().dropAll(faults.engine);
        }
    }

    @Test
    void inTheMiddleOfAFlush() {
        try (Faults faults = Faults.filled(server.url(), FlushSavepoint.NEVER);
                Session session = faults.sessions.open()) {
            Book first = new Book("new");
            Author author = Faults.changed(session, first);
            faults.afterFirstInsert(server::kill);
            DisconnectException error = catchThrowableOfType(DisconnectException.class, session::flush);
            assertThat(error.outcomeUnknown()).isFalse();
            assertThat(error.transactionState()).isEqualTo(TransactionState.CLOSED);
            faults.assertRolledBack(session, author, first, error);
            assertNobodyAnswers();
            server.start();
            faults.assertWorks(session, author);
        }
    }

    private static void assertNobodyAnswers() {
        try (Faults faults = Faults.of(server.url(), FlushSavepoint.NEVER, Duration.ofMillis(300));
                Session session = faults.sessions.open()) {
            DisconnectException error =
                    catchThrowableOfType(DisconnectException.class, () -> session.get(Author.class, 1));
            assertThat(error.transactionState()).isEqualTo(TransactionState.NONE);
            session.rollback();
            assertThat(faults.engine.statistics().connectionsInUse()).isZero();
        }
    }

    @Test
    void beforeTheCommitArrives() {
        try (Faults faults = Faults.filled(server.url(), FlushSavepoint.ALWAYS);
                Session session = faults.sessions.open()) {
            Book first = new Book("new");
            Author author = Faults.changed(session, first);
            session.flush();
            server.kill();
            DisconnectException error = catchThrowableOfType(DisconnectException.class, session::commit);
            assertThat(error.outcomeUnknown()).isTrue();
            assertThat(error).hasMessageContaining("nobody knows whether it took place");
            faults.assertRolledBack(session, author, first, error);
            server.start();
            faults.assertWorks(session, author);
        }
    }
}
