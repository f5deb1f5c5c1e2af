package dev.dovetail.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table an UPDATE or DELETE means.
 *
 * @param target the table
 * @param sources other sources that the conditions name
 * @param where the conditions, all of which must hold
 * @param orderBy which rows come first
 * @param limit the greatest number of rows, null for all
 */
public record Restriction(
        TableSource target,
        List<Source> sources,
        List<Expression<Boolean>> where,
        List<Ordering> orderBy,
        @Nullable Expression<Long> limit) {
    /** Copies the lists. */
    public Restriction {
        sources = List.copyOf(sources);
        where = List.copyOf(where);
        orderBy = List.copyOf(orderBy);
    }

    static Restriction none(TableSource target) {
        return new Restriction(target, List.of(), List.of(), List.of(), null);
    }

    Restriction where(List<Operand<Boolean>> conditions) {
        List<Expression<Boolean>> more = new ArrayList<>(where);
        for (Operand<Boolean> condition : conditions) {
            more.add(condition.expression());
        }
        return new Restriction(target, sources, more, orderBy, limit);
    }

    Restriction sources(SourceLike[] others) {
        List<Source> more = new ArrayList<>(sources);
        for (SourceLike other : others) {
            more.add(other.source());
        }
        return new Restriction(target, more, where, orderBy, limit);
    }

    Restriction orderBy(OrderTerm[] terms) {
        List<Ordering> more = new ArrayList<>(orderBy);
        Arrays.stream(terms).map(OrderTerm::ordering).forEach(more::add);
        return new Restriction(target, sources, where, more, limit);
    }

    Restriction limit(Operand<Long> rows) {
        return new Restriction(target, sources, where, orderBy, rows.expression());
    }
}
