package dev.dovetail.orm.internal.state;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What few objects need said of them; it stands apart so that the others do not pay for it. */
final class Particulars {

    /** Keeps what is known of the row when the state is gone; null for an object whose holders keep it. */
    @Nullable
    Remembered remembered;

    /** The columns that are stale, null for all of them while the object is stale. */
    @Nullable
    BitSet staleColumns;

    /** Columns of a new object that are to be NULL although they have a default. */
    @Nullable
    BitSet nullsGiven;

    Assignments assigned = Assignments.NONE;

    /** Columns that the application changed and that turned out to have moved in the database: what it held then. */
    @Nullable
    Map<Integer, @Nullable Object> moved;

    void moved(int column, @Nullable Object held) {
        if (moved == null) {
            moved = new LinkedHashMap<>();
        }
        moved.putIfAbsent(column, held);
    }

    static BitSet with(@Nullable BitSet columns, int column) {
        BitSet more = columns == null ? new BitSet() : columns;
        more.set(column);
        return more;
    }
}
