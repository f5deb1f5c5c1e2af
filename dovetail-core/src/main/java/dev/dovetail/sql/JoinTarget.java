package dev.dovetail.sql;

/** A source that knows by which condition it is joined. Open: the relationships of mapped classes implement it. */
public interface JoinTarget {
    /**
     * What is joined.
     *
     * @return the source
     */
    Source target();

    /**
     * Which rows belong together.
     *
     * @return the condition
     */
    Expression<Boolean> on();
}
