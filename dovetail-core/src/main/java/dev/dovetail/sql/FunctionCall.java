package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A call of a function.
 *
 * @param <T> the Java class of the result
 * @param name the name, as the database knows it
 * @param arguments what it is called with
 * @param distinct whether an aggregate takes equal values once
 * @param type the type of the result
 */
public record FunctionCall<T>(String name, List<Expression<?>> arguments, boolean distinct, Type<T> type)
        implements Expression<T> {
    private static final Pattern VALID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    /** Copies the list; refuses a name that is not one, since it becomes part of the SQL text. */
    public FunctionCall {
        arguments = List.copyOf(arguments);
        requireName(name);
    }

    static void requireName(String name) {
        if (!VALID.matcher(name).matches()) {
            throw new UsageException("DVT-SQL-FUNCTION", "'" + name + "' is not the name of a function");
        }
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
