package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.util.List;

/**
 * The texts of several rows as one: each database has a function of its own for it. Immutable: each method gives a new
 * one.
 *
 * @param operand the texts
 * @param separator what stands between them
 * @param isDistinct whether equal texts are taken once
 * @param orderBy the order of the texts
 */
public record StringAgg(
        Expression<String> operand, Expression<String> separator, boolean isDistinct, List<Ordering> orderBy)
        implements Expression<String>, Aggregate<String> {
    /** Copies the list; refuses an order of different texts by something else than the texts. */
    public StringAgg {
        orderBy = List.copyOf(orderBy);
        for (Ordering ordering : orderBy) {
            if (isDistinct && !ordering.expression().equals(operand)) {
                throw new UsageException(
                        "DVT-SQL-AGGREGATE",
                        "texts that are taken once can be ordered only by themselves: a text may come from rows that"
                                + " differ in " + ordering.expression());
            }
        }
    }

    /**
     * Takes equal texts once.
     *
     * @return the new aggregate
     */
    public StringAgg distinct() {
        return new StringAgg(operand, separator, true, orderBy);
    }

    /**
     * Orders the texts.
     *
     * @param terms operands, or operands with a direction, behind those given before
     * @return the new aggregate
     * @throws UsageException if equal texts are taken once, and a term is not the text; code {@code DVT-SQL-AGGREGATE}
     */
    @Override
    public StringAgg orderBy(OrderTerm... terms) {
        List<Ordering> more = orderBy;
        for (OrderTerm term : terms) {
            more = Lists.append(more, term.ordering());
        }
        return new StringAgg(operand, separator, isDistinct, more);
    }

    @Override
    public Type<String> type() {
        return Types.TEXT;
    }

    @Override
    public Expression<String> expression() {
        return this;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
