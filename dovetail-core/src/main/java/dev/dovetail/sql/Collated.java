package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * A text that is compared and ordered by a collation.
 *
 * @param operand the text
 * @param collation the name of the collation, as the database knows it
 */
public record Collated(Expression<String> operand, String collation) implements Expression<String> {
    @Override
    public Type<String> type() {
        return operand.type();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
