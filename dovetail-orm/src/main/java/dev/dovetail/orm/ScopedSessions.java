package dev.dovetail.orm;

import dev.dovetail.UsageException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One session for each scope object, where nothing can be handed on: the current request, as the framework knows it, leads to its
 * session. After SQLAlchemy's {@code scoped_session}, but without its default of one session for each thread: with threads
 * that are reused, or that one request uses several of, that is a session for the wrong request. Thread-safe.
 */
public final class ScopedSessions implements AutoCloseable {

    private final SessionFactory sessions;
    private final Supplier<? extends @Nullable Object> currentScope;
    private final Map<Object, SessionScope> scopes = new IdentityHashMap<>();

    ScopedSessions(SessionFactory sessions, Supplier<? extends @Nullable Object> currentScope) {
        this.sessions = sessions;
        this.currentScope = currentScope;
    }

    /**
     * The session of the current scope; opened now, if it was not yet.
     *
     * @return the session; {@link #end} closes it
     * @throws UsageException if there is no current scope
     */
    public Session current() {
        Object scope = currentScope.get();
        if (scope == null) {
            throw new UsageException(
                    "DVT-USE-SCOPE",
                    "there is no current scope, and so no session: this runs outside of any request, say; open a session"
                            + " with SessionFactory.open()");
        }
        synchronized (scopes) {
            return scopes.computeIfAbsent(scope, ignored -> sessions.scope()).session();
        }
    }

    /**
     * Ends a scope and closes its session, if it has one. To be called in a finally block of whoever began the scope.
     *
     * @param scope the scope object
     */
    public void end(Object scope) {
        SessionScope ended;
        synchronized (scopes) {
            ended = scopes.remove(scope);
        }
        if (ended != null) {
            ended.close();
        }
    }

    /**
     * How many scopes have a session now: a number that grows and grows tells of scopes that nobody ends.
     *
     * @return the number
     */
    public int open() {
        synchronized (scopes) {
            return scopes.size();
        }
    }

    /** Ends all scopes. */
    @Override
    public void close() {
        List<Object> all;
        synchronized (scopes) {
            all = new ArrayList<>(scopes.keySet());
        }
        all.forEach(this::end);
    }
}
