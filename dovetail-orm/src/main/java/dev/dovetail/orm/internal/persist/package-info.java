/** Sending the plan's statements and writing back what the database answered. */
@NullMarked
package dev.dovetail.orm.internal.persist;

import org.jspecify.annotations.NullMarked;
