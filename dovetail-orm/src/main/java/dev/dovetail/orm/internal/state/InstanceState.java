package dev.dovetail.orm.internal.state;

import dev.dovetail.orm.attribute.Deferred;
import dev.dovetail.orm.attribute.DeferredAccess;
import dev.dovetail.orm.attribute.DetachedHolderException;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.HolderOwner;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.sql.Expression;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a session knows of one object: its life cycle, its key, and the values its row is known to have. The object's
 * holders share it.
 */
public final class InstanceState implements HolderOwner {

    private static final LifeCycle[] LIFE_CYCLES = LifeCycle.values();

    private static final byte STALE = 1;
    private static final byte HOLDERS_CHANGED = 2;
    private static final byte ROW_DELETED = 4;
    /** Whether the version is the one that the object had when it left its last session. */
    private static final byte BROUGHT_BACK = 8;
    /** Whether any holder was ever loaded: few are, and the others need not be looked at when all objects go stale. */
    private static final byte HOLDERS_KNOWN = 16;

    // A session has one of these for each object: 48 bytes, so that no field is wasted.
    private final EntityDescriptor<?> type;
    private final Object entity;
    private @Nullable SessionContext session;
    /** The row's primary key, as {@link EntityKey#id} has it, or null. */
    private @Nullable Object id;

    private @Nullable Snapshot<?> known;
    private @Nullable LoadMemory loadedBy;
    private @Nullable Particulars more;
    private int lastRead;
    private byte lifeCycle = (byte) LifeCycle.TRANSIENT.ordinal();
    private byte flags;
    private final short hash;

    /**
     * A state for an object that no session knows.
     *
     * @param type the object's entity
     * @param entity the object
     * @param remembered keeps what is known of the row when the state is gone; null for an object whose holders keep it
     */
    InstanceState(EntityDescriptor<?> type, Object entity, @Nullable Remembered remembered) {
        this.type = type;
        this.entity = entity;
        this.hash = type.nextHash();
        if (remembered != null) {
            more().remembered = remembered;
        }
    }

    private Particulars more() {
        if (more == null) {
            more = new Particulars();
        }
        return more;
    }

    private boolean is(byte flag) {
        return (flags & flag) != 0;
    }

    private void set(byte flag, boolean value) {
        flags = (byte) (value ? flags | flag : flags & ~flag);
    }

    /** Takes what another state knew of the object when its session had ended. */
    void takeOver(EntityKey rowKey, Snapshot<?> values, boolean deleted) {
        id = rowKey.id();
        known = values;
        set(ROW_DELETED, deleted);
        become(LifeCycle.DETACHED);
    }

    /** Takes the key of a row whose values nobody keeps. */
    void readOnly(Object rowId) {
        id = rowId;
        become(LifeCycle.DETACHED);
        attachHolders(this);
    }

    private void attachHolders(@Nullable HolderOwner owner) {
        for (int position = 0; position < type.ends().size(); position++) {
            HolderAccess.attach(type.holder(entity, position), owner);
        }
        for (int column : type.deferred()) {
            DeferredAccess.attach(type.deferred(entity, column), owner);
        }
    }

    /** {@return whether the object was read without being kept, so that no session can tell what has changed} */
    public boolean readOnly() {
        return lifeCycle() == LifeCycle.DETACHED && known == null;
    }

    /** {@return the object's entity} */
    public EntityDescriptor<?> type() {
        return type;
    }

    /** {@return the object} */
    @Override
    public Object entity() {
        return entity;
    }

    /** {@return the session, or null} */
    public @Nullable SessionContext session() {
        return session;
    }

    /** {@return where the object is in its life} */
    public LifeCycle lifeCycle() {
        return LIFE_CYCLES[lifeCycle];
    }

    /** {@return the row's key, or null while there is no row} */
    public @Nullable EntityKey key() {
        return id == null ? null : new EntityKey(type.root().entityClass(), id);
    }

    /** {@return the row's key, as {@link EntityKey#id} has it, or null while there is no row} */
    public @Nullable Object id() {
        return id;
    }

    /**
     * The values of the columns that UPDATE and DELETE find the row by.
     *
     * @param part one of the tables that the row is in
     * @return the values of {@link EntityDescriptor#matchColumns}
     */
    public List<@Nullable Object> match(TablePart part) {
        if (id == null) {
            throw new IllegalStateException(this + " has no row");
        }
        if (!type.versioned() || !part.has(type.version())) {
            return Collections.unmodifiableList(EntityKey.values(id));
        }
        List<@Nullable Object> match = new ArrayList<>(EntityKey.values(id));
        match.add(known().value(type.version()));
        return match;
    }

    /** {@return the values the row is known to have; only for objects with a row} */
    public Snapshot<?> known() {
        if (known == null) {
            throw new IllegalStateException(this + " has no row");
        }
        return known;
    }

    /**
     * The values of some columns that the row is known to have.
     *
     * @param columns the columns' positions
     * @return the values, or null if one of them is NULL
     */
    public Object @Nullable [] known(int[] columns) {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Object value = known().value(columns[i]);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }

    /** {@return whether the object has a row as far as is known} */
    public boolean hasRow() {
        return known != null;
    }

    /** {@return whether the database may have moved on} */
    public boolean stale() {
        return is(STALE);
    }

    /** {@return whether a holder was changed since the last flush} */
    public boolean holdersChanged() {
        return is(HOLDERS_CHANGED);
    }

    /**
     * Brings the object into a session.
     *
     * @param newSession the session
     * @param newLifeCycle the state it is in from now on
     */
    public void attach(SessionContext newSession, LifeCycle newLifeCycle) {
        session = newSession;
        become(newLifeCycle);
        for (int position = 0; position < type.ends().size(); position++) {
            Holder<?> holder = type.holder(entity, position);
            HolderAccess.attach(holder, this);
            if (HolderAccess.everLoaded(holder)) {
                set(HOLDERS_KNOWN, true);
            }
            if (HolderAccess.changed(holder)) {
                set(HOLDERS_CHANGED, true);
            }
        }
        for (int column : type.deferred()) {
            DeferredAccess.attach(type.deferred(entity, column), this);
        }
    }

    /** Says that the object comes from another session: what it was changed from is the row that it knew there. */
    public void bringBack() {
        set(BROUGHT_BACK, true);
    }

    /** {@return whether the version may be older than the row, so that it must be read before the row is written} */
    public boolean versionStale() {
        return type.versioned() && is(STALE) && !is(BROUGHT_BACK) && hasRow();
    }

    /** Ends the object's time in a session; it keeps what it has. */
    public void detach() {
        become(hasRow() ? LifeCycle.DETACHED : LifeCycle.TRANSIENT);
        for (int position = is(HOLDERS_KNOWN) ? type.ends().size() : 0; position-- > 0; ) {
            HolderAccess.detach(type.holder(entity, position));
        }
        if (!hasRow()) {
            attachHolders(nullsGiven() == null && assigned().isEmpty() ? null : this);
        }
        session = null;
        leaveSiblings();
        if (more != null && more.remembered != null) {
            more.remembered.keep(this);
        }
    }

    /** {@return whether only its session knows the object, which has no holders to lead to this} */
    boolean onlyRead() {
        return type.ends().isEmpty() && (more == null || more.remembered == null) && hasRow();
    }

    void rememberedBy(Remembered memory) {
        more().remembered = memory;
        memory.is(this);
    }

    /** Says that the deletion of the row was committed. */
    public void rowWasDeleted() {
        set(ROW_DELETED, true);
    }

    /** {@return whether the row was deleted, for good} */
    public boolean rowDeleted() {
        return is(ROW_DELETED);
    }

    /**
     * Says that the object, or one of its holders, was read.
     *
     * @param read the number of the read within the session
     */
    public void readAt(long read) {
        lastRead = Math.toIntExact(read);
    }

    /** {@return the number of the last read, 0 for none} */
    public long lastRead() {
        return lastRead;
    }

    /** {@return what the object remembers of how it was loaded, or null} */
    public @Nullable LoadMemory loadedBy() {
        return loadedBy;
    }

    /**
     * Remembers how the object was loaded.
     *
     * @param memory made by the loader
     */
    public void loadedBy(LoadMemory memory) {
        loadedBy = memory;
    }

    /** Forgets with which others the object was loaded. */
    public void leaveSiblings() {
        loadedBy = loadedBy == null ? null : loadedBy.afterwards();
    }

    /**
     * Moves the object on in its life.
     *
     * @param next the state it is in from now on
     */
    public void become(LifeCycle next) {
        if (next == LifeCycle.DELETED && session != null) {
            session.states().remember(this); // the identity map forgets it
        }
        lifeCycle = (byte) next.ordinal();
    }

    /**
     * Takes a row as the object's own.
     *
     * @param rowKey the row's key
     * @param values its values
     */
    public void row(EntityKey rowKey, Snapshot<?> values) {
        id = rowKey.id();
        known = values;
        fresh();
        set(BROUGHT_BACK, false);
    }

    /**
     * Takes a row as that of a new object, which becomes persistent.
     *
     * @param reader the session that has read it
     * @param rowId its key
     * @param values its values
     * @param read the number of the read within the session
     */
    public void read(SessionContext reader, Object rowId, Snapshot<?> values, long read) {
        id = rowId;
        known = values;
        attach(reader, LifeCycle.PERSISTENT);
        readAt(read);
    }

    /**
     * Takes another key, after the row's was changed.
     *
     * @param rowKey the key
     */
    public void rekey(EntityKey rowKey) {
        id = rowKey.id();
    }

    /**
     * Takes a key that the database has given the row by a rule of its own. What the application has set meanwhile stays.
     *
     * @param columns the key's columns
     * @param values what the row has there now
     */
    public void moveKey(int[] columns, @Nullable Object[] values) {
        int[] untouched =
                Arrays.stream(columns).filter(column -> !changed(column)).toArray();
        for (int i = 0; i < columns.length; i++) {
            known().value(columns[i], values[i]);
        }
        write(known(), untouched);
    }

    /**
     * Says that a column is to be NULL in the row to be inserted, although it has a default.
     *
     * @param column the column's position
     */
    public void giveNull(int column) {
        set(column, null);
        more().nullsGiven = Particulars.with(nullsGiven(), column);
        unassign(column);
        keepGiven();
    }

    /** What was said of a new object is kept though no session has it: its holders do not know its state yet. */
    private void keepGiven() {
        if (session == null) {
            for (int position = 0; position < type.ends().size(); position++) {
                HolderAccess.attach(type.holder(entity, position), this);
            }
        }
        if (more != null && more.remembered != null) {
            more.remembered.keep(this);
        }
    }

    private void unassign(int... columns) {
        if (!assigned().isEmpty()) {
            more().assigned = assigned().without(Arrays.stream(columns).boxed().toList());
        }
    }

    /**
     * Says that the next write of the row gives a column what an expression yields; it takes the place of an earlier one.
     *
     * @param column the column's position
     * @param value the expression
     */
    public void assign(int column, Expression<?> value) {
        more().assigned = assigned().with(column, value, fields().value(column));
        keepGiven();
    }

    /** {@return the expressions that the next write of the row gives to columns} */
    public Assignments assigned() {
        return more == null ? Assignments.NONE : more.assigned;
    }

    /**
     * Whether a field was set after its column was assigned an expression.
     *
     * @param column the column's position
     * @return true if it holds another value, which is not the row's
     */
    public boolean setAfterAssigned(int column) {
        Object then = assigned().field(column);
        Object now = fields().value(column);
        boolean loaded = then != DeferredAccess.NOT_LOADED && now != DeferredAccess.NOT_LOADED;
        return (known == null || changed(column)) && (loaded ? !same(column, then, now) : then != now);
    }

    /**
     * Takes what the database gave to columns when it wrote the row.
     *
     * @param columns the columns' positions
     * @param values what the row has
     */
    public void given(int[] columns, @Nullable Object[] values) {
        if (columns.length == 0) {
            return;
        }
        for (int i = 0; i < columns.length; i++) {
            known().value(columns[i], values[i]);
        }
        write(known(), columns);
        unassign(columns);
    }

    /**
     * Says that the row has what the expressions gave; what that is has to be read.
     *
     * @param columns the columns' positions, of which some were assigned expressions
     */
    public void assignmentsWritten(int... columns) {
        if (assigned().isEmpty()) {
            return;
        }
        for (int column : columns) {
            if (assigned().has(column)) {
                write(known(), column);
                makeStale(column);
            }
        }
        unassign(columns);
    }

    /** {@return the columns that are to be NULL although they have a default, or null} */
    @Nullable
    BitSet nullsGiven() {
        return more == null ? null : more.nullsGiven;
    }

    /** Takes what another state of the object was told. */
    void told(@Nullable BitSet nulls, Assignments expressions) {
        if (more != null || nulls != null || !expressions.isEmpty()) {
            more().nullsGiven = nulls;
            more().assigned = expressions;
        }
    }

    /**
     * Whether a column is to be NULL although it has a default.
     *
     * @param column the column's position
     * @return true until the field has a value
     */
    public boolean nullGiven(int column) {
        BitSet nulls = nullsGiven();
        return nulls != null && nulls.get(column) && get(column) == null;
    }

    /**
     * Whether an INSERT leaves a column to the database.
     *
     * @param column the column's position
     * @return true if the database has a value for it, and the application has given none
     */
    public boolean leftToDatabase(int column) {
        return type.columns().get(column).hasServerValue()
                && get(column) == null
                && !nullGiven(column)
                && !assigned().has(column);
    }

    /** Forgets the row, as for an object whose INSERT was rolled back. */
    public void noRow() {
        id = null;
        known = null;
        set(ROW_DELETED, false);
        fresh();
        notMoved();
    }

    /** Marks the object and its holders as possibly out of date. */
    public void makeStale() {
        leaveSiblings();
        expectRefresh();
        for (int position = is(HOLDERS_KNOWN) ? type.ends().size() : 0; position-- > 0; ) {
            HolderAccess.stale(type.holder(entity, position));
        }
        for (int column : type.deferred()) {
            forget(column);
        }
    }

    /** Says that the database has put values into the row that the object does not have yet. */
    public void expectRefresh() {
        fresh();
        set(STALE, true);
    }

    /**
     * Marks one column as possibly out of date.
     *
     * @param column the column's position
     */
    public void makeStale(int column) {
        if (type.columns().get(column).deferred()) {
            forget(column);
            return;
        }
        if (!is(STALE)) {
            set(STALE, true);
            more().staleColumns = Particulars.with(null, column);
        } else if (more != null && more.staleColumns != null) {
            more.staleColumns.set(column);
        }
    }

    /** Lets a deferred column be loaded again; what the application has set stays. */
    private void forget(int column) {
        if (known != null) {
            boolean changed = changed(column);
            known.value(column, DeferredAccess.NOT_LOADED);
            if (!changed) {
                DeferredAccess.makeStale(type.deferred(entity, column));
            }
        }
    }

    /**
     * Whether a column's value is there.
     *
     * @param column the column's position
     * @return false for a deferred column that is not loaded and was not set
     */
    public boolean loaded(int column) {
        return !type.columns().get(column).deferred() || DeferredAccess.loaded(type.deferred(entity, column));
    }

    /**
     * Takes the value of a deferred column. What the application has set stays.
     *
     * @param column the column's position
     * @param value what the row has
     */
    public void loaded(int column, @Nullable Object value) {
        boolean changed = changed(column);
        known().value(column, value);
        if (!changed) {
            write(known(), column);
        }
    }

    /**
     * Takes the values of those deferred columns that are not loaded and that a query has read.
     *
     * @param row the row's values
     */
    public void loadDeferred(Snapshot<?> row) {
        for (int column : type.deferred()) {
            Object value = row.value(column);
            if (value != DeferredAccess.NOT_LOADED && known().value(column) == DeferredAccess.NOT_LOADED) {
                loaded(column, value);
            }
        }
    }

    /**
     * Whether one column may be out of date.
     *
     * @param column the column's position
     * @return true if the next refresh takes it
     */
    public boolean stale(int column) {
        return is(STALE) && (more == null || more.staleColumns == null || more.staleColumns.get(column));
    }

    private void fresh() {
        set(STALE, false);
        if (more != null) {
            more.staleColumns = null;
        }
    }

    private void notMoved() {
        if (more != null) {
            more.moved = null;
        }
    }

    /** Becomes an object that no session has ever seen; its fields keep their values. */
    public void becomeTransient() {
        noRow();
        told(null, Assignments.NONE);
        detach();
    }

    /** Takes the holders as flushed. */
    public void settleHolders() {
        if (is(HOLDERS_CHANGED)) {
            for (int position = 0; position < type.ends().size(); position++) {
                HolderAccess.settle(type.holder(entity, position));
            }
            set(HOLDERS_CHANGED, false);
        }
    }

    /**
     * Puts back what was captured of the object before.
     *
     * @param before what was captured
     */
    void restore(Before before) {
        become(before.lifeCycle());
        id = before.id();
        known = before.known() == null ? null : before.known().copy();
        fresh();
        set(STALE, before.stale());
        notMoved();
        told(nullsGiven(), before.assigned());
        before.holders().forEach(Runnable::run);
        set(HOLDERS_CHANGED, before.holdersChanged());
    }

    /** Forgets changes that were not flushed. */
    public void revert() {
        if (known != null) {
            restore(type, known);
        }
        notMoved();
        told(nullsGiven(), Assignments.NONE);
        type.holders(entity).forEach(HolderAccess::revert);
        set(HOLDERS_CHANGED, false);
    }

    /**
     * Forgets changes of some columns that were not flushed.
     *
     * @param columns the columns' positions
     */
    public void revert(int[] columns) {
        write(known(), columns);
        unassign(columns);
        if (more != null && more.moved != null) {
            Arrays.stream(columns).forEach(more.moved::remove);
        }
    }

    /** Looks again whether any holder is changed, after the changes of one were forgotten. */
    public void recheckHolders() {
        set(HOLDERS_CHANGED, type.holders(entity).stream().anyMatch(HolderAccess::changed));
    }

    /** {@return whether a column's field differs from what the row is known to have, or it was assigned an expression} */
    public boolean changed() {
        return fieldsChanged() || more != null && known != null && !more.assigned.isEmpty();
    }

    /** {@return whether a column's field differs from what the row is known to have} */
    public boolean fieldsChanged() {
        boolean changed = known != null && differs(type, known);
        if (!changed) {
            notMoved();
        }
        return changed;
    }

    /**
     * Whether one column's field differs from what the row is known to have.
     *
     * @param column the column's position
     * @return true if it does
     */
    public boolean changed(int column) {
        return differs(type, known(), column);
    }

    /**
     * Whether one column's field differs from a row.
     *
     * @param row the row's values
     * @param column the column's position
     * @return true if it does
     */
    public boolean differs(Snapshot<?> row, int column) {
        return differs(type, row, column);
    }

    /**
     * Takes the values of a row that was read again. Fields that still equal the value last known are replaced; a field
     * that the application changed stays, and if the row has another value there than was known, that is kept for the
     * flush to refuse.
     *
     * @param fresh the row's values
     */
    public void refresh(Snapshot<?> fresh) {
        Snapshot<?> last = known();
        if (is(BROUGHT_BACK) && type.versioned() && changed()) {
            fresh.value(type.version(), last.value(type.version()));
        }
        set(BROUGHT_BACK, false);
        for (int column = 0; column < type.columns().size(); column++) {
            if (type.columns().get(column).deferred()) {
                refreshDeferred(column, last, fresh);
            } else if (!stale(column)) {
                fresh.value(column, last.value(column));
            } else if (changed(column) && !same(column, last.value(column), fresh.value(column))) {
                more().moved(column, last.value(column));
            }
        }
        restore(type, changed() ? withChanges(fresh) : fresh);
        known = fresh;
        fresh();
        if (session != null) {
            session.refreshed(this);
        }
    }

    /** A row that was read again says nothing of a deferred column, unless the query asked for it. */
    private static void refreshDeferred(int column, Snapshot<?> last, Snapshot<?> fresh) {
        if (last.value(column) != DeferredAccess.NOT_LOADED) {
            fresh.value(column, last.value(column));
        }
    }

    /** A row with the application's changes on top, to be written as a whole: records are not put together piece by piece. */
    private Snapshot<?> withChanges(Snapshot<?> fresh) {
        Snapshot<?> merged = fresh.copy();
        for (int column = 0; column < type.columns().size(); column++) {
            if (changed(column)) {
                take(type, merged, column);
            }
        }
        return merged;
    }

    /**
     * Takes a column's field as what the row has now.
     *
     * @param column the column's position
     */
    public void written(int column) {
        take(type, known(), column);
        if (more != null && more.moved != null) {
            more.moved.remove(column);
        }
    }

    /** {@return columns changed here that have moved in the database meanwhile, with the value last known before} */
    public Map<Integer, @Nullable Object> moved() {
        if (more == null || more.moved == null) {
            return Map.of();
        }
        more.moved.keySet().removeIf(column -> !changed(column));
        return more.moved;
    }

    /** {@return the values in the object's fields now, as a snapshot} */
    public Snapshot<?> fields() {
        return type.take(entity);
    }

    /**
     * Writes a snapshot's values into the object's fields.
     *
     * @param values the values
     */
    public void write(Snapshot<?> values) {
        restore(type, values);
    }

    /**
     * Writes some of a snapshot's values into the object's fields.
     *
     * @param values the values
     * @param columns the columns' positions
     */
    public void write(Snapshot<?> values, int... columns) {
        if (columns.length == 1) {
            restore(type, values, columns[0]);
        } else {
            set(columns, Arrays.stream(columns).mapToObj(values.copy()::value).toArray());
        }
    }

    /**
     * Sets a field, and for an object with a row leaves what is known of the row as it is.
     *
     * @param column the column's position
     * @param value the value
     */
    public void set(int column, @Nullable Object value) {
        type.set(entity, column, value);
    }

    /**
     * Sets several fields at once, as those of a record belong together.
     *
     * @param columns the columns' positions
     * @param values the values
     */
    public void set(int[] columns, @Nullable Object[] values) {
        type.set(entity, columns, values);
    }

    /**
     * Reads a field.
     *
     * @param column the column's position
     * @return the value
     */
    public @Nullable Object get(int column) {
        return type.get(entity, column);
    }

    @SuppressWarnings("unchecked") // the type of the column whose values these are
    private boolean same(int column, @Nullable Object left, @Nullable Object right) {
        return ((Type<Object>) type.mapper().types().get(column)).same(left, right);
    }

    @SuppressWarnings("unchecked") // a state's snapshots are its entity's
    private <E> boolean differs(EntityDescriptor<E> descriptor, Snapshot<?> values) {
        return ((Snapshot<E>) values).differs(descriptor.cast(entity));
    }

    @SuppressWarnings("unchecked") // a state's snapshots are its entity's
    private <E> boolean differs(EntityDescriptor<E> descriptor, Snapshot<?> values, int column) {
        return ((Snapshot<E>) values).differs(descriptor.cast(entity), column);
    }

    @SuppressWarnings("unchecked") // a state's snapshots are its entity's
    private <E> void take(EntityDescriptor<E> descriptor, Snapshot<?> values, int column) {
        ((Snapshot<E>) values).take(descriptor.cast(entity), column);
    }

    @SuppressWarnings("unchecked") // a state's snapshots are its entity's
    private <E> void restore(EntityDescriptor<E> descriptor, Snapshot<?> values) {
        ((Snapshot<E>) values).restore(descriptor.cast(entity));
    }

    @SuppressWarnings("unchecked") // a state's snapshots are its entity's
    private <E> void restore(EntityDescriptor<E> descriptor, Snapshot<?> values, int column) {
        ((Snapshot<E>) values).restore(descriptor.cast(entity), column);
    }

    @Override
    public void checkUse() {
        if (session != null) {
            session.checkUse();
        }
    }

    @Override
    public boolean canLoad() {
        return session != null && lifeCycle() == LifeCycle.PERSISTENT;
    }

    @Override
    public boolean detached() {
        return lifeCycle() == LifeCycle.DETACHED;
    }

    @Override
    public void load(Holder<?> holder) {
        if (session != null) {
            session.load(this, holder);
        }
    }

    @Override
    public void load(Deferred<?> deferred) {
        if (session != null) {
            session.load(this, position(deferred));
        }
    }

    private int position(Deferred<?> deferred) {
        return Arrays.stream(type.deferred())
                .filter(column -> type.deferred(entity, column) == deferred)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public @Nullable Object peek(One<?> one) {
        return session == null ? null : session.peek(this, one);
    }

    @Override
    public void holderKnown() {
        set(HOLDERS_KNOWN, true);
    }

    @Override
    public void holderChanged() {
        set(HOLDERS_CHANGED, true);
    }

    @Override
    public void checkPut(RelationshipEnd end, Object element) {
        if (session != null) {
            session.checkPut(end, element);
        }
    }

    @Override
    public void put(RelationshipEnd end, Object element) {
        if (session != null) {
            session.put(this, end, element);
        }
    }

    @Override
    public void taken(RelationshipEnd end, Object element, boolean forGood) {
        if (session != null) {
            session.taken(this, end, element, forGood);
        }
    }

    @Override
    public RuntimeException neverLoaded(RelationshipEnd end) {
        return new DetachedHolderException(end.label() + " of " + this
                + " was never loaded, and the object has left its session; touch the holder while the session is open,"
                + " or " + Remedy.load(end));
    }

    @Override
    public RuntimeException neverLoaded(Deferred<?> deferred) {
        String name = type.columns().get(position(deferred)).label();
        return new DetachedHolderException(type.name() + "." + name + " of " + this
                + " was never loaded, and the object has left its session; touch it while the session is open, or "
                + Remedy.undefer(type.name(), name));
    }

    /** States are in many sets, and to have the JVM make a hash takes as long as to read a row. Equal is only the same one. */
    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    /** As messages write it: {@code Parent 1}, or {@code new Parent}. */
    @Override
    public String toString() {
        EntityKey key = key();
        return key == null ? "new " + type.name() : key.toString(type.name());
    }
}
