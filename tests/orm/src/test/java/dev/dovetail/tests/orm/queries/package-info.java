/** Queries for objects. */
@NullMarked
package dev.dovetail.tests.orm.queries;

import org.jspecify.annotations.NullMarked;
