/** Recorded scenarios of SQLAlchemy, replayed and compared. */
@NullMarked
package dev.dovetail.tests.conformance;

import org.jspecify.annotations.NullMarked;
