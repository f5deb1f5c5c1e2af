package dev.dovetail.sql;

/** One method for each kind of statement, none with a default. */
public interface StatementVisitor {
    /**
     * Visits a statement.
     *
     * @param statement the statement
     */
    void visit(Select<?> statement);

    /**
     * Visits a statement.
     *
     * @param statement the statement
     */
    void visit(Insert statement);

    /**
     * Visits a statement.
     *
     * @param statement the statement
     */
    void visit(Upsert statement);

    /**
     * Visits a statement.
     *
     * @param statement the statement
     */
    void visit(Update statement);

    /**
     * Visits a statement.
     *
     * @param statement the statement
     */
    void visit(Delete statement);

    /**
     * Visits a statement.
     *
     * @param statement the statement
     */
    void visit(Returning<?> statement);

    /**
     * Visits a statement.
     *
     * @param statement the statement
     */
    void visit(RawQuery<?> statement);

    /**
     * Visits a statement.
     *
     * @param statement the statement
     */
    void visit(SetQuery<?> statement);

    /**
     * Visits a statement.
     *
     * @param statement the statement
     */
    void visit(WithQuery<?> statement);

    /**
     * Visits a statement.
     *
     * @param statement the statement
     */
    void visit(WithWrite statement);

    /**
     * Visits a statement.
     *
     * @param statement the statement
     */
    void visit(WithReturning<?> statement);

    /**
     * Visits a statement.
     *
     * @param statement the statement
     */
    void visit(RawStatement statement);
}
