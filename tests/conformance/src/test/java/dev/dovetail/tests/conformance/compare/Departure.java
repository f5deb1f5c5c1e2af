package dev.dovetail.tests.conformance.compare;

import java.util.List;

/**
 * A rule that can tell by itself whether Dovetail went another way in a step, and must have gone just that way. What comes after
 * it cannot be compared, the tables at the end neither.
 */
interface Departure {

    Rule rule();

    /** Whether the rule explains the step that is being compared, in which there are these disagreements. */
    boolean explains(Course course, List<Disagreement> disagreements);
}
