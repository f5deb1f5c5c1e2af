package dev.dovetail.orm.internal.state;

import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.generated.Snapshot;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What objects were before flushes changed them: one level for the transaction and one for each savepoint, so that a
 * rollback of either puts memory back to where the database is. Not thread-safe.
 */
public final class UndoLog {

    private final Deque<Map<InstanceState, Before>> levels = new ArrayDeque<>(1);

    /** An empty log. */
    public UndoLog() {
        open();
    }

    /** Opens a level, for a savepoint or a flush. */
    public void open() {
        levels.push(new LinkedHashMap<>());
    }

    /**
     * Captures an object before it is changed; only the first time in each level counts. What the application has written
     * since into a new object is its own: it is not taken back with the row.
     *
     * @param state the object
     */
    public void remember(InstanceState state) {
        for (Map<InstanceState, Before> level : levels) {
            Before before = level.get(state);
            if (before != null && before.known() == null && state.hasRow()) {
                keepWritten(state, before.fields());
            }
        }
        levels.element().computeIfAbsent(state, Before::of);
    }

    /** A foreign key goes with its holder, which is put back. */
    private static void keepWritten(InstanceState state, Snapshot<?> fields) {
        for (int column = 0; column < state.type().columns().size(); column++) {
            if (state.changed(column) && !related(state, column)) {
                fields.value(column, state.get(column));
            }
        }
    }

    private static boolean related(InstanceState state, int column) {
        return state.type().ends().stream()
                .filter(RelationshipEnd::toParent)
                .anyMatch(end -> Arrays.stream(end.childColumns()).anyMatch(own -> own == column));
    }

    /** {@return the objects that the innermost level has captured, in the order in which it did} */
    public List<InstanceState> captured() {
        Map<InstanceState, Before> level = levels.element();
        return level.isEmpty() ? List.of() : List.copyOf(level.keySet());
    }

    /** Gives the innermost level's captures to the next one, as when a savepoint is released. */
    public void release() {
        Map<InstanceState, Before> inner = levels.pop();
        if (levels.element().isEmpty()) {
            levels.pop();
            levels.push(inner);
        } else {
            inner.forEach(levels.element()::putIfAbsent);
        }
    }

    /** Forgets everything, as after a commit or after the rollback of the whole transaction. */
    public void clear() {
        while (levels.size() > 1) {
            levels.pop();
        }
        levels.element().clear();
    }

    /**
     * Puts an object back to what it was when the innermost level began, changes that were not flushed included.
     *
     * @param state the object
     */
    public void restoreExactly(InstanceState state) {
        Before before = before(state);
        state.restore(before);
        state.write(before.fields());
    }

    /**
     * Puts an object back to its row as it was when the innermost level began; changes that were not flushed are lost. Of
     * a new object, only what flushes wrote into it is taken back.
     *
     * @param state the object
     */
    public void restoreRow(InstanceState state) {
        Before before = before(state);
        if (before.known() == null) {
            takeBack(state, before);
            state.restore(before);
        } else {
            state.restore(before);
            state.revert();
        }
    }

    /**
     * Forgets an object: no rollback touches it any more.
     *
     * @param state the object
     */
    public void forget(InstanceState state) {
        levels.forEach(level -> level.remove(state));
    }

    /** Drops the innermost level, after its objects were put back. */
    public void drop() {
        levels.pop();
        if (levels.isEmpty()) {
            open();
        }
    }

    /** {@return how many levels are open} */
    public int depth() {
        return levels.size();
    }

    private static void takeBack(InstanceState state, Before before) {
        if (!state.hasRow()) { // its INSERT has failed, or was not reached, and nobody but the flush has written since
            state.write(before.fields());
            return;
        }
        Snapshot<?> written = state.known();
        int[] byFlush = IntStream.range(0, state.type().columns().size())
                .filter(column -> !Objects.deepEquals(
                        written.value(column), before.fields().value(column)))
                .filter(column -> !state.changed(column))
                .toArray();
        state.write(before.fields(), byFlush);
    }

    private Before before(InstanceState state) {
        return Objects.requireNonNull(levels.element().get(state), "not captured");
    }
}
