package dev.dovetail.sql;

import dev.dovetail.type.Type;
import dev.dovetail.type.Types;

/**
 * The number of rows: {@code count(*)}.
 *
 */
public record CountAll() implements Expression<Long> {
    @Override
    public Type<Long> type() {
        return Types.BIGINT;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
