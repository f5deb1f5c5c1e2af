package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.RetryPolicy;
import dev.dovetail.engine.TransactionOptions;
import dev.dovetail.orm.attribute.MappedClasses;
import dev.dovetail.orm.generated.EntityIndex;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.load.LoadPlans;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.LooseObjects;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.internal.state.States;
import dev.dovetail.orm.internal.unitofwork.TableOrder;
import dev.dovetail.orm.mapping.model.Finding;
import dev.dovetail.orm.mapping.model.MappingModel;
import dev.dovetail.preview.ForeignKeyGraph;
import dev.dovetail.schema.MetaData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins an engine and mapped classes; opens sessions. Made once, immutable, thread-safe. It owns nothing that has to be
 * closed: the engine is closed by whoever made it.
 */
public final class SessionFactory {

    private static final Logger LOG = LoggerFactory.getLogger(SessionFactory.class);

    private final Engine engine;
    private final SessionOptions options;
    private final Mappings mappings;
    private final LooseObjects loose;
    private final LoadPlans plans;
    private @Nullable StatementCount statementCount;
    private final List<List<EntityDescriptor<?>>> tableOrder;
    private final Binds binds;
    private final SessionEvents events;
    private final Criteria criteria;
    private final Map<Engine, ForeignKeyGraph> foreignKeys = new ConcurrentHashMap<>();

    private SessionFactory(Engine engine, SessionOptions options, List<EntityMapper<?>> mappers) {
        check(mappers);
        this.engine = engine;
        this.options = options;
        this.mappings = new Mappings(mappers);
        this.loose = new LooseObjects();
        this.plans = new LoadPlans(mappings);
        this.tableOrder = TableOrder.of(mappings.entities());
        this.binds = Binds.none(mappings, engine);
        this.events = new SessionEvents(new UnheardDeletes(mappings));
        this.criteria = new Criteria();
    }

    /**
     * A factory for the entities of one or more compilations.
     *
     * @param engine the engine
     * @param indexes the compilations' indexes, for instance {@code AppModel.INSTANCE}; none to find them by
     *     {@link ServiceLoader}
     * @return the factory
     * @throws UsageException if there is no entity, or if the mapping as a whole has errors
     */
    public static SessionFactory of(Engine engine, EntityIndex... indexes) {
        List<EntityIndex> given = indexes.length > 0 ? Arrays.asList(indexes) : installed();
        List<EntityMapper<?>> mappers = given.stream()
                .flatMap(index -> index.mappers().stream())
                .distinct()
                .toList();
        return new SessionFactory(engine, SessionOptions.DEFAULT, mappers);
    }

    /**
     * A factory for some entities only. Their relationships must lead to one another.
     *
     * @param engine the engine
     * @param first an entity class
     * @param more other entity classes
     * @return the factory
     * @throws UsageException if a class is not mapped, or if the mapping as a whole has errors
     */
    public static SessionFactory of(Engine engine, Class<?> first, Class<?>... more) {
        List<EntityMapper<?>> mappers = Stream.concat(Stream.of(first), Arrays.stream(more))
                .<EntityMapper<?>>map(type -> (EntityMapper<?>) MappedClasses.of(type))
                .distinct()
                .toList();
        return new SessionFactory(engine, SessionOptions.DEFAULT, mappers);
    }

    private static List<EntityIndex> installed() {
        List<EntityIndex> found = ServiceLoader.load(EntityIndex.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(index -> index.getClass().getName()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (found.isEmpty()) {
            throw new UsageException(
                    "DVT-USE-NO-MODEL",
                    "no entities were found. Dovetail's annotation processor writes an index of them: add"
                            + " dev.dovetail:dovetail-processor to <annotationProcessorPaths> of the maven-compiler-plugin;"
                            + " in a named module the index must also be provided in module-info (the processor prints the"
                            + " line), or be given: SessionFactory.of(engine, AppModel.INSTANCE)");
        }
        return found;
    }

    private static void check(List<EntityMapper<?>> mappers) {
        MappingModel model =
                MappingModel.of(mappers.stream().map(EntityMapper::model).toList());
        List<Finding> errors = model.errors();
        if (!errors.isEmpty()) {
            throw new UsageException(
                    "DVT-USE-MAPPING",
                    "the mapping cannot be used (to a session factory that is made of some classes, others do not exist):"
                            + System.lineSeparator()
                            + errors.stream()
                                    .map(finding -> "  " + finding)
                                    .collect(Collectors.joining(System.lineSeparator())));
        }
        // The processor has shown warnings where they can be suppressed; here nobody could.
        if (LOG.isDebugEnabled()) {
            model.findings().forEach(finding -> LOG.debug("{}", finding));
        }
    }

    /**
     * The same entities and engine with other options for its sessions.
     *
     * @param newOptions the options
     * @return a new factory
     * @throws UsageException if sessions are to commit in two phases and the database of an engine cannot; code {@code
     *     DVT-USE-TWO-PHASE}
     */
    public SessionFactory with(SessionOptions newOptions) {
        return new SessionFactory(this, newOptions, binds);
    }

    private SessionFactory(SessionFactory other, SessionOptions options, Binds binds) {
        if (options.twoPhase()) {
            binds.engines().forEach(TwoPhases::check);
        }
        this.engine = other.engine;
        this.options = options;
        this.mappings = other.mappings;
        this.loose = other.loose;
        this.plans = other.plans;
        this.tableOrder = other.tableOrder;
        this.binds = binds;
        this.events = other.events;
        this.criteria = other.criteria;
    }

    /**
     * Opens a session. It begins a transaction with its first statement.
     *
     * @return the session, to be closed by the caller
     */
    public Session open() {
        return new Session(new SessionState(this, options, null, false, null));
    }

    /**
     * Opens a session whose transactions are of some kind.
     *
     * @param transactions their isolation, whether they only read, how long they may take
     * @return the session, to be closed by the caller
     * @throws UsageException if the database has no such isolation level; code {@code DVT-ENGINE-ISOLATION}, with the first
     *     statement
     */
    public Session open(TransactionOptions transactions) {
        return new Session(new SessionState(this, options, transactions, false, null));
    }

    /**
     * Opens a session within a transaction of the caller's, as tests do that take back what the code under test commits. Each
     * of the session's transactions is a savepoint in it: a commit releases it, a rollback goes back to it, and neither
     * ends the caller's transaction nor closes the connection. Deferred constraints are checked when the caller commits.
     * After SQLAlchemy's {@code join_transaction_mode="create_savepoint"}.
     *
     * @param transaction a connection of one of this factory's engines; what is kept at other engines has transactions of its
     *     own. While one of the session's is open, only the session ends it
     * @return the session, to be closed by the caller before the connection
     * @throws UsageException if this factory's sessions commit in two phases, which takes transactions of their own; code
     *     {@code DVT-USE-TWO-PHASE}
     */
    public Session open(Connection transaction) {
        if (options.twoPhase()) {
            throw TwoPhases.joined();
        }
        return new Session(within(transaction));
    }

    SessionState within(Connection transaction) {
        return new SessionState(this, options, null, false, transaction);
    }

    /**
     * Opens a session without transactions: each statement stands alone, and sees what is committed when it begins. It
     * writes nothing: flush, commit, savepoints and locks are refused.
     *
     * @return the session, to be closed by the caller
     */
    public Session reading() {
        return new Session(new SessionState(this, options, null, true, null));
    }

    /**
     * Runs work in a session: begin, commit at its end, rollback if it throws.
     *
     * @param work the work
     * @param <X> a checked exception of the work
     * @throws X what the work throws
     */
    public <X extends Exception> void transaction(SessionWork<X> work) throws X {
        this.<@Nullable Object, X>transactionResult(session -> {
            work.run(session);
            return null;
        });
    }

    /**
     * Runs work in a session and gives its value: begin, commit at its end, rollback if it throws.
     *
     * @param work the work
     * @param <R> the value
     * @param <X> a checked exception of the work
     * @return the value
     * @throws X what the work throws
     */
    public <R extends @Nullable Object, X extends Exception> R transactionResult(SessionResult<R, X> work) throws X {
        return run(open(), work);
    }

    /**
     * Runs work in a session whose transaction is of some kind: begin, commit at its end, rollback if it throws.
     *
     * @param transaction its isolation, whether it only reads, how long it may take
     * @param work the work
     * @param <X> a checked exception of the work
     * @throws X what the work throws
     * @throws UsageException if the database has no such isolation level; code {@code DVT-ENGINE-ISOLATION}
     */
    public <X extends Exception> void transaction(TransactionOptions transaction, SessionWork<X> work) throws X {
        this.<@Nullable Object, X>transactionResult(transaction, session -> {
            work.run(session);
            return null;
        });
    }

    /**
     * Runs work in a session whose transaction is of some kind and gives its value.
     *
     * @param transaction its isolation, whether it only reads, how long it may take
     * @param work the work
     * @param <R> the value
     * @param <X> a checked exception of the work
     * @return the value
     * @throws X what the work throws
     * @throws UsageException if the database has no such isolation level; code {@code DVT-ENGINE-ISOLATION}
     */
    public <R extends @Nullable Object, X extends Exception> R transactionResult(
            TransactionOptions transaction, SessionResult<R, X> work) throws X {
        return run(open(transaction), work);
    }

    /**
     * Runs work again, each time in a session of its own and from the beginning, when its transaction fails for what others
     * did at the same time: serialization failures, deadlocks and locks that did not come. The work has to be such that it
     * can be repeated; objects of a failed attempt belong to no session.
     *
     * @param transaction what each transaction is like
     * @param policy how often, and after which delays
     * @param work the work
     * @param <R> the value
     * @param <X> a checked exception of the work
     * @return the value
     * @throws X what the work throws
     * @throws dev.dovetail.DatabaseException the last error, with those of earlier attempts as suppressed ones
     */
    public <R extends @Nullable Object, X extends Exception> R transactionResult(
            TransactionOptions transaction, RetryPolicy policy, SessionResult<R, X> work) throws X {
        // Only the counting is the engine's: a connection that nobody uses is never taken from the pool.
        return engine.retrying(policy).transactionResult(unused -> transactionResult(transaction, work));
    }

    /**
     * Runs work again when its transaction fails for what others did at the same time, as the method that gives a value.
     *
     * @param transaction what each transaction is like
     * @param policy how often, and after which delays
     * @param work the work
     * @param <X> a checked exception of the work
     * @throws X what the work throws
     * @throws dev.dovetail.DatabaseException the last error, with those of earlier attempts as suppressed ones
     */
    public <X extends Exception> void transaction(
            TransactionOptions transaction, RetryPolicy policy, SessionWork<X> work) throws X {
        this.<@Nullable Object, X>transactionResult(transaction, policy, session -> {
            work.run(session);
            return null;
        });
    }

    private static <R extends @Nullable Object, X extends Exception> R run(Session opened, SessionResult<R, X> work)
            throws X {
        try (Session session = opened) {
            R result = work.run(session);
            session.commit();
            return result;
        }
    }

    /**
     * Runs work in a session in whose transaction foreign keys are not checked, so that rows can come in any order and by their
     * keys alone, as {@link Engine#withoutForeignKeyChecks} does it: all foreign keys are verified at the end, and then
     * it is committed. If rows refer to nothing, or the work throws, everything is rolled back, in memory too. What
     * ON DELETE would do is not done. {@link Session#commit} in the work only ends a savepoint.
     *
     * @param work the work
     * @param <X> a checked exception of the work
     * @throws X what the work throws
     * @throws dev.dovetail.integrity.DanglingReferencesException if rows refer to rows that do not exist
     * @throws UsageException if the user may not switch the checks ({@code DVT-ENGINE-CHECKS}), in such a scope of this thread
     *     ({@code DVT-ENGINE-NESTED-LOAD}), or if entities are bound to several engines ({@code DVT-USE-BIND})
     */
    public <X extends Exception> void withoutForeignKeyChecks(SessionWork<X> work) throws X {
        new UncheckedLoad<>(this, work).run();
    }

    /**
     * A scope for one session, which is opened when it is asked for.
     *
     * @return the scope, to be closed by the caller
     */
    public SessionScope scope() {
        return new SessionScope(this);
    }

    /**
     * One session for each scope object.
     *
     * @param currentScope gives the current scope object, for instance the request that is being handled; null if there is
     *     none
     * @return the sessions, to be closed when the program ends
     */
    public ScopedSessions scoped(Supplier<? extends @Nullable Object> currentScope) {
        return new ScopedSessions(this, currentScope);
    }

    /**
     * The session that an object is in. After SQLAlchemy's {@code object_session}.
     *
     * @param entity an object of a mapped class
     * @return its session, or null if it is in none
     */
    public @Nullable Session sessionOf(Object entity) {
        InstanceState state = new States(mappings, loose, new IdentityMap()).find(entity);
        return state != null && state.session() instanceof SessionState session ? session.face() : null;
    }

    /**
     * Conditions for whatever reads objects, in all sessions of this factory and of those made from it by {@link #with}.
     *
     * @return the criteria
     */
    public Criteria criteria() {
        return criteria;
    }

    /**
     * Where listeners are registered. They hear of all sessions of this factory, and of those made from it by {@link
     * #with}.
     *
     * @return the events
     */
    public SessionEvents events() {
        return events;
    }

    /**
     * The tables of all entities, and the secondary tables between them.
     *
     * @return the metadata
     */
    public MetaData metadata() {
        return mappings.metadata();
    }

    /**
     * The same entities with some of them in another database. A session has one transaction for each engine that it uses,
     * and commits them in the order in which they were first used. Without {@link SessionOptions#withTwoPhase} a commit that
     * fails after another has succeeded is a {@link PartialCommitException}. Listeners and criteria are those of this factory.
     *
     * @param other the engine of the other database
     * @param entities the entity classes whose tables it has
     * @return a new factory
     * @throws UsageException if a class is not one of this factory's entities, or if a foreign key leads from one database to
     *     another
     */
    public SessionFactory bind(Engine other, Class<?>... entities) {
        Binds more = binds.with(other, entities);
        more.check();
        return new SessionFactory(this, options, more);
    }

    /**
     * The tables that an engine has, after {@link #bind}.
     *
     * @param of the factory's engine or one that entities are bound to
     * @return its tables
     */
    public MetaData metadata(Engine of) {
        return binds.metadata(of);
    }

    Binds binds() {
        return binds;
    }

    /** Whether a flush that fails is taken back alone. With several engines, what one of them needs is done on all. */
    boolean flushesUnderSavepoint() {
        return switch (options.flushUnderSavepoint()) {
            case NEVER -> false;
            case WHERE_NEEDED ->
                binds.engines().stream().anyMatch(each -> !each.dialect().has(Capability.GOES_ON_AFTER_ERROR));
            case ALWAYS -> true;
        };
    }

    /**
     * The engine.
     *
     * @return the engine
     */
    public Engine engine() {
        return engine;
    }

    /** Counts statements for those who expect a number of them; the engine is listened to from the first on. */
    synchronized StatementCount statementCount() {
        StatementCount known = statementCount;
        if (known == null) {
            known = new StatementCount(engine);
            statementCount = known;
        }
        return known;
    }

    Mappings mappings() {
        return mappings;
    }

    LoadPlans plans() {
        return plans;
    }

    LooseObjects loose() {
        return loose;
    }

    /** The foreign keys of a database, which are read once. */
    ForeignKeyGraph foreignKeys(Connection connection) {
        ForeignKeyGraph known = foreignKeys.get(connection.engine());
        if (known == null || !known.hasAll(mappings.metadata().tables())) {
            known = ForeignKeyGraph.read(connection, mappings.metadata());
            foreignKeys.put(connection.engine(), known);
        }
        return known;
    }

    List<List<EntityDescriptor<?>>> tableOrder() {
        return tableOrder;
    }
}
