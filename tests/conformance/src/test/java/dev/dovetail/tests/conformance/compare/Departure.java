package dev.dovetail.tests.conformance.compare;

/**
 * A rule that can tell by itself whether Dovetail went another way in a step, and must have gone just that way. What comes after
 * it cannot be compared, the tables at the end neither.
 */
interface Departure {

    Rule rule();

    /** Whether the rule explains the step that is being compared. */
    boolean explains(Course course);
}
