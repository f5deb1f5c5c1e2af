package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.ArrayList;
import java.util.List;

/** What the two kinds of aggregates have in common. */
final class Aggregates {
    private Aggregates() {}

    static <T> OrderedAggregate<T> ordered(Expression<T> aggregate, boolean withinGroup, OrderTerm... terms) {
        if (!(aggregate instanceof FunctionCall<T> call)) {
            throw new UsageException(
                    "DVT-SQL-AGGREGATE", "an order is given to an aggregate once, and before filter(…): " + aggregate);
        }
        List<Ordering> orderings = new ArrayList<>();
        for (OrderTerm term : terms) {
            orderings.add(term.ordering());
        }
        return new OrderedAggregate<>(call, orderings, withinGroup);
    }
}
