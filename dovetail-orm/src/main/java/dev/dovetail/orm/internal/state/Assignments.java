package dev.dovetail.orm.internal.state;

import dev.dovetail.sql.Expression;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SQL expressions that columns of an object are to get by the next write of its row. Immutable. */
public final class Assignments {

    static final Assignments NONE = new Assignments(Map.of());

    private final Map<Integer, Assigned> columns;

    private Assignments(Map<Integer, Assigned> columns) {
        this.columns = Collections.unmodifiableMap(columns);
    }

    /**
     * An expression, and what the field held when it was given.
     *
     * @param value the expression
     * @param field a copy of the field's value
     */
    private record Assigned(Expression<?> value, @Nullable Object field) {}

    Assignments with(int column, Expression<?> value, @Nullable Object field) {
        Map<Integer, Assigned> more = new LinkedHashMap<>(columns);
        more.put(column, new Assigned(value, field));
        return new Assignments(more);
    }

    Assignments without(Collection<Integer> done) {
        if (Collections.disjoint(columns.keySet(), done)) {
            return this;
        }
        Map<Integer, Assigned> left = new LinkedHashMap<>(columns);
        left.keySet().removeAll(done);
        return new Assignments(left);
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return columns.isEmpty();
    }

    /** {@return the positions of the columns that get an expression} */
    public Set<Integer> columns() {
        return columns.keySet();
    }

    /**
     * Whether a column gets an expression.
     *
     * @param column the column's position
     * @return true if it does
     */
    public boolean has(int column) {
        return columns.containsKey(column);
    }

    /**
     * What a column gets.
     *
     * @param column the column's position
     * @return the expression, or null if there is none
     */
    public @Nullable Expression<?> of(int column) {
        Assigned assigned = columns.get(column);
        return assigned == null ? null : assigned.value();
    }

    /** What a column's field held when the expression was given. */
    @Nullable
    Object field(int column) {
        Assigned assigned = columns.get(column);
        return assigned == null ? null : assigned.field();
    }
}
