package dev.dovetail.orm;

import dev.dovetail.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * The session of one scope, a web request for instance: opened when it is first asked for, closed with the scope. It is an
 * object to be handed on, as an attribute of the request or a parameter, and bound to no thread; so it is as safe with virtual
 * threads as with others. Everybody in the scope gets the same session, which still belongs to one thread at a time.
 *
 * <pre>{@code
 * try (SessionScope scope = sessions.scope()) {
 *     request.setAttribute("scope", scope);
 *     chain.doFilter(request, response);      // whoever needs it calls scope.session()
 * }
 * }</pre>
 */
public final class SessionScope implements AutoCloseable {

    private final SessionFactory sessions;
    private @Nullable Session session;
    private boolean closed;

    SessionScope(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * The scope's session; opened now, if it was not yet.
     *
     * @return the session; the scope closes it
     * @throws UsageException if the scope is closed
     */
    public synchronized Session session() {
        if (closed) {
            throw new UsageException(
                    "DVT-USE-SCOPE", "the scope is closed, and so is its session; open another scope for other work");
        }
        if (session == null) {
            session = sessions.open();
        }
        return session;
    }

    /**
     * Whether the session was opened, and is to be committed perhaps.
     *
     * @return true if somebody has asked for it and the scope is not closed
     */
    public synchronized boolean isOpen() {
        return session != null && !closed;
    }

    /** Closes the session, if there is one; what was not committed is rolled back. A second time does nothing. */
    @Override
    public void close() {
        Session ended;
        synchronized (this) {
            ended = session;
            session = null;
            closed = true;
        }
        if (ended != null) {
            ended.close();
        }
    }
}
