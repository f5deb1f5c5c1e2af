package dev.dovetail.orm.internal.persist;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.RowChange;
import dev.dovetail.orm.mapping.model.ColumnModel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rows of one class write, one after the other; rows that write the same columns share one value. */
final class WrittenColumns {

    private final boolean[] insertable;
    private final boolean[] server;
    private final boolean[] updatable;
    private final int[] found;
    private int count;
    private @Nullable Written last;

    WrittenColumns(EntityDescriptor<?> entity) {
        List<ColumnModel> columns = entity.columns();
        this.insertable = new boolean[columns.size()];
        this.server = new boolean[columns.size()];
        this.updatable = new boolean[columns.size()];
        this.found = new int[columns.size()];
        for (int column = 0; column < found.length; column++) {
            insertable[column] = columns.get(column).insertable();
            server[column] = columns.get(column).hasServerValue();
            updatable[column] = columns.get(column).updatable();
        }
    }

    /** All columns that an INSERT may write, but those that are left to the database. */
    Written inserted(InstanceState state) {
        count = 0;
        for (int column = 0; column < found.length; column++) {
            if (insertable[column] && !(server[column] && state.leftToDatabase(column))) {
                found[count++] = column;
            }
        }
        return found(state);
    }

    /** The columns in which an object differs from its row, or those that are set to NULL first. */
    Written updated(RowChange row) {
        InstanceState state = row.state();
        boolean releases = !row.nulled().isEmpty();
        count = 0;
        for (int column = 0; column < found.length; column++) {
            boolean written = releases
                    ? row.nulled().contains(column) || state.type().isVersion(column)
                    : updatable[column]
                            && (state.changed(column) || state.assigned().has(column))
                            && !row.postponed().contains(column);
            if (written) {
                found[count++] = column;
            }
        }
        return found(state);
    }

    private Written found(InstanceState state) {
        if (last == null || !state.assigned().isEmpty() || !last.hasOnly(found, count)) {
            last = Written.of(state, Arrays.copyOf(found, count));
        }
        return last;
    }
}
