/** Queries for objects. */
@NullMarked
package dev.dovetail.orm.query;

import org.jspecify.annotations.NullMarked;
