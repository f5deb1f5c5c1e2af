package dev.dovetail.orm.internal.check;

import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.KeyCopy;
import dev.dovetail.orm.internal.unitofwork.RowChange;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.ColumnModel.Trait;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row as a flush would leave it, as far as that is known before. */
final class PendingRow {

    /** The value of a column that the database, or the flush itself, is to give. */
    static final Object UNKNOWN = new Object() {
        @Override
        public String toString() {
            return "a value that is not known yet";
        }
    };

    private final RowChange change;
    private final PendingRows rows;
    private final Map<Integer, KeyCopy> copies = new HashMap<>();

    PendingRow(RowChange change, PendingRows rows) {
        this.change = change;
        this.rows = rows;
        for (KeyCopy copy : change.copies()) {
            for (int column : copy.parent() == null ? copy.end().nulledColumns() : copy.columns()) {
                copies.put(column, copy);
            }
        }
    }

    InstanceState state() {
        return change.state();
    }

    EntityDescriptor<?> type() {
        return change.state().type();
    }

    Object entity() {
        return change.state().entity();
    }

    boolean deletes() {
        return change.kind() == RowChange.Kind.DELETE;
    }

    boolean inserts() {
        return change.kind() == RowChange.Kind.INSERT;
    }

    /** What the row has before the flush, null where there is none. */
    @Nullable
    Snapshot<?> before() {
        InstanceState owner = change.replaced() == null ? change.state() : change.replaced();
        return owner.hasRow() ? owner.known() : null;
    }

    /** Whether the flush gives one of some columns another value. */
    boolean writes(int... columns) {
        Snapshot<?> before = before();
        return inserts()
                || before != null
                        && Arrays.stream(columns)
                                .anyMatch(column -> copies.containsKey(column)
                                        || state().assigned().has(column)
                                        || state().differs(before, column));
    }

    /** Whether a column is to be NULL because the row was taken from its parent. */
    boolean losesParent(int column) {
        KeyCopy copy = copies.get(column);
        return copy != null && copy.parent() == null && before() != null;
    }

    /** The value to be written: null, {@link #UNKNOWN}, the {@link NewKey} of another row, or what it is. */
    @Nullable
    Object value(int column) {
        KeyCopy copy = copies.get(column);
        if (copy != null) {
            return copied(copy, column);
        }
        if (state().assigned().has(column)) {
            return UNKNOWN;
        }
        ColumnModel model = type().columns().get(column);
        if (!state().loaded(column)) {
            return inserts() && !model.hasServerValue() ? null : UNKNOWN;
        }
        Object value = state().get(column);
        boolean given = value != null || !inserts() || state().nullGiven(column);
        if (given) {
            return model.details().computed() != null ? UNKNOWN : value;
        }
        if (column == type().discriminator()) {
            return type().identity();
        }
        return model.hasServerValue() || givenByFlush(model) ? UNKNOWN : null;
    }

    private static boolean givenByFlush(ColumnModel model) {
        return model.clientDefault() != null
                || model.keySource() != null
                || model.traits().contains(Trait.CREATED)
                || model.traits().contains(Trait.UPDATED)
                || model.traits().contains(Trait.VERSION);
    }

    private @Nullable Object copied(KeyCopy copy, int column) {
        InstanceState parent = copy.parent();
        if (parent == null) {
            return null;
        }
        int part = Arrays.stream(copy.columns()).boxed().toList().indexOf(column);
        int referenced = copy.end().parentColumns()[part];
        PendingRow row = rows.of(parent);
        Object value = row == null ? parent.get(referenced) : row.value(referenced);
        return value == null || value == UNKNOWN ? new NewKey(parent, referenced) : value;
    }

    /** A row is called what messages call its object. */
    @Override
    public String toString() {
        return state().toString();
    }

    /** The value that a row of this flush will have when it is inserted. */
    record NewKey(InstanceState row, int column) {}
}
