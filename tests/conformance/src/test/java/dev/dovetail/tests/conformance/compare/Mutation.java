package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Result;

/**
 * A recorded result with one deliberate change.
 *
 * @param kind which change
 * @param step where, from 0; the number of steps for what is so at the end
 */
record Mutation(String kind, int step, String what, Result result) {}
