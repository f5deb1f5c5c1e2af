package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions joined by AND or OR.
 *
 * @param operator by which
 * @param operands the conditions, at least two
 */
public record Logical(LogicalOperator operator, List<Expression<Boolean>> operands) implements Condition {
    /** Copies the list. */
    public Logical {
        operands = List.copyOf(operands);
    }

    /**
     * Joins conditions; those already joined by the same operator are taken out of their brackets.
     *
     * @param operator by which
     * @param conditions at least one
     * @return the conditions as one; a single one as it is
     * @throws UsageException if there is none; code {@code DVT-SQL-CONDITION}
     */
    static Expression<Boolean> join(LogicalOperator operator, Operand<Boolean>[] conditions) {
        List<Expression<Boolean>> joined = new ArrayList<>();
        for (Operand<Boolean> condition : conditions) {
            if (condition.expression() instanceof Logical inner && inner.operator == operator) {
                joined.addAll(inner.operands);
            } else {
                joined.add(condition.expression());
            }
        }
        if (joined.isEmpty()) {
            throw new UsageException("DVT-SQL-CONDITION", operator + " needs at least one condition");
        }
        return joined.size() == 1 ? joined.get(0) : new Logical(operator, joined);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
