package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A session in the engine's scope without foreign key checks. What it writes counts as committed when the scope has verified and
 * committed it; otherwise its objects go back to what they were.
 */
final class UncheckedLoad<X extends Exception> {

    private final SessionFactory sessions;
    private final SessionWork<X> work;
    private @Nullable SessionState session;

    UncheckedLoad(SessionFactory sessions, SessionWork<X> work) {
        if (sessions.binds().engines().size() > 1) {
            throw new UsageException(
                    "DVT-USE-BIND",
                    "foreign keys are unchecked and verified in one database, and some entities are bound to another; load"
                            + " each database by a factory of its own");
        }
        this.sessions = sessions;
        this.work = work;
    }

    void run() throws X {
        boolean committed = false;
        try {
            sessions.engine().withoutForeignKeyChecks(sessions.metadata(), this::load);
            committed = true;
        } finally {
            SessionState opened = session;
            if (opened != null) {
                opened.transaction.endedByOwner(committed);
                opened.face().close();
            }
        }
    }

    private void load(Connection connection) throws X {
        SessionState opened = sessions.within(connection);
        session = opened;
        work.run(new Session(opened));
        opened.transaction.flushAll();
    }
}
