package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that writes, and gives back what it wrote. The rows come in no particular order.
 *
 * @param <R> what becomes of a row
 * @param write the statement that writes
 * @param columns what is given back of each row, at least one
 * @param shape what makes a result of a row's values
 */
public record Returning<R extends @Nullable Object>(Write write, List<Expression<?>> columns, RowShape<R> shape)
        implements ResultStatement<R> {
    /** Copies the list; refuses an empty one. */
    public Returning {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new UsageException("DVT-SQL-SELECT", "RETURNING needs at least one column");
        }
    }

    static <R extends @Nullable Object> Returning<R> of(Write write, RowShape<R> shape, Operand<?>... operands) {
        List<Expression<?>> columns = new ArrayList<>();
        for (Operand<?> operand : operands) {
            columns.add(operand.expression());
        }
        return new Returning<>(write, columns, shape);
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
