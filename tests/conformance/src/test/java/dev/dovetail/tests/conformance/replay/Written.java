package dev.dovetail.tests.conformance.replay;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row written, and what became of the row.
 *
 * @param before the row before it, null for an INSERT, or where no row was found
 * @param after the row after it, null for a DELETE, or where no row was found
 * @param conflicting whether another row has the same value of a unique key after it
 * @param own whether the statement is the scenario's own SQL, not a session's
 * @param failed whether the database refused the statement
 */
public record Written(
        RowWrite write,
        @Nullable Map<String, @Nullable Object> before,
        @Nullable Map<String, @Nullable Object> after,
        boolean conflicting,
        boolean own,
        boolean failed)
        implements Event {

    /** {@return whether the row has other values after it} */
    public boolean changes() {
        return before == null || !before.equals(after);
    }

    @Override
    public String toString() {
        return write.toString();
    }
}
