package dev.dovetail.sql;

import java.util.List;

/**
 * Whether a row of values is one of several.
 *
 * @param operand the row
 * @param elements the several
 * @param negated true for NOT IN
 */
public record RowInList(RowValue operand, List<RowValue> elements, boolean negated) implements Condition {
    /** Copies the list; refuses rows that do not fit one another. */
    public RowInList {
        elements = List.copyOf(elements);
        for (RowValue element : elements) {
            operand.requireLike("IN", element.values());
        }
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
