package dev.dovetail.sql;

/** What can be sent to a database. Immutable and thread-safe: statements can be shared, and made of one another. */
public sealed interface Statement permits ResultStatement, Write, WithWrite, RawStatement {
    /**
     * Calls the method of the visitor for this kind of statement.
     *
     * @param visitor the visitor
     */
    void accept(StatementVisitor visitor);
}
