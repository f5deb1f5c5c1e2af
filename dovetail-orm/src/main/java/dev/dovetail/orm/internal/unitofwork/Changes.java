package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.internal.state.InstanceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a flush has to write, one change for each row, not yet in order. */
public final class Changes {

    private final Map<InstanceState, RowChange> rows = new LinkedHashMap<>();
    private final List<LinkChange> links = new ArrayList<>();
    private final List<SetDelete> sets = new ArrayList<>();

    private final boolean selfReferencesFirst;

    Changes() {
        this(false);
    }

    /**
     * No changes yet.
     *
     * @param selfReferencesFirst whether a row that refers to itself gives its key up before it is deleted, because the
     *     database would refuse otherwise
     */
    Changes(boolean selfReferencesFirst) {
        this.selfReferencesFirst = selfReferencesFirst;
    }

    boolean selfReferencesFirst() {
        return selfReferencesFirst;
    }

    /** {@return the changes: inserts in the order in which the objects were added} */
    public Collection<RowChange> rows() {
        return rows.values();
    }

    /** {@return the rows of secondary tables: deletes before inserts} */
    public List<LinkChange> links() {
        return links;
    }

    /** {@return the rows that are deleted without having been loaded} */
    public List<SetDelete> sets() {
        return sets;
    }

    /**
     * The change of one object's row.
     *
     * @param state the object
     * @return the change, or null if there is none
     */
    public @Nullable RowChange of(InstanceState state) {
        return rows.get(state);
    }

    RowChange insert(InstanceState state) {
        return of(state, RowChange.Kind.INSERT);
    }

    private RowChange of(InstanceState state, RowChange.Kind kind) {
        RowChange known = rows.get(state);
        if (known == null) {
            known = new RowChange(kind, state);
            rows.put(state, known);
        }
        return known;
    }

    RowChange delete(InstanceState state) {
        RowChange change = new RowChange(RowChange.Kind.DELETE, state);
        rows.put(state, change);
        return change;
    }

    /** The insert or update that an object already has, or a new update. A delete stays a delete. */
    RowChange write(InstanceState state) {
        return of(state, RowChange.Kind.UPDATE);
    }

    /** One row where an object is deleted and another with its key is inserted: the row stays, and changes hands. */
    void takeOver(RowChange delete, RowChange insert) {
        rows.remove(delete.state());
        RowChange update = new RowChange(RowChange.Kind.UPDATE, insert.state());
        update.replace(delete.state());
        insert.copies().forEach(update::copy);
        insert.kept().forEach(column -> update.keep(new int[] {column}));
        update.because(insert.causes());
        rows.put(insert.state(), update);
    }

    /** Drops updates that turn out to change nothing. */
    void dropEmpty() {
        rows.values()
                .removeIf(change -> change.kind() == RowChange.Kind.UPDATE
                        && change.copies().isEmpty()
                        && !change.state().changed());
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        rows.values().forEach(change -> lines.add(change.toString()));
        links.forEach(change -> lines.add(change.toString()));
        sets.forEach(change -> lines.add(change.toString()));
        return String.join(System.lineSeparator(), lines);
    }
}
