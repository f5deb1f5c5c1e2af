package dev.dovetail.sql;

/**
 * The open door of the tree: an expression that users define. It must be immutable, and two of the same class that
 * {@linkplain #write write} the same are taken for the same.
 *
 * @param <T> the Java class of the value
 */
public non-sealed interface CustomExpression<T> extends Expression<T> {
    /**
     * Writes the expression: trusted text and operands, in order. Called when SQL is made, and each time that a cached
     * statement is looked up; it must write the same each time, and the same nodes where they are values, which are known by node.
     *
     * @param output where to
     */
    void write(SqlOutput output);

    @Override
    default void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
