package dev.dovetail.sql;

import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.util.List;

/**
 * Texts, one behind the other.
 *
 * @param operands the texts, at least two
 */
public record Concat(List<Expression<String>> operands) implements Expression<String> {
    /** Copies the list. */
    public Concat {
        operands = List.copyOf(operands);
    }

    @Override
    public Type<String> type() {
        return Types.TEXT;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
