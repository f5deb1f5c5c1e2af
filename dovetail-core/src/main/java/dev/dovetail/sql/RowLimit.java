package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Types;

/**
 * How many rows a query gives.
 *
 * @param count how many: a number of rows, or of percent
 * @param isPercent whether the count is a percentage of all rows
 * @param isWithTies whether rows are given too that are equal to the last one in what they are ordered by
 */
public record RowLimit(Expression<?> count, boolean isPercent, boolean isWithTies) {
    static RowLimit of(Operand<Long> rows) {
        return new RowLimit(rows.expression(), false, false);
    }

    static Value<Long> rows(String clause, long rows) {
        if (rows < 0) {
            throw new UsageException("DVT-SQL-LIMIT", clause + " " + rows + ": a number of rows cannot be negative");
        }
        return new Value<>(rows, Types.BIGINT);
    }
}
