package dev.dovetail.sql;

/** Where a {@link CustomExpression} writes itself. */
public interface SqlOutput {
    /**
     * Writes trusted text; values go through {@link #operand}.
     *
     * @param text the text
     * @return this output
     */
    SqlOutput sql(String text);

    /**
     * Writes an operand, in brackets where it needs them.
     *
     * @param operand the operand, such as a {@link Value}, which is bound
     * @return this output
     */
    SqlOutput operand(Operand<?> operand);

    /**
     * Writes a query in brackets.
     *
     * @param query the query
     * @return this output
     */
    SqlOutput query(Query<?> query);
}
