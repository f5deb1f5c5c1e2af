/**
 * Compares what Dovetail did in a scenario with what SQLAlchemy was recorded to do, and knows the rules by which the two differ
 * on purpose.
 */
@NullMarked
package dev.dovetail.tests.conformance.compare;

import org.jspecify.annotations.NullMarked;
