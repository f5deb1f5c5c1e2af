/** Writes the entity classes from the library of schemas. */
@NullMarked
package dev.dovetail.tests.conformance.generate;

import org.jspecify.annotations.NullMarked;
