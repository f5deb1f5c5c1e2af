package dev.dovetail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement that failed.
 *
 * @param sql its text, with a question mark for each value
 * @param table the table that it writes to, which need not be the one whose constraint refused
 * @param parameters the values bound for the row that failed, {@link Redacted} in place of those that may not be shown;
 *     empty if there are none, or if it is not known which row of a batch failed
 * @param rowIndex the row of the batch that failed, from 0; null if it is not known
 * @param candidates the rows of the batch that may have failed, where they are more than one and fewer than all
 * @param batchSize how many rows were sent together, 1 for a single statement
 */
public record StatementFacts(
        @Nullable String sql,
        @Nullable String table,
        List<@Nullable Object> parameters,
        @Nullable Integer rowIndex,
        List<Integer> candidates,
        int batchSize) {

    /** No statement: an error of the connection or of a commit. */
    public static final StatementFacts NONE = new StatementFacts(null, null, List.of(), null, List.of(), 1);

    /** Copies the collections. */
    public StatementFacts {
        parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
        candidates = List.copyOf(candidates);
    }
}
