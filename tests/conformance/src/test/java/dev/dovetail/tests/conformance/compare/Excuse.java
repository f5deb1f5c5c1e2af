package dev.dovetail.tests.conformance.compare;

/**
 * A difference that a rule explains.
 *
 * @param step the number of the step, from 0
 * @param what what Dovetail did instead
 */
public record Excuse(int step, Rule rule, String what) {}
