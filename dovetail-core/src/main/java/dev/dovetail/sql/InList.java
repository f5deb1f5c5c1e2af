package dev.dovetail.sql;

import java.util.List;

/**
 * Whether a value is one of several. An empty list holds nothing, not even NULL.
 *
 * @param operand the value
 * @param elements the several
 * @param negated true for NOT IN
 */
public record InList(Expression<?> operand, List<Expression<?>> elements, boolean negated) implements Condition {
    /** Copies the list. */
    public InList {
        elements = List.copyOf(elements);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
