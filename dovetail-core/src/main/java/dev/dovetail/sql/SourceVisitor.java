package dev.dovetail.sql;

/** One method for each kind of source, none with a default. */
public interface SourceVisitor {
    /**
     * Visits a source.
     *
     * @param source the source
     */
    void visit(TableSource source);

    /**
     * Visits a source.
     *
     * @param source the source
     */
    void visit(SubquerySource source);

    /**
     * Visits a source.
     *
     * @param source the source
     */
    void visit(CteSource source);

    /**
     * Visits a source.
     *
     * @param source the source
     */
    void visit(ValuesSource source);

    /**
     * Visits a source.
     *
     * @param source the source
     */
    void visit(FunctionSource source);

    /**
     * Visits a source.
     *
     * @param source the source
     */
    void visit(Join source);
}
