package dev.dovetail.sql;

import java.util.Map;
import java.util.function.Consumer;

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
     * Writes what each database has by its own name. A variant for the name of a dialect is taken where there is one.
     *
     * @param standard what is written where no variant fits
     * @param variants what to write instead, by the name of the dialect as {@code Dialect.name()} has it
     * @return this output
     */
    SqlOutput variant(Consumer<SqlOutput> standard, Map<String, Consumer<SqlOutput>> variants);

    /**
     * Refuses to be written for a database.
     *
     * @param dialect the name of its dialect
     * @param reason what it lacks, and the way round
     * @return this output
     */
    SqlOutput refuse(String dialect, String reason);

    /**
     * Writes a query in brackets.
     *
     * @param query the query
     * @return this output
     */
    SqlOutput query(Query<?> query);
}
