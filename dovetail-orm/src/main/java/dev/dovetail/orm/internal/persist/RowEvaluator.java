package dev.dovetail.orm.internal.persist;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.sql.Between;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Comparison;
import dev.dovetail.sql.ComparisonOperator;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.InList;
import dev.dovetail.sql.IsNull;
import dev.dovetail.sql.Logical;
import dev.dovetail.sql.LogicalOperator;
import dev.dovetail.sql.Not;
import dev.dovetail.sql.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides conditions over what rows are known to have, in SQL's logic of three values, as far as every database would decide
 * alike: text is only compared for equality, and functions are left to the database.
 */
public final class RowEvaluator {

    private final EntityDescriptor<?> entity;

    /**
     * An evaluator for the rows of an entity.
     *
     * @param entity the entity
     */
    public RowEvaluator(EntityDescriptor<?> entity) {
        this.entity = entity;
    }

    /**
     * The objects for whose rows all conditions hold.
     *
     * @param conditions the conditions
     * @param states objects of the entity that have a row
     * @return the objects, or empty if that takes the database
     */
    public Optional<List<InstanceState>> matching(
            List<Expression<Boolean>> conditions, Collection<InstanceState> states) {
        try {
            return Optional.of(states.stream()
                    .filter(state ->
                            conditions.stream().allMatch(condition -> Boolean.TRUE.equals(truth(condition, state))))
                    .toList());
        } catch (Undecidable e) {
            return Optional.empty();
        }
    }

    private @Nullable Boolean truth(Expression<?> expression, InstanceState state) {
        if (expression instanceof Logical logical) {
            return logical(logical, state);
        }
        if (expression instanceof Not not) {
            return not(truth(not.operand(), state));
        }
        if (expression instanceof IsNull isNull) {
            return (value(isNull.operand(), state) == null) != isNull.negated();
        }
        if (expression instanceof Comparison comparison) {
            return compare(comparison.operator(), value(comparison.left(), state), value(comparison.right(), state));
        }
        if (expression instanceof InList in) {
            return in.negated() ? not(in(in, state)) : in(in, state);
        }
        if (expression instanceof Between between) {
            Object operand = value(between.operand(), state);
            Boolean inside = and(
                    compare(ComparisonOperator.GE, operand, value(between.low(), state)),
                    compare(ComparisonOperator.LE, operand, value(between.high(), state)));
            return between.negated() ? not(inside) : inside;
        }
        return value(expression, state) instanceof Boolean truth ? truth : null;
    }

    /** Every operand is looked at, so that what can be decided does not depend on the objects. */
    private @Nullable Boolean logical(Logical logical, InstanceState state) {
        boolean all = logical.operator() == LogicalOperator.AND;
        Boolean result = all;
        for (Expression<Boolean> operand : logical.operands()) {
            Boolean next = truth(operand, state);
            result = all ? and(result, next) : not(and(not(result), not(next)));
        }
        return result;
    }

    private @Nullable Boolean in(InList in, InstanceState state) {
        Object operand = value(in.operand(), state);
        Boolean found = false;
        for (Expression<?> element : in.elements()) {
            Boolean equal = compare(ComparisonOperator.EQ, operand, value(element, state));
            found = not(and(not(found), not(equal)));
        }
        return found;
    }

    private static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return left == null || right == null ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean not(@Nullable Boolean truth) {
        return truth == null ? null : (Boolean) !truth;
    }

    private @Nullable Object value(Expression<?> expression, InstanceState state) {
        if (expression instanceof Value<?> value) {
            return value.value();
        }
        if (expression instanceof ColumnRef<?> column && column.source().alias() == null) {
            return state.known().value(position(column));
        }
        throw Undecidable.INSTANCE;
    }

    /** A class of a hierarchy knows the table that it shares under the same name, with fewer columns. */
    private int position(ColumnRef<?> column) {
        return IntStream.range(0, entity.columns().size())
                .filter(position ->
                        entity.column(position).name().equals(column.column().name())
                                && entity.column(position)
                                        .table()
                                        .toString()
                                        .equals(column.source().table().toString())
                                && !entity.columns().get(position).deferred())
                .findFirst()
                .orElseThrow(() -> Undecidable.INSTANCE);
    }

    private static @Nullable Boolean compare(
            ComparisonOperator operator, @Nullable Object left, @Nullable Object right) {
        boolean nullSafe =
                operator == ComparisonOperator.IS_DISTINCT_FROM || operator == ComparisonOperator.IS_NOT_DISTINCT_FROM;
        if (left == null || right == null) {
            boolean same = left == null && right == null;
            return nullSafe ? (Boolean) (same == (operator == ComparisonOperator.IS_NOT_DISTINCT_FROM)) : null;
        }
        return switch (operator) {
            case EQ, IS_NOT_DISTINCT_FROM -> equal(left, right);
            case NE, IS_DISTINCT_FROM -> !equal(left, right);
            case LT -> order(left, right) < 0;
            case LE -> order(left, right) <= 0;
            case GT -> order(left, right) > 0;
            case GE -> order(left, right) >= 0;
        };
    }

    private static boolean equal(Object left, Object right) {
        if (left.getClass() == right.getClass()
                && (left instanceof String
                        || left instanceof Boolean
                        || left instanceof UUID
                        || left instanceof Enum<?>)) {
            return left.equals(right);
        }
        return order(left, right) == 0;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are of one class
    private static int order(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return decimal(a).compareTo(decimal(b));
        }
        if (left instanceof Temporal && left instanceof Comparable a && left.getClass() == right.getClass()) {
            return a.compareTo(right);
        }
        throw Undecidable.INSTANCE;
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return BigDecimal.valueOf(number.longValue());
        }
        if (number instanceof Double && Double.isFinite(number.doubleValue())) {
            return BigDecimal.valueOf(number.doubleValue());
        }
        throw Undecidable.INSTANCE;
    }

    /** It takes the database. */
    private static final class Undecidable extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private static final Undecidable INSTANCE = new Undecidable();

        private Undecidable() {
            super(null, null, false, false);
        }
    }
}
