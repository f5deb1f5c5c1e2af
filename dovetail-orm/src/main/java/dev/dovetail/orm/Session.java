package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.ExecutionOptions;
import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.MappedAttribute;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.orm.check.CheckReport;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.inspect.ObjectState;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.query.EntityDelete;
import dev.dovetail.orm.query.EntitySelect;
import dev.dovetail.orm.query.EntityUpdate;
import dev.dovetail.orm.query.ProjectedSelect;
import dev.dovetail.preview.DeletePreview;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.RowLock;
import dev.dovetail.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work: objects that are added to it, or read through it, are one for each row, and what changes in them is
 * written by the next flush, in an order that no foreign key forbids. After SQLAlchemy's {@code Session}.
 *
 * <p>A transaction begins with the first statement, reads included, and ends with {@link #commit} or {@link #rollback};
 * the session then goes on with another. A session belongs to one thread at a time and says so when two use it.
 */
public final class Session implements AutoCloseable {

    private final SessionState state;

    Session(SessionState state) {
        this.state = state;
        state.face(this);
    }

    /**
     * Adds an object, and what the save-update cascade reaches from it. A new object is inserted by the next flush; a
     * detached one comes back with its changes. An object that was to be deleted stays. Sends no SQL.
     *
     * @param entity the object
     * @throws UsageException if its class is not mapped, if it is in another session, or if its row was deleted in this
     *     transaction
     */
    public void add(Object entity) {
        use(() -> state.membership.add(Collections.singletonList(entity)));
    }

    /**
     * Adds several objects, in their order: all of them or, on an error, none.
     *
     * @param entities the objects
     * @throws UsageException as {@link #add}
     */
    public void addAll(Collection<?> entities) {
        use(() -> state.membership.add(List.copyOf(entities)));
    }

    /**
     * Inserts NULL into a column that has a default: without this, a null field is left to the default and read back. Sets
     * the field to null. For an object with a row it does nothing more: its null is written as any change.
     *
     * @param entity the object
     * @param attribute the column's attribute
     * @param <E> the entity
     * @throws UsageException if the object's class is not mapped
     */
    public <E> void setToNull(E entity, Attribute<? super E, ?> attribute) {
        use(() -> {
            InstanceState found = state.states().of(entity);
            for (int column : found.type().columnsNamed(attribute.name())) {
                found.giveNull(column);
            }
        });
    }

    /**
     * Gives a column what an SQL expression yields when the next flush writes the object's row: {@code UPDATE page SET views
     * = page.views + 1} for {@code session.assign(page, PAGE.views, PAGE.views.plus(1))}. The flush then reads the value
     * into the field, which stays as it is until then; a deferred column is loaded when it is next asked for. The
     * expression takes the place of an earlier one and of a value that was set before. It is dropped by {@link #expire} and
     * {@link #refresh}, and by a rollback; where the field was set afterwards, the flush refuses to choose. After SQLAlchemy,
     * where a mapped attribute can be set to an expression. Sends no SQL.
     *
     * @param entity the object, new or in this session
     * @param attribute the column's attribute
     * @param value the expression; for an object with a row it may use columns of the same table
     * @param <E> the entity
     * @param <T> the column's type
     * @throws UsageException if it is a primary key, a version or a discriminator, a foreign key that a relationship writes, a
     *     column that foreign keys refer to, or one that is not written ({@code DVT-ORM-ASSIGN}); if the object is in
     *     another session, deleted, or read-only
     */
    public <E, T> void assign(E entity, Attribute<? super E, T> attribute, Operand<T> value) {
        use(() -> Assigning.assign(state, entity, attribute.name(), value.expression()));
    }

    /**
     * Marks an object for deletion, and what the delete cascade reaches from it. The cascade may load;
     * rows that nobody needs as objects it leaves to one statement for each level. The row goes with the next flush.
     *
     * @param entity an object that has a row
     * @throws UsageException if it has none, or is in another session
     */
    public void delete(Object entity) {
        use(() -> {
            state.checkWrites();
            InstanceState found = state.states().find(entity);
            if (found != null && found.readOnly()) {
                throw Membership.readOnly(found);
            }
            if (found == null || !found.hasRow()) {
                throw new UsageException(
                        "DVT-USE-TRANSIENT",
                        "a new " + state.mappings().of(entity).name()
                                + " cannot be deleted: it has no row; expunge takes a pending object out of the session");
            }
            if (found.lifeCycle() == LifeCycle.DELETED && found.session() == state) {
                return;
            }
            if (found.session() != state) {
                state.membership.add(List.of(entity));
            }
            state.doom(found, List.of("Session.delete"));
        });
    }

    /**
     * What {@link #delete} and the next flush would do: which rows the session would delete, which the database would delete or
     * change, and what would refuse, also in tables that have no class. The rows are counted by SELECTs in the session's
     * transaction; nothing is loaded, flushed, locked or marked. It is a preview of the database as it is: changes that are
     * not flushed are not in it, and {@link DeletePreview#notes} says so.
     *
     * <p>The foreign keys are read from the database's catalogue once for each session factory.
     *
     * @param entities objects that have rows, at least one, all of them of one engine
     * @return the preview
     * @throws UsageException if one has no row ({@code DVT-USE-TRANSIENT}), or there is none ({@code DVT-PREVIEW-NOTHING})
     */
    public DeletePreview previewDelete(Object... entities) {
        return result(() -> DeletePreviews.of(state, List.of(entities)));
    }

    /**
     * The object of a row, from memory where it is there, else by one SELECT. A stale object is refreshed.
     *
     * @param type the entity class
     * @param id the primary key's values, in the order of the {@code @Id} fields
     * @param <E> the entity class
     * @return the object, or null if there is no such row, or if it is that of another class of the hierarchy
     */
    public <E> @Nullable E get(Class<E> type, Object... id) {
        return result(() -> state.keyLookup.find(type, id));
    }

    /**
     * The object of a row as a query says: what is loaded with it ({@code options}), with a lock on the row, over what memory
     * has ({@code populateExisting}), or for reading only. An object that is in memory is given as it is, unless the query
     * asks for one of the last three, or restricts the rows. After the arguments of SQLAlchemy's {@code Session.get}.
     *
     * @param query for instance {@code select(PARENT).options(selectInLoad(PARENT.children)).lock(RowLock.forUpdate())}
     * @param id the primary key's values, in the order of the {@code @Id} fields
     * @param <E> the entity class
     * @return the object, or null if the query does not find the row, as where it skips what is locked
     * @throws UsageException if the database has no such lock
     */
    public <E> @Nullable E get(EntitySelect<E> query, Object... id) {
        return result(() -> state.keyLookup.find(query, id));
    }

    /**
     * The object of a row that has to be there, as {@link #get(Class, Object...)}.
     *
     * @param type the entity class
     * @param id the primary key's values, in the order of the {@code @Id} fields
     * @param <E> the entity class
     * @return the object
     * @throws ObjectNotFoundException if there is no such row
     */
    public <E> E getOne(Class<E> type, Object... id) {
        E found = get(type, id);
        if (found == null) {
            throw new ObjectNotFoundException(state.mappings().of(type).name(), List.of(id));
        }
        return found;
    }

    /**
     * Copies an object's state, and what the merge cascade reaches from it, to this session's objects for the same rows, and
     * gives those; the given objects stay what and where they are. What this session does not have is read, one statement
     * for each class and level of the graph; what has no row becomes a new, pending object. Flushes first, unless
     * autoflush is off.
     *
     * <p>Only what is known is copied. Of an object that had a session that is what was not stale or was changed since. Of a
     * new one it is what is not null: a null field counts as never set, so to write NULL set it in the object that merge
     * gives. A holder counts if it is loaded, was set or was changed; what a merged collection does not have any more is taken
     * out, and deleted with the cascade delete-orphan.
     *
     * @param entity the object: new, detached, or of another session; one of this session is given back as it is
     * @param <E> its class
     * @return this session's object
     * @throws dev.dovetail.StaleDataException if the object has a version and the row has another one
     */
    public <E> E merge(E entity) {
        return mergeAll(List.of(entity)).get(0);
    }

    /**
     * Merges several objects, as {@link #merge}; their rows are read together.
     *
     * @param entities the objects
     * @param <E> their class
     * @return this session's objects, in the same order
     * @throws dev.dovetail.StaleDataException if an object has a version and the row has another one
     */
    public <E> List<E> mergeAll(Collection<? extends E> entities) {
        return merged(entities, true);
    }

    @SuppressWarnings("unchecked") // a merged object is of the class of the given one
    private <E> List<E> merged(Collection<? extends E> entities, boolean load) {
        return result(() -> (List<E>) Merge.run(state, List.copyOf(entities), load));
    }

    /**
     * Takes an object, and what the merge cascade reaches from it, for what the database has, as from a cache: this session
     * gets objects with the same values without sending any SQL, and without any changes. After SQLAlchemy's
     * {@code merge(load=False)}.
     *
     * @param entity an object with a row and without changes
     * @param <E> its class
     * @return this session's object
     * @throws UsageException if it, or one that is reached, has no row, or changes that were not flushed
     */
    public <E> E mergeWithoutLoading(E entity) {
        return this.<E>merged(List.of(entity), false).get(0);
    }

    /**
     * The objects that a query finds. Flushes first, unless autoflush is off.
     *
     * @param query the query
     * @param <E> the entity
     * @return the objects, in the query's order
     */
    public <E> List<E> list(EntitySelect<E> query) {
        return result(() -> QueryRunner.list(state, query));
    }

    /**
     * What a projection makes of the objects that a query finds. Flushes first, unless autoflush is off.
     *
     * @param query the query with its projection
     * @param <R> what is made of each object
     * @return the results, in the query's order
     */
    public <R extends @Nullable Object> List<R> list(ProjectedSelect<?, R> query) {
        return result(() -> QueryRunner.list(state, query));
    }

    /**
     * The objects that a query finds, read some at a time. The session does not keep them, unless the query says {@code
     * managed()}: they are detached, as those of a {@code readOnly()} query, and an object that comes again later in the
     * stream may be another one. Collections are loaded by {@code selectInLoad}, for each 500 objects together; on MySQL, a
     * stream with such statements between its rows, or a managed one, takes all rows into memory first.
     *
     * @param query the query
     * @param <E> the entity
     * @return the objects, to be closed; at the latest the end of the transaction closes them
     * @throws UsageException if the session has no transaction and the database streams in transactions only
     */
    public <E> Stream<E> stream(EntitySelect<E> query) {
        return result(() -> QueryRunner.stream(state, query));
    }

    /**
     * Runs work, and fails unless it sends a given number of statements. For tests that are to notice when a loading option
     * is lost. A flush with a batch of rows is one statement.
     *
     * @param statements how many statements this thread sends on the session's engine
     * @param work the work
     * @param <X> a checked exception of the work
     * @throws X what the work throws
     * @throws AssertionError if the number is another one; it lists what was sent
     */
    public <X extends Exception> void expectStatements(int statements, Work<X> work) throws X {
        state.factory.statementCount().expect(statements, work);
    }

    /**
     * The first object that a query finds.
     *
     * @param query the query
     * @param <E> the entity
     * @return the object, or null if there is none
     */
    public <E> @Nullable E first(EntitySelect<E> query) {
        List<E> found = list(query.statement().limit() == null ? query.limit(1) : query);
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * The one object that a query finds.
     *
     * @param query the query
     * @param <E> the entity
     * @return the object
     * @throws UsageException if the query finds none, or more than one
     */
    public <E> E one(EntitySelect<E> query) {
        List<E> found = list(query.statement().limit() == null ? query.limit(2) : query);
        if (found.size() != 1) {
            throw new UsageException(
                    "DVT-USE-NOT-ONE",
                    "the query for one " + query.root().mapped().model().simpleName() + " found "
                            + (found.isEmpty() ? "none" : "more than one"));
        }
        return found.get(0);
    }

    /**
     * The one object that a query finds, or none.
     *
     * @param query the query
     * @param <E> the entity
     * @return the object, or null if there is none
     * @throws UsageException if the query finds more than one
     */
    public <E> @Nullable E oneOrNone(EntitySelect<E> query) {
        List<E> found = list(query.statement().limit() == null ? query.limit(2) : query);
        if (found.size() > 1) {
            throw new UsageException(
                    "DVT-USE-NOT-ONE",
                    "the query for one " + query.root().mapped().model().simpleName() + " or none found more than one");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * How many rows a query finds. Loads no objects.
     *
     * @param query the query
     * @return the number of rows, within its limit
     */
    public long count(EntitySelect<?> query) {
        return result(() -> queried(query).count(QueryRunner.statement(state, query)));
    }

    /**
     * Whether a query finds anything. Loads no objects.
     *
     * @param query the query
     * @return true if it finds a row
     */
    public boolean exists(EntitySelect<?> query) {
        return result(() -> queried(query).exists(QueryRunner.statement(state, query)));
    }

    /**
     * The rows of a query of Core, read in the session's transaction. Flushes first, unless autoflush is off. A query for one
     * column gives its values.
     *
     * @param query the query
     * @param <R> what a row is
     * @return the rows
     */
    public <R extends @Nullable Object> List<R> list(ResultStatement<R> query) {
        return result(() -> queried().list(query));
    }

    /**
     * The only row of a query of Core. Flushes first, unless autoflush is off.
     *
     * @param query the query
     * @param <R> what a row is
     * @return the row
     * @throws UsageException if there is none, or more than one
     */
    public <R extends @Nullable Object> R one(ResultStatement<R> query) {
        return result(() -> queried().one(query));
    }

    /**
     * The only row of a query of Core, or none. Flushes first, unless autoflush is off.
     *
     * @param query the query
     * @param <R> what a row is
     * @return the row, or null if there is none
     * @throws UsageException if there is more than one
     */
    public <R> @Nullable R oneOrNone(ResultStatement<R> query) {
        return result(() -> queried().oneOrNone(query));
    }

    /**
     * The first row of a query of Core. Flushes first, unless autoflush is off.
     *
     * @param query the query
     * @param <R> what a row is
     * @return the row, or null if there is none
     */
    public <R> @Nullable R first(ResultStatement<R> query) {
        return result(() -> queried().first(query));
    }

    /**
     * How many rows a query of Core has. Flushes first, unless autoflush is off.
     *
     * @param query the query
     * @return the number of rows
     */
    public long count(Query<?> query) {
        return result(() -> queried().count(query));
    }

    /**
     * Whether a query of Core has a row. Flushes first, unless autoflush is off.
     *
     * @param query the query
     * @return true if it has one
     */
    public boolean exists(ResultStatement<?> query) {
        return result(() -> queried().exists(query));
    }

    /**
     * Sends a statement of Core in the session's transaction. Flushes first, unless autoflush is off. Objects do not notice
     * what it changes.
     *
     * @param statement the statement
     * @return how many rows it wrote
     */
    public int execute(Statement statement) {
        return result(() -> {
            state.checkWrites();
            return queried().execute(statement);
        });
    }

    /**
     * Changes rows by criteria, and the objects in memory with them: one UPDATE, or for a joined subclass a SELECT of the
     * keys and an UPDATE of each table that changes. Flushes first, unless autoflush is off. Sets the columns of {@code @Updated} and counts versions on; no listener of single objects hears of it.
     *
     * @param update made by {@link dev.dovetail.orm.query.Queries#update}
     * @return how many rows were changed
     * @throws UsageException if it changes a primary key, sets a column to that of another table, or is to be evaluated in
     *     memory and cannot be
     */
    public int execute(EntityUpdate<?> update) {
        return result(() -> new CriteriaWrites(state).update(update));
    }

    /**
     * Deletes rows by criteria; the objects in memory become deleted. One DELETE, or for joined classes a SELECT of the keys
     * and a DELETE from each table, those of subclasses first. Flushes first, unless autoflush is off. What the rows lead to is left to the database; no listener of single objects hears of it.
     *
     * @param delete made by {@link dev.dovetail.orm.query.Queries#deleteFrom}
     * @return how many rows were deleted
     * @throws UsageException if it is to be evaluated in memory and cannot be
     */
    public int execute(EntityDelete<?> delete) {
        return result(() -> new CriteriaWrites(state).delete(delete));
    }

    /**
     * Inserts many rows past the unit of work: in the given order, rows next to each other with the same columns together,
     * into each of their tables; no cascades, no listeners, foreign keys as the fields have them. The objects stay new and do not get their generated
     * keys; client defaults are put into them. Flushes first, unless autoflush is off.
     *
     * @param entities new objects, in no session
     * @throws UsageException if one has a row or a session
     */
    public void bulkInsert(Collection<?> entities) {
        use(() -> new BulkWrites(state).insert(entities));
    }

    /**
     * Inserts the row of a new object, or updates the one with the same primary key, in one statement; then reads it.
     * Columns that are null in the object are left as they are, and so is the time of creation; a version is counted on.
     * Flushes first, unless autoflush is off.
     *
     * @param entity a new object, in no session
     * @param <E> its class
     * @return this session's object for the row
     * @throws UsageException if it has a row or a session, a part of the key is null, its class is a joined subclass, or the
     *     row is of another class
     */
    public <E> E upsert(E entity) {
        return upserted(entity);
    }

    /**
     * Inserts the row of a new object, or updates the one with the same unique key, as {@link #upsert(Object)}.
     *
     * @param entity a new object, in no session
     * @param key the attributes of a unique key
     * @param <E> its class
     * @return this session's object for the row
     * @throws UsageException if it has a row or a session, a part of the key is null, or there is no such unique key
     */
    @SafeVarargs
    public final <E> E upsert(E entity, MappedAttribute<? super E>... key) {
        return upserted(entity, names(key));
    }

    @SuppressWarnings("unchecked") // the session's object is of the class of the given one
    private <E> E upserted(E entity, String... key) {
        return result(() -> (E) new BulkWrites(state).upsert(entity, List.of(key)));
    }

    private Connection queried(EntitySelect<?> query) {
        EntityDescriptor<?> entity = state.mappings().of(query.root().mapped());
        state.checkUsable();
        state.autoflush("selecting " + entity.name());
        return state.connection(entity);
    }

    private Connection queried() {
        state.checkUsable();
        state.autoflush("a statement of Core");
        state.transaction.beforeWrite();
        return state.connection();
    }

    /**
     * Does something during which the session does not flush by itself.
     *
     * @param work the work
     * @param <X> a checked exception of the work
     * @throws X what the work throws
     */
    public <X extends Exception> void noAutoflush(SessionWork<X> work) throws X {
        this.<@Nullable Object, X>noAutoflushResult(session -> {
            work.run(session);
            return null;
        });
    }

    /**
     * Finds something out without the session flushing by itself.
     *
     * @param work the work
     * @param <R> the value
     * @param <X> a checked exception of the work
     * @return the value
     * @throws X what the work throws
     */
    public <R extends @Nullable Object, X extends Exception> R noAutoflushResult(SessionResult<R, X> work) throws X {
        use(state::holdAutoflush);
        try {
            return work.run(this);
        } finally {
            state.releaseAutoflush();
        }
    }

    /**
     * Says how this session's statements are run from now on, those of flushes and loads included; nothing is sent.
     *
     * @param how a time-out, a fetch size; what it does not say is taken from {@link SessionOptions#execution}, then from the
     *     engine
     */
    public void options(ExecutionOptions how) {
        use(() -> state.transaction.connections().execution(how.over(state.options.execution())));
    }

    /**
     * Does something during which the session's statements are run in another way. What is changed and not flushed when it
     * ends is flushed in the way of that time.
     *
     * @param how a time-out, a fetch size; what it does not say stays as it is
     * @param work the work
     * @param <X> a checked exception of the work
     * @throws X what the work throws
     */
    public <X extends Exception> void withOptions(ExecutionOptions how, SessionWork<X> work) throws X {
        this.<@Nullable Object, X>withOptionsResult(how, session -> {
            work.run(session);
            return null;
        });
    }

    /**
     * Finds something out while the session's statements are run in another way, as {@link #withOptions}.
     *
     * @param how a time-out, a fetch size; what it does not say stays as it is
     * @param work the work
     * @param <R> the value
     * @param <X> a checked exception of the work
     * @return the value
     * @throws X what the work throws
     */
    public <R extends @Nullable Object, X extends Exception> R withOptionsResult(
            ExecutionOptions how, SessionResult<R, X> work) throws X {
        ExecutionOptions before = result(() -> state.transaction.connections().execution());
        use(() -> state.transaction.connections().execution(how.over(before)));
        try {
            return work.run(this);
        } finally {
            state.transaction.connections().execution(before);
        }
    }

    /** Writes what has changed; does nothing where nothing has. */
    public void flush() {
        use(state.flush::run);
    }

    /**
     * What the next flush would send: the steps in order, each with the earlier steps that it has to come after, the foreign
     * key or unique key behind that, and its first rows with their reasons. Sends no writes; it may read.
     *
     * @return the plan, to be read by people; empty if there is nothing to be sent
     */
    public String explainFlush() {
        return result(state.flush::explain);
    }

    /**
     * What the next flush would break, all of it at once, as far as that can be known now: NOT NULL, lengths and ranges,
     * CHECK constraints (evaluated by the database over the pending rows), duplicates within the flush and in the database,
     * parents that are missing or deleted in the same flush, rows that still refer to what goes. Sends at most one query
     * for each kind of rule and table, no writes, and changes nothing; an object whose problem was found can be mended and
     * looked at again. Between the check and the flush others may write: the flush's own errors remain.
     *
     * @return the problems, and what was not checked
     */
    public CheckReport check() {
        return result(new FlushCheck(state)::run);
    }

    /** Flushes and commits. Objects keep their values and count as stale: the session reads them again when it next touches them. */
    public void commit() {
        use(state.transaction::commit);
    }

    /**
     * Rolls back. New objects are transient again, deleted ones persistent, every mapped field has the value last known
     * committed, and what flushes wrote into objects is taken back.
     */
    public void rollback() {
        use(state.transaction::rollback);
    }

    /**
     * Flushes, and opens a savepoint.
     *
     * @return the savepoint, to be committed or rolled back
     */
    public NestedTransaction beginNested() {
        return result(state.transaction::beginNested);
    }

    /**
     * Reads an object again and drops its changes; expires what the refresh-expire cascade reaches from it. What else was
     * changed is flushed first, unless autoflush is off.
     *
     * @param entity an object of this session that has a row
     * @throws UsageException if it is not in this session, or has no row
     * @throws ObjectDeletedException if the row is gone
     */
    public void refresh(Object entity) {
        use(() -> new Expiry(state).refresh(persistent(entity)));
    }

    /**
     * Reads an object again with a lock on its row until the end of the transaction, and drops its changes, as {@link
     * #refresh(Object)}.
     *
     * @param entity an object of this session that has a row
     * @param lock the lock, for instance {@code RowLock.forUpdate()}
     * @throws UsageException if it is not in this session, has no row, or if the database has no such lock
     * @throws ObjectDeletedException if the row is gone, or is locked and the lock skips what is locked
     */
    public void refresh(Object entity, RowLock lock) {
        use(() -> new Expiry(state).refresh(persistent(entity), lock));
    }

    /**
     * Reads some fields and holders of an object again and drops their changes. Holders are loaded.
     *
     * @param entity an object of this session that has a row
     * @param names names of fields and holders
     * @throws UsageException if the object is not in this session, has no row, or has no such attribute
     * @throws ObjectDeletedException if the row is gone
     */
    public void refresh(Object entity, String... names) {
        use(() -> new Expiry(state).refresh(persistent(entity), List.of(names)));
    }

    /**
     * Reads some fields and holders of an object again and drops their changes. Holders are loaded.
     *
     * @param entity an object of this session that has a row
     * @param attributes the fields and holders
     * @param <E> the entity
     * @throws UsageException if the object is not in this session, or has no row
     * @throws ObjectDeletedException if the row is gone
     */
    @SafeVarargs
    public final <E> void refresh(E entity, MappedAttribute<? super E>... attributes) {
        refresh(entity, names(attributes));
    }

    /**
     * Drops an object's changes and makes it stale, and what the refresh-expire cascade reaches from it. Pending objects
     * that it reaches leave the session. Sends no SQL.
     *
     * @param entity an object of this session that has a row
     * @throws UsageException if it is not in this session, or has no row
     */
    public void expire(Object entity) {
        use(() -> new Expiry(state).expire(persistent(entity)));
    }

    /**
     * Drops the changes of some fields and holders of an object, and makes them stale. Sends no SQL.
     *
     * @param entity an object of this session that has a row
     * @param names names of fields and holders
     * @throws UsageException if the object is not in this session, has no row, or has no such attribute
     */
    public void expire(Object entity, String... names) {
        use(() -> new Expiry(state).expire(persistent(entity), List.of(names)));
    }

    /**
     * Drops the changes of some fields and holders of an object, and makes them stale. Sends no SQL.
     *
     * @param entity an object of this session that has a row
     * @param attributes the fields and holders
     * @param <E> the entity
     * @throws UsageException if the object is not in this session, or has no row
     */
    @SafeVarargs
    public final <E> void expire(E entity, MappedAttribute<? super E>... attributes) {
        expire(entity, names(attributes));
    }

    private static String[] names(MappedAttribute<?>... attributes) {
        return Arrays.stream(attributes).map(MappedAttribute::name).toArray(String[]::new);
    }

    /** Drops the changes of all objects that have a row and makes them stale. Pending objects stay. Sends no SQL. */
    public void expireAll() {
        use(new Expiry(state)::expireAll);
    }

    /**
     * Takes an object out of the session, and what the expunge cascade reaches from it. They keep their values and rows.
     *
     * @param entity an object of this session
     * @throws UsageException if it is not in this session
     */
    public void expunge(Object entity) {
        use(() -> {
            member(entity);
            state.membership.members(entity, Cascade.EXPUNGE).forEach(state.membership::expunge);
        });
    }

    /** Takes all objects out of the session. They keep their values and rows; the transaction goes on. */
    public void expungeAll() {
        use(state.membership::expungeAll);
    }

    /**
     * Lets an object forget its row and its session, so that {@link #add} inserts it again. Its fields keep their values,
     * the primary key included; no cascade is followed. After SQLAlchemy's {@code make_transient}.
     *
     * @param entity the object
     * @throws UsageException if it is in another session
     */
    public void makeTransient(Object entity) {
        use(() -> state.membership.makeTransient(state.states().of(entity)));
    }

    /**
     * What is known of an object: its life cycle, its key, what was changed, what is not loaded. Loads nothing.
     *
     * @param entity an object of a mapped class, in this session or not
     * @return its state now
     */
    public ObjectState inspect(Object entity) {
        return result(() -> {
            InstanceState found = state.states().of(entity);
            return Inspection.of(found, state.doomed.states().contains(found));
        });
    }

    /**
     * The objects that the next flush inserts. After SQLAlchemy's {@code Session.new}.
     *
     * @return the objects, in the order in which they were added
     */
    public List<Object> added() {
        return result(() -> entities(state.pending.stream()));
    }

    /**
     * The objects with a row that have changes which the next flush looks at. After SQLAlchemy's {@code Session.dirty}.
     *
     * @return the objects; those to be deleted are not among them
     */
    public List<Object> changed() {
        return result(() -> entities(state.identityMap.all().stream()
                .filter(known -> known.changed() || known.holdersChanged())
                .filter(known -> !state.doomed.states().contains(known))));
    }

    /**
     * The objects that the next flush deletes. After SQLAlchemy's {@code Session.deleted}.
     *
     * @return the objects, in the order in which they were marked
     */
    public List<Object> deleted() {
        return result(() -> entities(state.doomed.states().stream()));
    }

    /**
     * The objects of this session that have a row, those to be deleted included.
     *
     * @return the objects, in the order in which the session met them
     */
    public List<Object> persistent() {
        return result(() -> entities(state.identityMap.all().stream()));
    }

    private static List<Object> entities(Stream<InstanceState> states) {
        return states.map(InstanceState::entity).toList();
    }

    /**
     * What the application keeps with the session: a user, a tenant. Listeners find it there.
     *
     * @return a map that lives as long as the session and may be changed
     */
    public Map<Object, Object> info() {
        return state.info();
    }

    /**
     * Where the session's transaction is.
     *
     * @return whether it is open, within a savepoint, or failed
     */
    public TransactionStatus transactionStatus() {
        return result(state.transaction::status);
    }

    private InstanceState persistent(Object entity) {
        InstanceState member = member(entity);
        if (member.lifeCycle() != LifeCycle.PERSISTENT) {
            throw new UsageException("DVT-USE-TRANSIENT", member + " has no row in this session yet");
        }
        return member;
    }

    private InstanceState member(Object entity) {
        InstanceState member = state.member(entity);
        if (member == null) {
            throw new UsageException(
                    "DVT-USE-NOT-MEMBER", "this " + state.mappings().of(entity).name() + " is not in this session");
        }
        return member;
    }

    /**
     * Whether an object is in this session and not deleted.
     *
     * @param entity the object
     * @return true if it is pending or persistent here
     */
    public boolean contains(Object entity) {
        return result(() -> {
            InstanceState member = state.member(entity);
            return member != null && member.lifeCycle() != LifeCycle.DELETED;
        });
    }

    /**
     * The connection of the session's transaction, for statements of Core. Objects do not notice what they change. Its
     * commit and rollback are the session's.
     *
     * @return the connection, until the end of the transaction; the session closes it
     * @throws UsageException if the factory has bound entities to several engines: {@link #connection(Class)} says which
     */
    public Connection connection() {
        return result(() -> {
            state.transaction.beforeWrite();
            return state.connection();
        });
    }

    /**
     * The connection to the engine that an entity is bound to, for statements of Core, in the session's transaction there.
     *
     * @param entity the entity class
     * @return the connection, until the end of the transaction; the session closes it
     */
    public Connection connection(Class<?> entity) {
        return result(() -> {
            state.transaction.beforeWrite();
            return state.connection(state.mappings().of(entity));
        });
    }

    /**
     * Rolls back what was not committed and detaches all objects. Those that were flushed in the transaction go back to what
     * their rows were; the others keep their values and changes.
     */
    @Override
    public void close() {
        boolean entered = state.guard.enter();
        try {
            state.close();
        } finally {
            state.guard.leave(entered);
        }
    }

    private void use(Runnable action) {
        result(() -> {
            action.run();
            return true;
        });
    }

    private <R extends @Nullable Object> R result(Supplier<R> action) {
        boolean entered = state.guard.enter();
        try {
            state.checkOpen();
            R found = action.get();
            if (entered) {
                state.hooks.tellReads();
            }
            return found;
        } finally {
            state.guard.leave(entered);
        }
    }
}
