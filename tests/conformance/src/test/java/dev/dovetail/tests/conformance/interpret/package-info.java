/** Runs scenarios with Dovetail, and records what it does as the library records SQLAlchemy. */
@NullMarked
package dev.dovetail.tests.conformance.interpret;

import org.jspecify.annotations.NullMarked;
