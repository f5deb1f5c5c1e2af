package dev.dovetail.sql;

/** What can stand in a FROM clause. Open: the paths of mapped classes implement it. */
public interface SourceLike {
    /**
     * The node of the tree that this stands for.
     *
     * @return the source
     */
    Source source();
}
