package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that reads rows and changes nothing, so that it can stand in another.
 *
 * @param <R> what becomes of a row
 */
public sealed interface Query<R extends @Nullable Object> extends ResultStatement<R>
        permits Select, SetQuery, WithQuery, RawQuery {
    /**
     * Makes this query a source for another.
     *
     * @param alias its name there
     * @return the source
     */
    default SubquerySource as(String alias) {
        return new SubquerySource(this, alias, List.of(), false);
    }

    /**
     * Makes this query a source for another, and names its columns.
     *
     * @param alias its name there
     * @param columnNames one for each column
     * @return the source
     * @throws UsageException if there are too few or too many names; code {@code DVT-SQL-COLUMN}
     */
    default SubquerySource as(String alias, String... columnNames) {
        return new SubquerySource(this, alias, List.of(columnNames), false);
    }

    /**
     * The rows of this query and of another, equal ones once.
     *
     * @param other a query of columns with the same Java classes
     * @return the new query
     * @throws UsageException if the columns are not of the same number and classes; code {@code DVT-SQL-SET}
     */
    default SetQuery<R> union(Query<R> other) {
        return SetQuery.of(SetOperator.UNION, this, other);
    }

    /**
     * The rows of this query and of another.
     *
     * @param other a query of columns with the same Java classes
     * @return the new query
     * @throws UsageException if the columns are not of the same number and classes; code {@code DVT-SQL-SET}
     */
    default SetQuery<R> unionAll(Query<R> other) {
        return SetQuery.of(SetOperator.UNION_ALL, this, other);
    }

    /**
     * The rows that both this query and another give, equal ones once.
     *
     * @param other a query of columns with the same Java classes
     * @return the new query
     * @throws UsageException if the columns are not of the same number and classes; code {@code DVT-SQL-SET}
     */
    default SetQuery<R> intersect(Query<R> other) {
        return SetQuery.of(SetOperator.INTERSECT, this, other);
    }

    /**
     * The rows that both this query and another give, as often as the one that gives them less often.
     *
     * @param other a query of columns with the same Java classes
     * @return the new query; refused when it is compiled for a database that has only INTERSECT
     * @throws UsageException if the columns are not of the same number and classes; code {@code DVT-SQL-SET}
     */
    default SetQuery<R> intersectAll(Query<R> other) {
        return SetQuery.of(SetOperator.INTERSECT_ALL, this, other);
    }

    /**
     * The rows of this query that another does not give, equal ones once.
     *
     * @param other a query of columns with the same Java classes
     * @return the new query
     * @throws UsageException if the columns are not of the same number and classes; code {@code DVT-SQL-SET}
     */
    default SetQuery<R> except(Query<R> other) {
        return SetQuery.of(SetOperator.EXCEPT, this, other);
    }

    /**
     * The rows of this query, each as many times more often as another gives it less often.
     *
     * @param other a query of columns with the same Java classes
     * @return the new query; refused when it is compiled for a database that has only EXCEPT
     * @throws UsageException if the columns are not of the same number and classes; code {@code DVT-SQL-SET}
     */
    default SetQuery<R> exceptAll(Query<R> other) {
        return SetQuery.of(SetOperator.EXCEPT_ALL, this, other);
    }

    /**
     * Puts common table expressions before this query.
     *
     * @param ctes the expressions; each may speak of those before it
     * @return the new query
     */
    default WithQuery<R> with(Cte... ctes) {
        return new WithQuery<>(List.of(ctes), this);
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
