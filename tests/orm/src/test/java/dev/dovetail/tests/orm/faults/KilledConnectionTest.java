package dev.dovetail.tests.orm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DisconnectException;
import dev.dovetail.TransactionState;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.orm.FlushSavepoint;
import dev.dovetail.orm.Session;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An administrator ends a session's connection. */
class KilledConnectionTest {

    private FreshDatabase database;

    @BeforeEach
    void create() {
        TestDatabase.only("connections that others can end", "PostgreSQL", "MariaDB", "H2");
        database = Servers.named(Faults.SERVER).fresh();
    }

    @AfterEach
    void drop() {
        if (database != null) {
            database.close();
        }
    }

    private void kill(Object number) {
        try (Engine other = Engine.create(database.url());
                Connection killer = other.reading()) {
            switch (Faults.SERVER) {
                case "h2" -> killer.list(Sql.sql("CALL ABORT_SESSION(" + number + ")"));
                case "postgresql" -> killer.list(Sql.sql("SELECT pg_terminate_backend(" + number + ")"));
                default -> killer.execute(Sql.sql("KILL " + number));
            }
        }
    }

    private static Object number(Session session) {
        String query = switch (Faults.SERVER) {
            case "h2" -> "SELECT SESSION_ID()";
            case "postgresql" -> "SELECT pg_backend_pid()";
            default -> "SELECT connection_id()";
        };
        return session.connection().list(Sql.sql(query)).get(0).get(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"NEVER", "ALWAYS"})
    void inTheMiddleOfAFlush(FlushSavepoint savepoint) {
        try (Faults faults = Faults.filled(database.url(), savepoint);
                Session session = faults.sessions.open()) {
            Book first = new Book("new");
            Author author = Faults.changed(session, first);
            Object number = number(session);
            faults.afterFirstInsert(() -> kill(number));
            DisconnectException error = catchThrowableOfType(DisconnectException.class, session::flush);
            assertThat(error.outcomeUnknown()).isFalse();
            assertThat(error.transactionState()).isEqualTo(TransactionState.CLOSED);
            faults.assertRolledBack(session, author, first, error);
            faults.assertWorks(session, author);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NEVER", "ALWAYS"})
    void beforeTheCommitArrives(FlushSavepoint savepoint) {
        try (Faults faults = Faults.filled(database.url(), savepoint);
                Session session = faults.sessions.open()) {
            Book first = new Book("new");
            Author author = Faults.changed(session, first);
            Object number = number(session);
            session.flush();
            kill(number);
            DisconnectException error = catchThrowableOfType(DisconnectException.class, session::commit);
            assertThat(error.outcomeUnknown()).isTrue();
            faults.assertRolledBack(session, author, first, error);
            faults.assertWorks(session, author);
        }
    }
}
