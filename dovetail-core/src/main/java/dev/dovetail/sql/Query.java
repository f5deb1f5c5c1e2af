package dev.dovetail.sql;

import dev.dovetail.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * A statement that reads rows and changes nothing, so that it can stand in another.
 *
 * @param <R> what becomes of a row
 */
public sealed interface Query<R extends @Nullable Object> extends ResultStatement<R> permits Select, RawQuery {
    /**
     * Makes this query a source for another.
     *
     * @param alias its name there
     * @return the source
     */
    default SubquerySource as(String alias) {
        return new SubquerySource(this, alias);
    }

    /**
     * Refuses this query where only one column can stand.
     *
     * @param use what takes one column, for the message
     * @throws UsageException if there are more; code {@code DVT-SQL-SELECT}
     */
    default void requireOneColumn(String use) {
        if (columns().size() != 1) {
            throw new UsageException(
                    "DVT-SQL-SELECT",
                    use + " takes a query of one column, not of " + columns().size());
        }
    }
}
