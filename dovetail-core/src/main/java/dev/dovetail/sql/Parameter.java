package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;

/**
 * A value that is given at the execution, from an array of arguments: one statement, many rows.
 *
 * @param <T> the Java class of the values
 * @param index the position in the array, counted from 0
 * @param type the type that it is bound as
 */
public record Parameter<T>(int index, Type<T> type) implements Expression<T> {
    /** Refuses a negative index. */
    public Parameter {
        if (index < 0) {
            throw new UsageException("DVT-SQL-PARAMETER", "parameter " + index + ": positions are counted from 0");
        }
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
