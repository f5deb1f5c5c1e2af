package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row to be inserted, updated or deleted by a flush, with what it waits for and why it happens. */
public final class RowChange {

    /** What is done to the row. */
    public enum Kind {
        /** The object gets a row. */
        INSERT,
        /** Changed columns are written. */
        UPDATE,
        /** The row goes. */
        DELETE
    }

    private final Kind kind;
    private final InstanceState state;
    private final List<KeyCopy> copies = new ArrayList<>(2);
    private Set<Integer> postponed = Set.of();
    private Set<Integer> nulled = Set.of();
    private Set<Integer> kept = Set.of();
    private Set<UniqueConstraint> deferred = Set.of();
    private boolean clears;
    private @Nullable InstanceState replaced;
    private List<String> causes = List.of();

    RowChange(Kind kind, InstanceState state) {
        this.kind = kind;
        this.state = state;
    }

    /**
     * The insert of an object past the unit of work.
     *
     * @param state the object
     * @return its row
     */
    public static RowChange inserted(InstanceState state) {
        return new RowChange(Kind.INSERT, state);
    }

    /** {@return what is done} */
    public Kind kind() {
        return kind;
    }

    /** {@return the object} */
    public InstanceState state() {
        return state;
    }

    /** {@return the foreign keys to be written from other objects} */
    public List<KeyCopy> copies() {
        return copies;
    }

    /**
     * Columns that another update writes, because a cycle is cut there or the relationship says so: an INSERT leaves them NULL,
     * an UPDATE as they are.
     *
     * @return the columns' positions
     */
    public Set<Integer> postponed() {
        return postponed;
    }

    /** {@return columns that an UPDATE sets to NULL first, because a circle is cut there} */
    public Set<Integer> nulled() {
        return nulled;
    }

    /**
     * Columns that stay as the row has them, whatever the object has: a foreign key copied from an object that is in no
     * session.
     *
     * @return the columns' positions
     */
    public Set<Integer> kept() {
        return kept;
    }

    /** {@return whether the object, too, loses the values of the columns that are set to NULL} */
    public boolean clears() {
        return clears;
    }

    /** {@return why it happens, the nearest first; empty where the call was on this object itself} */
    public List<String> causes() {
        return causes;
    }

    /** Adds a foreign key to be written; a later one for the same key replaces an earlier one. */
    void copy(KeyCopy copy) {
        if (!copies.isEmpty()) {
            copies.removeIf(copy::sameKey);
        }
        copies.add(copy);
    }

    void because(List<String> reasons) {
        causes = List.copyOf(reasons);
    }

    void keep(int[] columns) {
        kept = with(kept, columns);
    }

    void postpone(int[] columns) {
        postponed = with(postponed, columns);
    }

    /** Whether another update writes this key. */
    boolean postpones(ForeignKeyDescriptor key) {
        return Arrays.stream(key.childColumns()).allMatch(postponed::contains);
    }

    /** Sets columns to NULL, in a row that keeps its object's values for a later update. */
    void release(int[] columns) {
        nulled = with(nulled, columns);
    }

    /** Few rows have any such columns: the others share one empty set. */
    private static Set<Integer> with(Set<Integer> columns, int[] more) {
        Set<Integer> all = new LinkedHashSet<>(columns);
        for (int column : more) {
            all.add(column);
        }
        return all;
    }

    /** Takes a value of a key from a row that comes later: the check of the key has to wait. */
    void defer(UniqueConstraint key) {
        deferred = new LinkedHashSet<>(deferred);
        deferred.add(key);
    }

    /** {@return the keys whose values the row takes before another row gives them up} */
    public Set<UniqueConstraint> deferred() {
        return deferred;
    }

    /** Sets columns to NULL, in a row that is deleted afterwards and in its object. */
    void clear(int[] columns) {
        release(columns);
        clears = true;
    }

    /** Takes the place of another object, whose row this is from now on. */
    void replace(InstanceState other) {
        replaced = other;
    }

    /** {@return the object whose row this object takes over, because both have one key; or null} */
    public @Nullable InstanceState replaced() {
        return replaced;
    }

    /** {@return the row's key before the change, or null while it has none} */
    public @Nullable EntityKey key() {
        return replaced == null ? state.key() : replaced.key();
    }

    /** {@return the same as {@link EntityKey#id} has it} */
    @Nullable
    Object id() {
        return replaced == null ? state.id() : replaced.id();
    }

    /** {@return whether there is a row before the change} */
    boolean hasRow() {
        return replaced != null || state.hasRow();
    }

    /** {@return what the row is known to have before the change} */
    Snapshot<?> known() {
        return replaced == null ? state.known() : replaced.known();
    }

    /** Whether one of some columns is not what the row has. */
    boolean changesAny(int[] columns) {
        if (hasRow()) {
            for (int column : columns) {
                if (state.assigned().has(column) || state.differs(known(), column)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the row is to have in a column, null where only the database knows. */
    @Nullable
    Object wanted(int column) {
        return state.assigned().has(column) ? null : state.get(column);
    }

    private List<String> assigned() {
        return state.assigned().columns().stream()
                .map(column -> state.type().columns().get(column).label())
                .toList();
    }

    @Override
    public String toString() {
        return kind + " " + state + (replaced == null ? "" : " in place of the deleted " + replaced)
                + (copies.isEmpty() ? "" : " with " + copies)
                + (kind == Kind.DELETE || state.assigned().isEmpty() ? "" : " with SQL for " + assigned())
                + (causes.isEmpty() ? "" : ": " + String.join(", ", causes));
    }
}
