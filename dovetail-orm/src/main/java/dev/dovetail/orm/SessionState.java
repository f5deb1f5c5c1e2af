package dev.dovetail.orm;

import dev.dovetail.TransactionState;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.TransactionOptions;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.cascade.CascadeWalk;
import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.load.DeferredLoader;
import dev.dovetail.orm.internal.load.EntityLoader;
import dev.dovetail.orm.internal.load.GraphLoader;
import dev.dovetail.orm.internal.load.HolderLoader;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.load.LoadPlans;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.internal.state.States;
import dev.dovetail.orm.internal.state.UndoLog;
import dev.dovetail.orm.internal.unitofwork.FlushSource;
import dev.dovetail.orm.internal.unitofwork.SetDelete;
import dev.dovetail.sql.Operand;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a session has: its objects, by state, and its transaction. The session's parts (loading, cascades, flush, rollback)
 * work on it; {@link Session} is the face of it.
 */
final class SessionState implements LoadContext, FlushSource {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    final SessionFactory factory;
    final SessionOptions options;
    /** What its transactions are like, null for the engine's own way. */
    final @Nullable TransactionOptions transactions;
    /** Whether there are no transactions. */
    final boolean reading;
    /** A connection of the caller's whose transaction the session joins, or null. */
    final @Nullable Connection outer;

    final ThreadGuard guard;
    private @Nullable Map<Object, Object> info;
    private @Nullable DeferredLoader deferred;
    final IdentityMap identityMap = new IdentityMap();
    private final States states;
    final Set<InstanceState> pending = new LinkedHashSet<>();
    final Doomed doomed = new Doomed(this);
    final UndoLog undo = new UndoLog();
    final TransactionScope transaction = new TransactionScope(this);
    final EntityLoader loader = new EntityLoader(this);
    final KeyLookup keyLookup = new KeyLookup(this);
    final GraphLoader graphs = new GraphLoader(this, loader);
    final HolderLoader holders;
    final Flush flush = new Flush(this);
    final Hooks hooks;
    final CascadeWalk cascades;
    final Membership membership;

    private @Nullable Session face;
    private long reads;
    /** How many times autoflush is held back at the moment. */
    private int autoflushHeld;

    private boolean closed;

    SessionState(
            SessionFactory factory,
            SessionOptions options,
            @Nullable TransactionOptions transactions,
            boolean reading,
            @Nullable Connection outer) {
        this.factory = factory;
        this.options = options;
        this.transactions = transactions;
        this.reading = reading;
        this.outer = outer;
        this.states = new States(factory.mappings(), factory.loose(), identityMap);
        this.guard = new ThreadGuard(reading);
        this.holders = new HolderLoader(this, loader, graphs);
        this.hooks = new Hooks(this);
        this.cascades = new CascadeWalk(factory.mappings());
        this.membership = new Membership(this);
    }

    void close() {
        if (closed) {
            return;
        }
        try {
            transaction.abandon();
        } finally {
            closed = true;
            membership.expungeAll();
        }
    }

    void checkOpen() {
        if (closed) {
            throw new UsageException(
                    "DVT-USE-CLOSED", "the session is closed; open another one with SessionFactory.open()");
        }
    }

    /** Refuses what needs the database while a failed flush waits for its rollback. */
    void checkUsable() {
        checkOpen();
        Throwable failure = transaction.failure();
        if (failure != null) {
            throw new TransactionStateException(
                    TransactionState.ROLLED_BACK,
                    "a flush of this session failed and was rolled back; call rollback() before you go on. First cause: "
                            + firstLine(failure),
                    failure);
        }
    }

    private static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void checkUse() {
        guard.check();
        checkOpen();
    }

    @Override
    public void load(InstanceState state, Holder<?> holder) {
        load(() -> holders.touch(state, holder));
    }

    @Override
    public void load(InstanceState state, int column) {
        load(() -> deferred().touch(state, column));
    }

    private void load(Runnable touched) {
        boolean entered = guard.enter();
        try {
            checkUsable();
            touched.run();
            if (entered) {
                hooks.tellReads();
            }
        } finally {
            guard.leave(entered);
        }
    }

    DeferredLoader deferred() {
        if (deferred == null) {
            deferred = new DeferredLoader(this);
        }
        return deferred;
    }

    Map<Object, Object> info() {
        if (info == null) {
            info = new HashMap<>();
        }
        return info;
    }

    /** The session as applications know it. */
    Session face() {
        return Objects.requireNonNull(face);
    }

    void face(Session session) {
        face = session;
    }

    private boolean hasObjects() {
        return !pending.isEmpty() || !doomed.isEmpty() || !identityMap.all().isEmpty();
    }

    /** Whether a flush would have anything to look at. */
    boolean hasWork() {
        if (!pending.isEmpty() || !doomed.isEmpty()) {
            return true;
        }
        for (InstanceState state : identityMap.all()) {
            if (state.changed() || state.holdersChanged()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Operand<Boolean>> criteria(EntityDescriptor<?> entity, @Nullable String alias) {
        return factory.criteria().of(face(), entity, alias);
    }

    @Override
    public boolean hasCriteria() {
        return !factory.criteria().isEmpty();
    }

    @Override
    public LoadPlans plans() {
        return factory.plans();
    }

    @Override
    public void loaded(InstanceState state) {
        hooks.loaded(state);
    }

    @Override
    public void refreshed(InstanceState state) {
        hooks.refreshed(state);
    }

    @Override
    public boolean hearsDeletes(Class<?> entityClass) {
        return hooks.hearsDeletes(entityClass);
    }

    @Override
    public @Nullable Object peek(InstanceState state, One<?> one) {
        return holders.peek(state, one);
    }

    @Override
    public void put(InstanceState state, RelationshipEnd end, Object element) {
        membership.put(end, element);
    }

    @Override
    public void checkPut(RelationshipEnd end, Object element) {
        membership.checkPut(end, element);
    }

    @Override
    public void taken(InstanceState state, RelationshipEnd end, Object element, boolean forGood) {
        membership.taken(end, element, forGood);
    }

    @Override
    public long nextRead() {
        return ++reads;
    }

    /** {@return how many reads there were} */
    long reads() {
        return reads;
    }

    @Override
    public Connection connection(EntityDescriptor<?> entity) {
        checkUsable();
        return transaction.connection(factory.binds().of(entity));
    }

    /** The connection for statements that name no entity. */
    Connection connection() {
        checkUsable();
        if (!factory.binds().isSingle()) {
            throw new UsageException(
                    "DVT-USE-BIND",
                    "the session has several engines: say whose connection is meant, session.connection(User.class)");
        }
        return transaction.connection(factory.engine());
    }

    @Override
    public IdentityMap identityMap() {
        return identityMap;
    }

    @Override
    public Mappings mappings() {
        return factory.mappings();
    }

    @Override
    public States states() {
        return states;
    }

    @Override
    public void autoflush() {
        autoflush("a query");
    }

    /** Flushes, unless that is off or held back; errors say what the flush was for. */
    void autoflush(Object before) {
        if (autoflushHeld == 0 && options.autoflush() && !reading && hasObjects()) {
            flush.automatic("autoflush before " + before
                    + "; noAutoflush holds it back where it comes before the objects are complete");
        }
    }

    @Override
    public List<String> flushCauses() {
        String cause = flush.cause();
        return cause == null ? List.of() : List.of(cause);
    }

    void holdAutoflush() {
        autoflushHeld++;
    }

    void releaseAutoflush() {
        autoflushHeld--;
    }

    /** A session without transactions can lock nothing. */
    void checkLocks() {
        if (reading) {
            throw refusedReading("holds no locks: each of its statements stands alone");
        }
    }

    /** A session without transactions writes nothing. */
    void checkWrites() {
        if (reading) {
            throw refusedReading("writes nothing");
        }
    }

    /** Before a write past the unit of work. */
    void readyToWrite(String what) {
        checkWrites();
        checkUsable();
        autoflush(what);
        transaction.beforeWrite();
    }

    private static UsageException refusedReading(String what) {
        return new UsageException(
                "DVT-USE-READING", "a session from reading() " + what + "; open one with SessionFactory.open()");
    }

    /** Runs something that must not be interrupted by an autoflush. */
    <R extends @Nullable Object> R withoutAutoflush(Supplier<R> work) {
        holdAutoflush();
        try {
            return work.get();
        } finally {
            releaseAutoflush();
        }
    }

    @Override
    public int siblingsLoadedTogether() {
        return options.siblingsLoadedTogether();
    }

    @Override
    public int lazyLoadAlarm() {
        return options.lazyLoadAlarm();
    }

    @Override
    public void warn(String message) {
        LOG.warn("{}", message);
    }

    @Override
    public Collection<InstanceState> persistent() {
        return identityMap.all();
    }

    @Override
    public Collection<InstanceState> pending() {
        return pending;
    }

    @Override
    public Collection<InstanceState> doomed() {
        return doomed.states();
    }

    @Override
    public @Nullable InstanceState member(Object entity) {
        InstanceState state = states().find(entity);
        return state != null && state.session() == this ? state : null;
    }

    @Override
    public boolean deletesSelfReferences() {
        return factory.engine().dialect().has(Capability.DELETE_OF_SELF_REFERENCE);
    }

    @Override
    public void doom(InstanceState state, List<String> causes) {
        doomed.doom(state, causes);
    }

    @Override
    public List<SetDelete> setDeletes() {
        return doomed.sets();
    }

    @Override
    public List<String> causes(InstanceState state) {
        return doomed.causes(state);
    }

    @Override
    public List<InstanceState> children(InstanceState state, RelationshipEnd end) {
        return holders.children(state, end);
    }

    @Override
    public @Nullable InstanceState referenced(InstanceState state, RelationshipEnd end) {
        return holders.referenced(state, end);
    }

    @Override
    public void reread(Collection<InstanceState> states) {
        loader.reread(states);
    }
}
