package dev.dovetail.sql;

import java.util.List;

/**
 * A call of a function that gives rows; it becomes a source by a name.
 *
 * @param name the name of the function
 * @param arguments what it is called with
 */
public record TableFunction(String name, List<Expression<?>> arguments) {
    /** Copies the list; refuses a name that is not one, since it becomes part of the SQL text. */
    public TableFunction {
        arguments = List.copyOf(arguments);
        FunctionCall.requireName(name);
    }

    /**
     * Makes this a source, and names its columns: {@code generate_series(1, 5) AS g (n)}. Refused when it is compiled for
     * a database that cannot name them; there, {@link #asDeclared} takes the names that the function gives.
     *
     * @param alias the name of the source
     * @param columns the names and types of the columns, in order
     * @return the source
     */
    public FunctionSource as(String alias, NamedType<?>... columns) {
        return new FunctionSource(name, arguments, alias, List.of(columns), true);
    }

    /**
     * Makes this a source whose columns have the names that the function gives them: {@code json_each(…) AS j} has
     * {@code j.value}.
     *
     * @param alias the name of the source
     * @param columns the names and types of the columns that are spoken of, in any order
     * @return the source
     */
    public FunctionSource asDeclared(String alias, NamedType<?>... columns) {
        return new FunctionSource(name, arguments, alias, List.of(columns), false);
    }
}
