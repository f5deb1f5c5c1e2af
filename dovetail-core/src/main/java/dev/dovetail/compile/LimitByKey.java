package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Restriction;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The limit of an UPDATE or DELETE for databases that have none there: the rows are those whose primary key a query with
 * the same conditions, order and limit gives.
 */
final class LimitByKey {
    private LimitByKey() {}

    static Restriction of(String statement, Restriction restriction) {
        TableSource target = restriction.target();
        List<Expression<?>> key = new ArrayList<>();
        for (Column<?> column : target.table().primaryKey().columns()) {
            key.add(target.col(column));
        }
        if (key.isEmpty()) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    "a limit in the " + statement + " of " + target.table()
                            + " needs a primary key to find the rows by, and the table has none");
        }
        Select<?> first = Select.of(key, values -> values).from(target);
        for (Expression<Boolean> condition : restriction.where()) {
            first = first.where(condition);
        }
        for (var ordering : restriction.orderBy()) {
            first = first.orderBy(ordering);
        }
        if (restriction.limit() != null) {
            first = first.limit(restriction.limit());
        }
        return new Restriction(target, List.of(), List.of(new KeyIn(key, first)), List.of(), null);
    }
}
