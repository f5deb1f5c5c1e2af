package dev.dovetail.tests.conformance.compare;

import java.util.Set;

/**
 * A rule that can tell by itself whether Dovetail failed otherwise than SQLAlchemy, and must have failed just so. The two are
 * alike again when the transaction or the savepoint has been rolled back.
 */
interface Suspension {

    Rule rule();

    /** What may differ in the step; the rule says nothing of the rest. */
    Set<Aspect> aspects();

    /** Whether the rule explains the step that is being compared. */
    boolean explains(Course course);
}
