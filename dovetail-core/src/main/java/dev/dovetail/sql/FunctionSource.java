package dev.dovetail.sql;

import java.util.List;

/**
 * A function that gives rows, in a FROM clause.
 *
 * @param name the name of the function
 * @param arguments what it is called with
 * @param alias its name in the FROM clause
 * @param outputs its columns
 * @param isRenamed whether the columns get their names here, and not from the function
 */
public record FunctionSource(
        String name, List<Expression<?>> arguments, String alias, List<NamedType<?>> outputs, boolean isRenamed)
        implements Source, DerivedTable {
    /** Copies the lists; refuses a name that is not one, since it becomes part of the SQL text. */
    public FunctionSource {
        arguments = List.copyOf(arguments);
        outputs = List.copyOf(outputs);
        FunctionCall.requireName(name);
    }

    @Override
    public void accept(SourceVisitor visitor) {
        visitor.visit(this);
    }
}
