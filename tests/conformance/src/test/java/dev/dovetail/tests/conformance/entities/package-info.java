/** The entity classes of the library of schemas, one file for each schema; written by {@code EntityFilesTest}. */
@NullMarked
package dev.dovetail.tests.conformance.entities;

import org.jspecify.annotations.NullMarked;
