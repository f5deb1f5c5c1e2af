package dev.dovetail.tests.conformance.compare;

/**
 * One thing that came out differently.
 *
 * @param step the number of the step, from 0; the number of steps for what is so at the end
 */
public record Disagreement(int step, Aspect aspect, String expected, String actual) {}
