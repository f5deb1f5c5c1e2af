package dev.dovetail.sql;

import dev.dovetail.type.Type;
import java.util.List;

/**
 * An aggregate for which the order of the rows matters.
 *
 * @param <T> the Java class of the result
 * @param call the aggregate
 * @param orderBy the order
 * @param isWithinGroup whether the order is what the aggregate is about: {@code percentile_cont(0.5) WITHIN GROUP (ORDER
 *     BY …)}; if not, it only says in which order the rows come
 */
public record OrderedAggregate<T>(FunctionCall<T> call, List<Ordering> orderBy, boolean isWithinGroup)
        implements Expression<T> {
    /** Copies the list. */
    public OrderedAggregate {
        orderBy = List.copyOf(orderBy);
    }

    @Override
    public Type<T> type() {
        return call.type();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
