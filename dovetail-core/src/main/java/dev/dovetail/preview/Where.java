package dev.dovetail.preview;

import dev.dovetail.sql.Case;
import dev.dovetail.sql.Comparison;
import dev.dovetail.sql.ComparisonOperator;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.Value;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition, and the groups of rows that it speaks of.
 *
 * @param condition the condition
 * @param groups the groups
 */
record Where(Expression<Boolean> condition, Set<RowGroup> groups) {

    static final Where NOTHING = new Where(Sql.not(Sql.always()), Set.of());

    static final Where EVERYTHING = new Where(Sql.always(), Set.of());

    static Where of(Expression<Boolean> condition, RowGroup... groups) {
        return new Where(condition, new LinkedHashSet<>(List.of(groups)));
    }

    @SuppressWarnings("unchecked") // generic array creation
    static Where any(Collection<Where> parts) {
        List<Where> some = parts.stream().filter(part -> part != NOTHING).toList();
        return some.isEmpty()
                ? NOTHING
                : new Where(Sql.or(some.stream().map(Where::condition).toArray(Expression[]::new)), groups(some));
    }

    @SuppressWarnings("unchecked") // generic array creation
    static Where all(Collection<Where> parts) {
        List<Where> some = parts.stream().filter(part -> part != EVERYTHING).toList();
        if (some.isEmpty()) {
            return EVERYTHING;
        }
        return some.contains(NOTHING)
                ? NOTHING
                : new Where(Sql.and(some.stream().map(Where::condition).toArray(Expression[]::new)), groups(some));
    }

    private static Set<RowGroup> groups(Collection<Where> parts) {
        Set<RowGroup> groups = new LinkedHashSet<>();
        parts.forEach(part -> groups.addAll(part.groups()));
        return groups;
    }

    Where and(Where other) {
        return all(List.of(this, other));
    }

    Where or(Where other) {
        return any(List.of(this, other));
    }

    /** Where this does not hold: also where it is unknown, as for a key that is NULL. */
    Where not() {
        if (this == NOTHING || this == EVERYTHING) {
            return this == NOTHING ? EVERYTHING : NOTHING;
        }
        Expression<Integer> held = new Case<>(
                List.of(new Case.Branch<>(condition, Value.of(1))),
                Value.of(0),
                Value.of(0).type());
        return new Where(new Comparison(ComparisonOperator.EQ, held, Value.of(0)), groups);
    }
}
