package dev.dovetail.sql;

import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of a function that each database writes in its own way.
 *
 * @param <T> the Java class of the value
 * @param function the function
 * @param arguments what it is called with
 * @param type the type of the result
 */
public record StandardFunction<T>(SqlFunction function, List<Expression<?>> arguments, Type<T> type)
        implements Expression<T> {
    /** Copies the list. */
    public StandardFunction {
        arguments = List.copyOf(arguments);
    }

    static <T> StandardFunction<T> of(SqlFunction function, Type<T> type, Operand<?>... operands) {
        List<Expression<?>> arguments = new ArrayList<>();
        for (Operand<?> operand : operands) {
            arguments.add(operand.expression());
        }
        return new StandardFunction<>(function, arguments, type);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
