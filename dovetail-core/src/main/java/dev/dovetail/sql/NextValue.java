package dev.dovetail.sql;

import dev.dovetail.schema.Sequence;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;

/**
 * The next value of a sequence, which nobody else gets.
 *
 * @param sequence the sequence
 */
public record NextValue(Sequence sequence) implements Expression<Long> {
    @Override
    public Type<Long> type() {
        return Types.BIGINT;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
