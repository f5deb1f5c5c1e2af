package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
    private final Set<Integer> postponed = new LinkedHashSet<>(0);
    private final Set<Integer> nulled = new LinkedHashSet<>(0);
    private List<String> causes = List.of();

    RowChange(Kind kind, InstanceState state) {
        this.kind = kind;
        this.state = state;
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

    /** {@return columns that an UPDATE sets to NULL before the row is deleted, because a cycle is cut there} */
    public Set<Integer> nulled() {
        return nulled;
    }

    /** {@return why it happens, the nearest first; empty where the call was on this object itself} */
    public List<String> causes() {
        return causes;
    }

    /** Adds a foreign key to be written; a later one for the same key replaces an earlier one. */
    void copy(KeyCopy copy) {
        copies.removeIf(copy::sameKey);
        copies.add(copy);
    }

    void because(List<String> reasons) {
        causes = List.copyOf(reasons);
    }

    void postpone(int[] columns) {
        for (int column : columns) {
            postponed.add(column);
        }
    }

    /** Whether another update writes this key. */
    boolean postpones(ForeignKeyDescriptor key) {
        return Arrays.stream(key.childColumns()).allMatch(postponed::contains);
    }

    void nullFirst(int[] columns) {
        for (int column : columns) {
            nulled.add(column);
        }
    }

    @Override
    public String toString() {
        return kind + " " + state + (copies.isEmpty() ? "" : " with " + copies)
                + (causes.isEmpty() ? "" : ": " + String.join(", ", causes));
    }
}
