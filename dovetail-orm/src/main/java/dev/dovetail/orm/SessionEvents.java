package dev.dovetail.orm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What is called when sessions of a factory do something. Listeners run on the session's thread, within what they listen to,
 * in the order in which they were registered; an exception of theirs makes it fail. A listener for a class, mapped or not, or
 * for an interface hears of all its instances.
 *
 * <p>What listeners before a flush or before a write change, add or delete is written by the same flush; such changes are
 * looked at again until no listener has anything new to hear, a hundred times at most. What later listeners change is
 * written by the next flush. Flushing in a listener does nothing. Thread-safe.
 */
public final class SessionEvents {

    /** What a session does. */
    enum Moment {
        BEFORE_FLUSH,
        AFTER_FLUSH,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        AFTER_ROLLBACK
    }

    /** What happens to an object. */
    enum Happening {
        BEFORE_INSERT,
        AFTER_INSERT,
        BEFORE_UPDATE,
        AFTER_UPDATE,
        BEFORE_DELETE,
        AFTER_DELETE,
        LOAD,
        REFRESH
    }

    // Copied when a listener comes, and asked for each row that is read.
    private volatile Map<Moment, List<Consumer<Session>>> moments = new EnumMap<>(Moment.class);
    private volatile Map<Happening, List<EntityListener<?>>> happenings = new EnumMap<>(Happening.class);

    private final UnheardDeletes unheard;

    SessionEvents(UnheardDeletes unheard) {
        this.unheard = unheard;
    }

    /**
     * Before a flush that has something to look at.
     *
     * @param listener gets the session
     * @return this
     */
    public SessionEvents beforeFlush(Consumer<Session> listener) {
        return on(Moment.BEFORE_FLUSH, listener);
    }

    /**
     * After a flush has written something, and before its savepoint, if it has one, is released.
     *
     * @param listener gets the session
     * @return this
     */
    public SessionEvents afterFlush(Consumer<Session> listener) {
        return on(Moment.AFTER_FLUSH, listener);
    }

    /**
     * Before a commit flushes. Not before a savepoint is released.
     *
     * @param listener gets the session
     * @return this
     */
    public SessionEvents beforeCommit(Consumer<Session> listener) {
        return on(Moment.BEFORE_COMMIT, listener);
    }

    /**
     * After a commit. The transaction is over: what a listener reads begins another one, and an exception of a listener takes
     * nothing back.
     *
     * @param listener gets the session
     * @return this
     */
    public SessionEvents afterCommit(Consumer<Session> listener) {
        return on(Moment.AFTER_COMMIT, listener);
    }

    /**
     * After {@link Session#rollback()}, or after a flush or commit has failed and was rolled back. Not after a rollback to a
     * savepoint, nor when a session is closed.
     *
     * @param listener gets the session
     * @return this
     */
    public SessionEvents afterRollback(Consumer<Session> listener) {
        return on(Moment.AFTER_ROLLBACK, listener);
    }

    /**
     * Before the row of an object is inserted.
     *
     * @param type whose instances
     * @param listener gets the session and the object
     * @param <E> the type
     * @return this
     */
    public <E> SessionEvents beforeInsert(Class<E> type, BiConsumer<Session, ? super E> listener) {
        return on(Happening.BEFORE_INSERT, type, listener);
    }

    /**
     * After the row of an object was inserted; generated values are there.
     *
     * @param type whose instances
     * @param listener gets the session and the object
     * @param <E> the type
     * @return this
     */
    public <E> SessionEvents afterInsert(Class<E> type, BiConsumer<Session, ? super E> listener) {
        return on(Happening.AFTER_INSERT, type, listener);
    }

    /**
     * Before the row of an object is updated. Not where the session finds nothing to be written.
     *
     * @param type whose instances
     * @param listener gets the session and the object
     * @param <E> the type
     * @return this
     */
    public <E> SessionEvents beforeUpdate(Class<E> type, BiConsumer<Session, ? super E> listener) {
        return on(Happening.BEFORE_UPDATE, type, listener);
    }

    /**
     * After the row of an object was updated.
     *
     * @param type whose instances
     * @param listener gets the session and the object
     * @param <E> the type
     * @return this
     */
    public <E> SessionEvents afterUpdate(Class<E> type, BiConsumer<Session, ? super E> listener) {
        return on(Happening.AFTER_UPDATE, type, listener);
    }

    /**
     * Before the row of an object is deleted by the session. What the database deletes by its own rules is not heard of;
     * where a foreign key of the class has such a rule, a warning (FK05) is logged.
     *
     * @param type whose instances
     * @param listener gets the session and the object; if it adds the object again, it is not deleted
     * @param <E> the type
     * @return this
     */
    public <E> SessionEvents beforeDelete(Class<E> type, BiConsumer<Session, ? super E> listener) {
        return on(Happening.BEFORE_DELETE, type, listener);
    }

    /**
     * After the row of an object was deleted by the session. As for {@link #beforeDelete}, what the database deletes by its
     * own rules is not heard of.
     *
     * @param type whose instances
     * @param listener gets the session and the object
     * @param <E> the type
     * @return this
     */
    public <E> SessionEvents afterDelete(Class<E> type, BiConsumer<Session, ? super E> listener) {
        return on(Happening.AFTER_DELETE, type, listener);
    }

    /**
     * After an object was made from a row, when the session's operation that read it is complete.
     *
     * @param type whose instances
     * @param listener gets the session and the object
     * @param <E> the type
     * @return this
     */
    public <E> SessionEvents load(Class<E> type, BiConsumer<Session, ? super E> listener) {
        return on(Happening.LOAD, type, listener);
    }

    /**
     * After a stale object was read again, when the session's operation that read it is complete.
     *
     * @param type whose instances
     * @param listener gets the session and the object
     * @param <E> the type
     * @return this
     */
    public <E> SessionEvents refresh(Class<E> type, BiConsumer<Session, ? super E> listener) {
        return on(Happening.REFRESH, type, listener);
    }

    private synchronized SessionEvents on(Moment moment, Consumer<Session> listener) {
        moments = with(moments, moment, listener);
        return this;
    }

    private synchronized <E> SessionEvents on(
            Happening happening, Class<E> type, BiConsumer<Session, ? super E> listener) {
        happenings = with(happenings, happening, new EntityListener<>(type, listener));
        if (happening == Happening.BEFORE_DELETE || happening == Happening.AFTER_DELETE) {
            unheard.listened(type);
        }
        return this;
    }

    private static <K extends Enum<K>, L> Map<K, List<L>> with(Map<K, List<L>> listeners, K what, L listener) {
        Map<K, List<L>> more = new EnumMap<>(listeners);
        List<L> heard = new ArrayList<>(more.getOrDefault(what, List.of()));
        heard.add(listener);
        more.put(what, List.copyOf(heard));
        return more;
    }

    boolean hears(Moment moment) {
        return moments.containsKey(moment);
    }

    /** Whether anybody listens to what happens to any object. */
    boolean hears(Happening happening) {
        return happenings.containsKey(happening);
    }

    /** Whether anybody listens to what happens to objects of a class. */
    boolean hears(Happening happening, Class<?> type) {
        return happenings.getOrDefault(happening, List.of()).stream()
                .anyMatch(listener -> listener.type().isAssignableFrom(type));
    }

    void tell(Moment moment, Session session) {
        moments.getOrDefault(moment, List.of()).forEach(listener -> listener.accept(session));
    }

    void tell(Happening happening, Session session, Object entity) {
        happenings.getOrDefault(happening, List.of()).forEach(listener -> listener.tell(session, entity));
    }

    private record EntityListener<E>(Class<E> type, BiConsumer<Session, ? super E> action) {

        void tell(Session session, Object entity) {
            if (type.isInstance(entity)) {
                action.accept(session, type.cast(entity));
            }
        }
    }
}
