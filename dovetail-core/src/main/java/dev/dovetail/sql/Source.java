package dev.dovetail.sql;

/** Where the rows of a statement come from. Immutable and thread-safe. */
public sealed interface Source extends SourceLike
        permits TableSource, SubquerySource, CteSource, ValuesSource, FunctionSource, Join {
    /**
     * Calls the method of the visitor for this kind of node.
     *
     * @param visitor the visitor
     */
    void accept(SourceVisitor visitor);

    @Override
    default Source source() {
        return this;
    }
}
