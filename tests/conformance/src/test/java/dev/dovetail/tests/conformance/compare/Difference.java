package dev.dovetail.tests.conformance.compare;

/** A rule that can tell by itself whether an object may be in another state than SQLAlchemy's, and must be in just that state. */
interface Difference {

    Rule rule();

    /** Whether the rule says that the column has the value that it has. */
    default boolean column(Place place) {
        return false;
    }

    /** Whether the rule says that the relationship has the content that it has. */
    default boolean relationship(Place place) {
        return false;
    }

    /** Whether the rule says that the object is in the state of its life that it is in. */
    default boolean lifeCycle(Place place) {
        return false;
    }
}
