/**
 * Tests that run on every database, and what they look at.
 *
 * <p>{@link dev.dovetail.testkit.EveryDatabase} in place of JUnit's {@code @Test} runs a test once for each {@link
 * dev.dovetail.testkit.TestDatabase}, with a {@link dev.dovetail.testkit.Database} of its own. {@link
 * dev.dovetail.testkit.Statements} records and counts what is sent, with any engine.
 */
@NullMarked
package dev.dovetail.testkit;

import org.jspecify.annotations.NullMarked;
